// SPDX-License-Identifier: GPL-3.0-or-later
// StyleForm: the form of a table or figure style, made from its fields().
#pragma once

#include "core/text/style_words.h"
#include "ui/models/words.h"
#include "ui/widgets/field_editors.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>
#include <QWidget>

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace citypanel::ui {

/// Fields that stand elsewhere are left out by name.
template <HasFields S>
class StyleForm final : public QWidget {
public:
    using Edited = std::function<void(const QString& field, const S& style)>;

    StyleForm(std::vector<std::string_view> leftOut, Edited edited, QWidget* parent = nullptr)
        : QWidget(parent)
        , form_(new QFormLayout(this))
        , leftOut_(std::move(leftOut))
        , edited_(std::move(edited)) {
        form_->setRowWrapPolicy(QFormLayout::WrapLongRows);
        form_->setContentsMargins(0, 0, 0, 0);
        form_->setVerticalSpacing(4);
    }

    /// Shows a style; the editors stay where it is the one they made.
    void setStyle(const S& style, bool isNewLanguage) {
        if (isMade_ && style == style_ && !isNewLanguage) {
            return;
        }
        isMade_ = true;
        style_ = style;
        while (form_->rowCount() > 0) {
            form_->removeRow(0);
        }
        S::fields().each([&](const auto& field) { add(field.name, field.member); });
    }

    [[nodiscard]] const S& style() const { return style_; }

private:
    static QString named(std::string_view word) {
        return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
    }

    template <typename M>
    void add(std::string_view name, M S::*member) {
        if (std::find(leftOut_.begin(), leftOut_.end(), name) != leftOut_.end()) {
            return;
        }
        const QString label = QString::fromStdString(text::styleFieldLabel(name, wordsLanguage()));
        QWidget* editor = editorOf(style_.*member, OnChange<M>([this, member, name](M value) {
                                       style_.*member = std::move(value);
                                       edited_(named(name), style_);
                                   }));
        editor->setObjectName(named(name));
        editor->setAccessibleName(label);
        if (auto* box = qobject_cast<QCheckBox*>(editor)) {
            box->setText(label);
            form_->addRow(box);
            return;
        }
        auto* buddy = new QLabel(label, this);
        buddy->setBuddy(editor);
        const QFontMetrics metrics = fontMetrics();
        if (metrics.horizontalAdvance(label) <= longestBeside * metrics.averageCharWidth()) {
            form_->addRow(buddy, editor);
            return;
        }
        buddy->setWordWrap(true); // over its editor: beside it a form cuts what wraps
        form_->addRow(buddy);
        form_->addRow(editor);
    }

    static QWidget* editorOf(bool value, OnChange<bool> changed) {
        return fieldEditor(value, {}, std::move(changed));
    }

    static QWidget* editorOf(double value, OnChange<double> changed) {
        return fieldEditor(value, {}, std::move(changed));
    }

    static QWidget* editorOf(int value, const OnChange<int>& changed) {
        auto* box = new QSpinBox;
        box->setRange(0, largestNumber);
        box->setValue(value);
        box->setKeyboardTracking(false);
        QObject::connect(box, &QSpinBox::valueChanged, box, changed);
        return box;
    }

    static QWidget* editorOf(const std::string& value, OnChange<std::string> changed) {
        return fieldEditor(value, {}, std::move(changed));
    }

    /// Numbers with commas between them; what is no number is not taken.
    static QWidget* editorOf(const std::vector<double>& value,
                             const OnChange<std::vector<double>>& changed) {
        std::vector<std::string> words;
        words.reserve(value.size());
        for (const double number : value) {
            words.push_back(memberText(number).toStdString());
        }
        return fieldEditor(
            words, {},
            OnChange<std::vector<std::string>>([changed](const std::vector<std::string>& edited) {
                std::vector<double> numbers;
                for (const std::string& word : edited) {
                    bool isNumber = false;
                    const double number = QString::fromStdString(word).toDouble(&isNumber);
                    if (isNumber && number > 0 && number < 1) {
                        numbers.push_back(number);
                    }
                }
                changed(numbers);
            }));
    }

    template <HasEnumNames E>
    static QWidget* editorOf(E value, const OnChange<E>& changed) {
        QStringList labels;
        int chosen = 0;
        for (const auto& entry : enumNames(E{})) {
            chosen = entry.value == value ? static_cast<int>(labels.size()) : chosen;
            labels.append(
                QString::fromStdString(text::styleOptionLabel(entry.name, wordsLanguage())));
        }
        return choiceEditor(labels, chosen, [changed](int index) {
            changed(enumNames(E{})[static_cast<std::size_t>(index)].value);
        });
    }

    static constexpr int largestNumber = 9999;
    static constexpr int longestBeside = 18; // letters of a label beside its editor

    QFormLayout* form_;
    std::vector<std::string_view> leftOut_;
    Edited edited_;
    S style_{};
    bool isMade_ = false;
};

} // namespace citypanel::ui
