// SPDX-License-Identifier: GPL-3.0-or-later
// EditCommand: the only undo command there is; it holds the project before and after.
#pragma once

#include "core/project/project.h"

#include <QString>
#include <QUndoCommand>

#include <functional>
#include <memory>

namespace citypanel::ui {

/// Undo and redo show one of two values.
class EditCommand final : public QUndoCommand {
public:
    using ProjectPtr = std::shared_ptr<const project::Project>;
    using Show = std::function<void(ProjectPtr)>;

    /// Two values of the project, and who shows them.
    struct Edit {
        ProjectPtr before;
        ProjectPtr after;
        Show show;
    };

    EditCommand(const QString& text, Edit edit, QString mergeKey)
        : QUndoCommand(text), edit_(std::move(edit)), mergeKey_(std::move(mergeKey)) {}

    void undo() override { edit_.show(edit_.before); }

    void redo() override { edit_.show(edit_.after); }

    [[nodiscard]] int id() const override { return mergeKey_.isEmpty() ? -1 : 1; }

    /// Takes over the later value of an edit with the same merge key; obsolete when that is the
    /// value before.
    bool mergeWith(const QUndoCommand* other) override {
        const auto* later = static_cast<const EditCommand*>(other); // ids agree
        if (later->mergeKey_ != mergeKey_) {
            return false;
        }
        edit_.after = later->edit_.after;
        setObsolete(*edit_.after == *edit_.before);
        return true;
    }

private:
    Edit edit_;
    QString mergeKey_;
};

} // namespace citypanel::ui
