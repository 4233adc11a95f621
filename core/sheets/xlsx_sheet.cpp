// SPDX-License-Identifier: GPL-3.0-or-later
// Worksheet parts read with QXmlStreamReader.
#include "core/sheets/xlsx_sheet.h"

#include "core/sheets/xlsx_cells.h"
#include "core/sheets/xlsx_xml.h"

#include <algorithm>
#include <optional>

namespace citypanel::sheets {

namespace {

/// Reads one worksheet part into a Sheet.
class SheetReader {
public:
    SheetReader(const QByteArray& bytes, const XlsxShared& shared, Sheet& sheet)
        : xml_(bytes)
        , cells_(shared, sheet)
        , sheet_(sheet)
        , size_(static_cast<double>(std::max<qsizetype>(1, bytes.size()))) {}

    /// Whether a row or a cell was read.
    [[nodiscard]] bool metCells() const { return metCells_; }

    /// False when the XML or a reference in it is broken.
    [[nodiscard]] Result<bool> read(Progress& progress) {
        std::size_t elements = 0;
        while (isSound_ && nextElement(xml_)) {
            readElement();
            if (sheet_.cellCapacity() > Sheet::mostCells) {
                return Problem{.code = ProblemCode::FileTooLarge,
                               .place = {.sheet = sheet_.name()},
                               .expected = std::to_string(Sheet::mostCells)};
            }
            if (++elements % 8192 == 0) {
                progress.report(static_cast<double>(xml_.characterOffset()) / size_);
                if (progress.cancelled()) {
                    return cancelledProblem();
                }
            }
        }
        return !xml_.hasError() && isSound_;
    }

private:
    void readElement() {
        if (xml_.name() == QLatin1String("row")) {
            metCells_ = true;
            beginRow();
        } else if (xml_.name() == QLatin1String("c")) {
            metCells_ = true;
            readCell();
        } else if (xml_.name() == QLatin1String("col")) {
            readColumns();
        } else if (xml_.name() == QLatin1String("mergeCell")) {
            readMerge();
        }
    }

    void beginRow() {
        const QString number = attribute(xml_, QLatin1String("r"));
        next_ = {number.isEmpty() ? next_.row + (seenRow_ ? 1 : 0) : number.toUInt() - 1, 0};
        seenRow_ = true;
        isSound_ = isSound_ && next_.row < mostXlsxRows;
        if (isTrue(attribute(xml_, QLatin1String("hidden")))) {
            sheet_.hiddenRows.push_back(next_.row);
        }
    }

    void readColumns() {
        if (!isTrue(attribute(xml_, QLatin1String("hidden")))) {
            return;
        }
        const std::size_t first = attribute(xml_, QLatin1String("min")).toUInt();
        const std::size_t last =
            std::min<std::size_t>(attribute(xml_, QLatin1String("max")).toUInt(), mostXlsxColumns);
        for (std::size_t column = std::max<std::size_t>(first, 1); column <= last; ++column) {
            sheet_.hiddenColumns.push_back(column - 1);
        }
    }

    void readMerge() {
        const QString range = attribute(xml_, QLatin1String("ref"));
        const auto first = parseReference(range.section(u':', 0, 0).toStdString());
        const auto last = parseReference(range.section(u':', -1).toStdString());
        if (first && last) {
            sheet_.merged.push_back({first->row, first->column, last->row, last->column});
        }
    }

    void readCell() {
        const QString reference = attribute(xml_, QLatin1String("r"));
        const std::string type = attribute(xml_, QLatin1String("t")).toStdString();
        const std::size_t style = attribute(xml_, QLatin1String("s")).toUInt();
        if (!reference.isEmpty()) {
            const auto parsed = parseReference(reference.toStdString());
            isSound_ = isSound_ && parsed;
            if (!parsed) {
                return;
            }
            next_ = *parsed;
        }
        // Cells may also be placed by counting, from a row that is numbered 0 or beyond the last.
        isSound_ = next_.row < mostXlsxRows && next_.column < mostXlsxColumns;
        if (!isSound_) {
            return;
        }
        readCellContent({next_, type, style});
        ++next_.column;
    }

    void readCellContent(const XlsxCell& cell) {
        std::optional<QString> formula;
        for (int depth = 1; depth > 0 && !xml_.atEnd();) {
            const auto token = xml_.readNext();
            if (token == QXmlStreamReader::EndElement) {
                --depth;
            } else if (token == QXmlStreamReader::StartElement) {
                if (xml_.name() == QLatin1String("v")) {
                    const QString value = xml_.readElementText();
                    formula = value.isEmpty() ? formula : std::nullopt;
                    isSound_ = cells_.store(cell, value) && isSound_;
                } else if (xml_.name() == QLatin1String("f")) {
                    formula = xml_.readElementText();
                } else if (xml_.name() == QLatin1String("is")) {
                    sheet_.setText(next_.row, next_.column, withoutEscapes(richText(xml_)));
                } else {
                    ++depth;
                }
            }
        }
        if (formula && cell.type != "str") { // else a formula that gives an empty text
            isSound_ = cells_.store({cell.at, "f", cell.style}, *formula) && isSound_;
        }
    }

    QXmlStreamReader xml_;
    XlsxCells cells_;
    Sheet& sheet_;
    double size_;
    CellReference next_{0, 0};
    bool seenRow_ = false;
    bool metCells_ = false;
    bool isSound_ = true;
};

} // namespace

Result<bool> readAroundCells(const QByteArray& xml, Sheet& sheet, Progress& progress) {
    static const XlsxShared none;
    SheetReader reader(xml, none, sheet);
    CITYPANEL_TRY(const bool isSound, reader.read(progress));
    return isSound && !reader.metCells();
}

Result<bool> readSheetCarefully(const QByteArray& xml, const XlsxShared& shared, Sheet& sheet,
                                Progress& progress) {
    return SheetReader(xml, shared, sheet).read(progress);
}

} // namespace citypanel::sheets
