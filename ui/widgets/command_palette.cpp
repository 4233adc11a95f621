// SPDX-License-Identifier: GPL-3.0-or-later
// The search line, the list under it, and the scoring of matches.
#include "ui/widgets/command_palette.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace citypanel::ui {

namespace {

constexpr int entryRole = Qt::UserRole + 1;

int keywordScore(const QString& keyword, const QStringList& words) {
    int score = 0;
    for (const QString& word : words) {
        const auto at = keyword.indexOf(word, 0, Qt::CaseInsensitive);
        if (at < 0) {
            return 0;
        }
        const bool startsWord = at == 0 || !keyword.at(at - 1).isLetterOrNumber();
        score += at == 0 ? 4 : startsWord ? 3 : 1;
    }
    return score;
}

} // namespace

QString withoutMnemonic(QString title) {
    static const QRegularExpression inBrackets(QStringLiteral("\\(&.\\)"));
    return title.remove(inBrackets).remove(QLatin1Char('&'));
}

QString asFurtherWords(const QString& words) {
    return QLatin1Char(' ') + words; // none of them begins the keyword
}

int paletteScore(const QStringList& keywords, const QString& typed) {
    const QStringList words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        return 1;
    }
    int best = 0;
    for (const QString& keyword : keywords) {
        best = std::max(best, keywordScore(keyword, words));
    }
    return best;
}

CommandPalette::CommandPalette(QList<PaletteEntry> entries, QWidget* parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint)
    , entries_(std::move(entries))
    , line_(new QLineEdit(this))
    , list_(new QListWidget(this))
    , nothing_(new QLabel(this)) {
    setObjectName(QStringLiteral("commandPalette"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Command palette"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 10, 10, 10);
    column->addWidget(line_);
    column->addWidget(list_);
    column->addWidget(nothing_, 1);
    nothing_->setObjectName(QStringLiteral("commandNothing"));
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->setWordWrap(true);
    nothing_->setText(tr("No command matches. Try fewer letters, or one word of what you want to "
                         "do: “save”, “step”, “theme”."));
    line_->setObjectName(QStringLiteral("commandLine"));
    line_->setPlaceholderText(tr("Type part of a command, in English or Chinese"));
    line_->setAccessibleName(line_->placeholderText());
    line_->installEventFilter(this);
    list_->setObjectName(QStringLiteral("commandList"));
    list_->setAccessibleName(tr("Matching commands"));
    list_->setUniformItemSizes(true);
    list_->setFrameShape(QFrame::NoFrame);
    connect(line_, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(line_, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(list_, &QListWidget::itemActivated, this, &CommandPalette::run);
    connect(list_, &QListWidget::itemClicked, this, &CommandPalette::run);
    const int width = std::min(640, parent->width() - 40);
    resize(width, std::min(460, parent->height() - 120));
    move(parent->mapToGlobal(QPoint((parent->width() - width) / 2, 60)));
    filter();
    line_->setFocus(); // a popup is no active window, whose first control would get the keys
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == line_ && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool moves = key->key() == Qt::Key_Down || key->key() == Qt::Key_Up ||
                           key->key() == Qt::Key_PageDown || key->key() == Qt::Key_PageUp;
        if (moves && list_->count() > 0) {
            const int step = key->key() == Qt::Key_Down       ? 1
                             : key->key() == Qt::Key_Up       ? -1
                             : key->key() == Qt::Key_PageDown ? 10
                                                              : -10;
            list_->setCurrentRow(std::clamp(list_->currentRow() + step, 0, list_->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::filter() {
    QList<std::pair<int, qsizetype>> ranked;
    for (qsizetype i = 0; i < entries_.size(); ++i) {
        // A command is found by what the list says of it, its menu included ("go data").
        QStringList keywords = entries_[i].keywords;
        for (const QString& keyword : entries_[i].keywords) {
            keywords.append(entries_[i].group + QLatin1Char(' ') + keyword);
        }
        const int score = paletteScore(keywords, line_->text());
        if (score > 0 && entries_[i].action->isEnabled()) {
            ranked.append({-score, i});
        }
    }
    std::stable_sort(ranked.begin(), ranked.end());
    list_->clear();
    for (const auto& [score, i] : ranked) {
        const PaletteEntry& entry = entries_[i];
        QString text = withoutMnemonic(entry.action->text());
        const QString keys = entry.action->shortcut().toString(QKeySequence::NativeText);
        text = entry.group.isEmpty() ? text : QStringLiteral("%1 › %2").arg(entry.group, text);
        text = keys.isEmpty() ? text : QStringLiteral("%1    %2").arg(text, keys);
        auto* item = new QListWidgetItem(entry.action->icon(), text, list_);
        item->setData(entryRole, i);
    }
    list_->setCurrentRow(0);
    list_->setVisible(list_->count() > 0);
    nothing_->setVisible(list_->count() == 0);
}

void CommandPalette::run() {
    const QListWidgetItem* item = list_->currentItem();
    if (item == nullptr) {
        return;
    }
    QAction* action = entries_[item->data(entryRole).toLongLong()].action;
    close();
    action->trigger();
}

} // namespace citypanel::ui
