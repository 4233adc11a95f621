// SPDX-License-Identifier: GPL-3.0-or-later
// Rows are shown counted from one and inclusive, as a spreadsheet does; the layout counts from zero
// with exclusive ends.
#include "ui/import/layout_form.h"

#include "core/panel/origin.h"
#include "core/sheets/regions.h"
#include "ui/widgets/language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace citypanel::ui {

namespace {

/// Counts rows of the grid; of a turned sheet these are columns of the file, shown as letters.
class RowSpin final : public QSpinBox {
public:
    using QSpinBox::QSpinBox;

    void setLetters(bool areLetters) {
        areLetters_ = areLetters;
        lineEdit()->setText(textFromValue(value()));
    }

protected:
    [[nodiscard]] QString textFromValue(int value) const override {
        return areLetters_ ? QString::fromStdString(cellName(0, value - 1)).chopped(1)
                           : QSpinBox::textFromValue(value);
    }

    [[nodiscard]] int valueFromText(const QString& text) const override {
        const auto cell = sheets::cellNamed((text.toUpper() + u'1').toStdString());
        return areLetters_ ? (cell ? cell->column + 1 : minimum()) : QSpinBox::valueFromText(text);
    }

    QValidator::State validate(QString& text, int& position) const override {
        return areLetters_ ? QValidator::Acceptable : QSpinBox::validate(text, position);
    }

private:
    bool areLetters_ = false;
};

void refill(QComboBox& box, const QList<std::pair<QString, int>>& items) {
    const QVariant before = box.currentData();
    const QSignalBlocker blocker(&box);
    box.clear();
    for (const auto& [text, value] : items) {
        box.addItem(text, value);
    }
    box.setCurrentIndex(std::max(0, box.findData(before)));
}

} // namespace

LayoutForm::LayoutForm(QWidget* parent)
    : QWidget(parent)
    , form_(new QFormLayout(this))
    , kind_(new QComboBox(this))
    , turned_(new QCheckBox(this))
    , headerBegin_(addRowSpin("headerBegin"))
    , headerEnd_(addRowSpin("headerEnd"))
    , bodyBegin_(addRowSpin("bodyBegin"))
    , bodyEnd_(addRowSpin("bodyEnd"))
    , unitColumn_(new QComboBox(this))
    , givenUnit_(new QLineEdit(this))
    , periodRule_(new QComboBox(this))
    , periodColumn_(new QComboBox(this))
    , givenPeriod_(new QSpinBox(this))
    , spread_(new QPushButton(this)) {
    form_->setContentsMargins(10, 4, 10, 4);
    form_->setVerticalSpacing(4);
    form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const std::pair<QWidget*, const char*> fields[] = {{kind_, "kind"},
                                                       {headerBegin_, "headerBegin"},
                                                       {headerEnd_, "headerEnd"},
                                                       {bodyBegin_, "bodyBegin"},
                                                       {bodyEnd_, "bodyEnd"},
                                                       {unitColumn_, "unitColumn"},
                                                       {givenUnit_, "givenUnit"},
                                                       {periodRule_, "periodRule"},
                                                       {periodColumn_, "periodColumn"},
                                                       {givenPeriod_, "givenPeriod"}};
    for (const auto& [editor, name] : fields) {
        auto* label = new QLabel(this);
        label->setBuddy(editor);
        editor->setObjectName(QLatin1String(name));
        form_->addRow(label, editor);
    }
    for (QComboBox* box : {kind_, unitColumn_, periodRule_, periodColumn_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        connect(box, &QComboBox::activated, this, [this, box] {
            // What somebody picks is no guess, be it the same.
            layout_.isPeriodGuessed = layout_.isPeriodGuessed && box != periodRule_;
            read();
        });
    }
    turned_->setObjectName(QStringLiteral("isTransposed"));
    form_->insertRow(1, turned_);
    connect(turned_, &QCheckBox::clicked, this, &LayoutForm::read);
    connect(givenUnit_, &QLineEdit::editingFinished, this, [this] {
        if (givenUnit_->text().trimmed().toStdString() != layout_.givenUnit) {
            read();
        }
    });
    spread_->setObjectName(QStringLiteral("applyToAlike"));
    form_->addRow(spread_);
    givenPeriod_->setRange(0, 2200);
    givenPeriod_->setKeyboardTracking(false);
    connect(givenPeriod_, &QSpinBox::valueChanged, this, [this] {
        layout_.isPeriodGuessed = false;
        read();
    });
    connect(spread_, &QPushButton::clicked, this, &LayoutForm::spreadRequested);
    translated(this, [this] { setTexts(); });
}

QSpinBox* LayoutForm::addRowSpin(const char* name) {
    auto* spin = new RowSpin(this);
    spin->setObjectName(QLatin1String(name));
    spin->setKeyboardTracking(false);
    spin->setRange(1, 1);
    connect(spin, &QSpinBox::valueChanged, this, &LayoutForm::read);
    return spin;
}

void LayoutForm::setLayoutOf(const sheets::Layout& layout, int rows, int columns) {
    layout_ = layout;
    const QSignalBlocker blockers[] = {QSignalBlocker(headerBegin_), QSignalBlocker(headerEnd_),
                                       QSignalBlocker(bodyBegin_), QSignalBlocker(bodyEnd_),
                                       QSignalBlocker(givenPeriod_)};
    for (QSpinBox* spin : {headerBegin_, headerEnd_, bodyBegin_, bodyEnd_}) {
        spin->setRange(1, std::max(1, rows));
        static_cast<RowSpin*>(spin)->setLetters(layout.isTransposed);
    }
    headerBegin_->setValue(static_cast<int>(layout.headerBegin) + 1);
    headerEnd_->setValue(static_cast<int>(layout.headerEnd));
    bodyBegin_->setValue(static_cast<int>(layout.bodyBegin) + 1);
    bodyEnd_->setValue(static_cast<int>(layout.bodyEnd));
    givenPeriod_->setValue(static_cast<int>(layout.givenPeriod));
    turned_->setChecked(layout.isTransposed);
    givenUnit_->setText(QString::fromStdString(layout.givenUnit));
    QList<std::pair<QString, int>> letters{{tr("none"), -1}};
    for (int column = 0; column < columns; ++column) {
        // A column of a turned sheet is a row of the file.
        letters.append({layout.isTransposed
                            ? QString::number(column + 1)
                            : QString::fromStdString(cellName(0, column)).chopped(1),
                        column});
    }
    refill(*unitColumn_, letters);
    refill(*periodColumn_, letters);
    unitColumn_->setCurrentIndex(unitColumn_->findData(static_cast<int>(layout.unitColumn)));
    periodColumn_->setCurrentIndex(periodColumn_->findData(static_cast<int>(layout.periodColumn)));
    kind_->setCurrentIndex(kind_->findData(static_cast<int>(layout.kind)));
    fillPeriodRules();
    showParts();
}

void LayoutForm::fillPeriodRules() {
    using sheets::PeriodRule;
    QList<std::pair<QString, int>> rules{
        {tr("a column"), static_cast<int>(PeriodRule::Column)},
        {tr("the column headers"), static_cast<int>(PeriodRule::Headers)},
        {tr("given here"), static_cast<int>(PeriodRule::Given)},
        {tr("the file name"), static_cast<int>(PeriodRule::FileName)},
        {tr("the file name, less one"), static_cast<int>(PeriodRule::FileNameLessOne)},
        {tr("the sheet name"), static_cast<int>(PeriodRule::SheetName)},
        {tr("the sheet name, less one"), static_cast<int>(PeriodRule::SheetNameLessOne)}};
    if (layout_.periodRule == PeriodRule::Title) { // found, not to be chosen
        rules.append({tr("the title"), static_cast<int>(PeriodRule::Title)});
    } else if (layout_.periodRule == PeriodRule::TitleLessOne) {
        rules.append({tr("the title, less one"), static_cast<int>(PeriodRule::TitleLessOne)});
    }
    refill(*periodRule_, rules);
    periodRule_->setCurrentIndex(periodRule_->findData(static_cast<int>(layout_.periodRule)));
}

void LayoutForm::read() {
    layout_.kind = static_cast<sheets::LayoutKind>(kind_->currentData().toInt());
    layout_.headerBegin = headerBegin_->value() - 1;
    layout_.headerEnd = std::max(headerEnd_->value(), headerBegin_->value());
    layout_.bodyBegin = std::max(bodyBegin_->value() - 1, static_cast<int>(layout_.headerEnd));
    layout_.bodyEnd = std::max<std::int64_t>(bodyEnd_->value(), layout_.bodyBegin + 1);
    layout_.unitColumn = unitColumn_->currentData().toInt();
    layout_.isTransposed = turned_->isChecked();
    layout_.givenUnit = givenUnit_->text().trimmed().toStdString();
    layout_.periodColumn = periodColumn_->currentData().toInt();
    layout_.periodRule = static_cast<sheets::PeriodRule>(periodRule_->currentData().toInt());
    layout_.givenPeriod = givenPeriod_->value();
    showParts();
    Q_EMIT edited();
}

void LayoutForm::showParts() {
    const auto setVisible = [this](QWidget* editor, bool isVisible) {
        editor->setVisible(isVisible);
        form_->labelForField(editor)->setVisible(isVisible);
    };
    setVisible(givenUnit_, layout_.unitColumn < 0);
    setVisible(periodColumn_, layout_.periodRule == sheets::PeriodRule::Column);
    setVisible(givenPeriod_, layout_.periodRule == sheets::PeriodRule::Given);
}

void LayoutForm::setTexts() {
    const std::pair<QWidget*, QString> labels[] = {{kind_, tr("&Kind of table")},
                                                   {headerBegin_, tr("Header fro&m row")},
                                                   {headerEnd_, tr("Header to row")},
                                                   {bodyBegin_, tr("&Data from row")},
                                                   {bodyEnd_, tr("Data to row")},
                                                   {unitColumn_, tr("Column of &units")},
                                                   {givenUnit_, tr("All of one city")},
                                                   {periodRule_, tr("Year sta&nds in")},
                                                   {periodColumn_, tr("Column of the year")},
                                                   {givenPeriod_, tr("Year")}};
    for (const auto& [editor, text] : labels) {
        qobject_cast<QLabel*>(form_->labelForField(editor))->setText(text);
        QString plain = text;
        editor->setAccessibleName(plain.remove(QLatin1Char('&')));
    }
    turned_->setText(tr("Rows and columns change &places"));
    turned_->setToolTip(tr("For sheets on which cities stand across the top: the sheet is read "
                           "turned, and shown as it is read."));
    givenUnit_->setToolTip(tr("The city of the whole sheet, where no column names cities. Empty: "
                              "what holds for every city."));
    using sheets::LayoutKind;
    using sheets::PeriodRule;
    refill(*kind_, {{tr("a row a unit and year"), static_cast<int>(LayoutKind::Long)},
                    {tr("a row a unit, one year"), static_cast<int>(LayoutKind::OnePeriod)},
                    {tr("units down, years across"), static_cast<int>(LayoutKind::WideByPeriod)}});
    fillPeriodRules();
    periodRule_->setToolTip(tr("An edition of a yearbook carries the data of the year before."));
    spread_->setText(tr("Apply to All Sheets &Like This"));
    kind_->setCurrentIndex(kind_->findData(static_cast<int>(layout_.kind)));
    givenPeriod_->setSpecialValueText(tr("not told"));
    showParts();
}

} // namespace citypanel::ui
