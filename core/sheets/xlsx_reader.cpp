// SPDX-License-Identifier: GPL-3.0-or-later
// The workbook's parts read with QXmlStreamReader.
#include "core/sheets/xlsx_reader.h"

#include "core/panel/number_text.h"
#include "core/sheets/zip_parts.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace citypanel::sheets {

namespace {

constexpr std::size_t mostColumns = 16'384;
constexpr std::size_t mostRows = 1'048'576;

Problem corrupt(const QString& part) {
    return Problem{.code = ProblemCode::FileCorrupt, .found = part.toStdString()};
}

/// An attribute whatever its namespace prefix ("r:id").
QString attribute(const QXmlStreamReader& xml, QLatin1String name) {
    for (const QXmlStreamAttribute& entry : xml.attributes()) {
        if (entry.name() == name) {
            return entry.value().toString();
        }
    }
    return {};
}

bool isTrue(const QString& text) {
    return text == QLatin1String("1") || text == QLatin1String("true");
}

/// Next start element, or false at the end, on an error and on a document type declaration.
bool nextElement(QXmlStreamReader& xml) {
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::DTD) {
            xml.raiseError(QStringLiteral("document type declaration"));
            return false;
        }
        if (token == QXmlStreamReader::StartElement) {
            return true;
        }
    }
    return false;
}

/// Excel writes control characters as _xHHHH_; a carriage return is only a line break.
std::string unescaped(const QString& text) {
    if (!text.contains(QLatin1String("_x"))) {
        return text.toStdString();
    }
    QString result = text;
    result.replace(QLatin1String("_x000D_"), QString());
    result.replace(QLatin1String("_x000A_"), QStringLiteral("\n"));
    result.replace(QLatin1String("_x0009_"), QStringLiteral("\t"));
    return result.toStdString();
}

struct CellReference {
    std::size_t row;
    std::size_t column;
};

std::optional<CellReference> parseReference(QStringView text) {
    std::size_t column = 0;
    qsizetype i = 0;
    for (; i < text.size() && text[i] >= u'A' && text[i] <= u'Z'; ++i) {
        column = column * 26 + static_cast<std::size_t>(text[i].unicode() - u'A' + 1);
        if (column > mostColumns) {
            return std::nullopt;
        }
    }
    bool isNumber = false;
    const uint row = text.mid(i).toUInt(&isNumber);
    if (column == 0 || !isNumber || row == 0 || row > mostRows) {
        return std::nullopt;
    }
    return CellReference{row - 1, column - 1};
}

/// Text of a <si> or <is>: its <t> runs, without phonetic hints. The reader stands on the element.
QString richText(QXmlStreamReader& xml) {
    QString text;
    int phonetic = 0;
    for (int depth = 1; depth > 0 && !xml.atEnd();) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::StartElement) {
            if (xml.name() == QLatin1String("t") && phonetic == 0) {
                text += xml.readElementText();
                continue;
            }
            phonetic += xml.name() == QLatin1String("rPh") ? 1 : 0;
            ++depth;
        } else if (token == QXmlStreamReader::EndElement) {
            phonetic -= xml.name() == QLatin1String("rPh") ? 1 : 0;
            --depth;
        }
    }
    return text;
}

Result<std::vector<std::string>> readSharedStrings(const ZipParts& zip, const QString& part) {
    std::vector<std::string> strings;
    if (!zip.contains(part)) {
        return strings;
    }
    CITYPANEL_TRY(const QByteArray bytes, zip.part(part));
    QXmlStreamReader xml(bytes);
    while (nextElement(xml)) {
        if (xml.name() == QLatin1String("si")) {
            strings.push_back(unescaped(richText(xml)));
        }
    }
    if (xml.hasError()) {
        return corrupt(part);
    }
    return strings;
}

/// Relationship targets by id, resolved against the folder of the part that names them.
Result<std::map<QString, QString>> readRelationships(const ZipParts& zip, const QString& part,
                                                     const QString& folder) {
    CITYPANEL_TRY(const QByteArray bytes, zip.part(part));
    std::map<QString, QString> targets;
    QXmlStreamReader xml(bytes);
    while (nextElement(xml)) {
        if (xml.name() == QLatin1String("Relationship")) {
            const QString target = attribute(xml, QLatin1String("Target"));
            targets[attribute(xml, QLatin1String("Id"))] =
                target.startsWith(u'/') ? target.mid(1) : folder + target;
        }
    }
    if (xml.hasError()) {
        return corrupt(part);
    }
    return targets;
}

struct SheetEntry {
    std::string name;
    QString relationship;
    bool isHidden;
};

Result<std::vector<SheetEntry>> readSheetList(const ZipParts& zip, const QString& part) {
    CITYPANEL_TRY(const QByteArray bytes, zip.part(part));
    std::vector<SheetEntry> entries;
    QXmlStreamReader xml(bytes);
    while (nextElement(xml)) {
        if (xml.name() == QLatin1String("sheet")) {
            const QString state = attribute(xml, QLatin1String("state"));
            entries.push_back({attribute(xml, QLatin1String("name")).toStdString(),
                               attribute(xml, QLatin1String("id")),
                               state.startsWith(QLatin1String("hidden")) ||
                                   state == QLatin1String("veryHidden")});
        }
    }
    if (xml.hasError()) {
        return corrupt(part);
    }
    return entries;
}

/// Reads one worksheet part into a Sheet.
class SheetReader {
public:
    SheetReader(const QByteArray& bytes, const std::vector<std::string>& strings, Sheet& sheet)
        : xml_(bytes)
        , strings_(strings)
        , sheet_(sheet)
        , texts_(strings.size())
        , size_(static_cast<double>(std::max<qsizetype>(1, bytes.size()))) {}

    /// False when the XML or a reference in it is broken.
    [[nodiscard]] Result<bool> read(Progress& progress) {
        std::size_t elements = 0;
        while (nextElement(xml_)) {
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
            beginRow();
        } else if (xml_.name() == QLatin1String("c")) {
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
        isSound_ = isSound_ && next_.row < mostRows;
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
            std::min<std::size_t>(attribute(xml_, QLatin1String("max")).toUInt(), mostColumns);
        for (std::size_t column = std::max<std::size_t>(first, 1); column <= last; ++column) {
            sheet_.hiddenColumns.push_back(column - 1);
        }
    }

    void readMerge() {
        const QString range = attribute(xml_, QLatin1String("ref"));
        const auto first = parseReference(range.section(u':', 0, 0));
        const auto last = parseReference(range.section(u':', -1));
        if (first && last) {
            sheet_.merged.push_back({first->row, first->column, last->row, last->column});
        }
    }

    void readCell() {
        const QString reference = attribute(xml_, QLatin1String("r"));
        const QString type = attribute(xml_, QLatin1String("t"));
        if (!reference.isEmpty()) {
            const auto parsed = parseReference(reference);
            isSound_ = isSound_ && parsed;
            if (!parsed) {
                return;
            }
            next_ = *parsed;
        }
        readCellContent(type);
        ++next_.column;
    }

    void readCellContent(const QString& type) {
        for (int depth = 1; depth > 0 && !xml_.atEnd();) {
            const auto token = xml_.readNext();
            if (token == QXmlStreamReader::EndElement) {
                --depth;
            } else if (token == QXmlStreamReader::StartElement) {
                if (xml_.name() == QLatin1String("v")) {
                    store(type, xml_.readElementText());
                } else if (xml_.name() == QLatin1String("is")) {
                    sheet_.setText(next_.row, next_.column, unescaped(richText(xml_)));
                } else {
                    ++depth;
                }
            }
        }
    }

    void store(const QString& type, const QString& value) {
        if (value.isEmpty()) {
            return;
        }
        if (type == QLatin1String("s")) {
            bool isNumber = false;
            const uint index = value.toUInt(&isNumber);
            isSound_ = isSound_ && isNumber && index < strings_.size();
            if (isNumber && index < strings_.size()) {
                if (!texts_[index]) {
                    texts_[index] = sheet_.addText(strings_[index]);
                }
                sheet_.setText(next_.row, next_.column, *texts_[index]);
            }
        } else if (type == QLatin1String("str") || type == QLatin1String("d") ||
                   type == QLatin1String("inlineStr")) {
            sheet_.setText(next_.row, next_.column, unescaped(value));
        } else if (type == QLatin1String("b")) {
            sheet_.setBoolean(next_.row, next_.column, isTrue(value));
        } else if (type == QLatin1String("e")) {
            sheet_.setError(next_.row, next_.column, value.toStdString());
        } else if (const auto number = parseNumber(value.toStdString())) {
            sheet_.setNumber(next_.row, next_.column, *number);
        } else {
            sheet_.setText(next_.row, next_.column, value.toStdString());
        }
    }

    QXmlStreamReader xml_;
    const std::vector<std::string>& strings_;
    Sheet& sheet_;
    std::vector<std::optional<TextId>> texts_; ///< of shared strings already on the sheet
    double size_;
    CellReference next_{0, 0};
    bool seenRow_ = false;
    bool isSound_ = true;
};

} // namespace

Result<Workbook> readXlsx(const QByteArray& bytes, Progress& progress) {
    const QString workbookPart = QStringLiteral("xl/workbook.xml");
    CITYPANEL_TRY(const ZipParts zip, ZipParts::open(bytes));
    if (!zip.contains(workbookPart)) {
        return Problem{.code = ProblemCode::FileFormatUnknown};
    }
    CITYPANEL_TRY(const std::vector<SheetEntry> entries, readSheetList(zip, workbookPart));
    CITYPANEL_TRY(const auto targets,
                  readRelationships(zip, QStringLiteral("xl/_rels/workbook.xml.rels"),
                                    QStringLiteral("xl/")));
    CITYPANEL_TRY(const std::vector<std::string> strings,
                  readSharedStrings(zip, QStringLiteral("xl/sharedStrings.xml")));
    Workbook workbook;
    workbook.format = FileFormat::Xlsx;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto target = targets.find(entries[i].relationship);
        const bool isWorksheet =
            target != targets.end() && target->second.contains(QLatin1String("worksheets/"));
        if (!isWorksheet) {
            continue; // a chart sheet, or a dangling entry
        }
        const double share = 1.0 / static_cast<double>(entries.size());
        SubProgress part(progress, share * static_cast<double>(i),
                         share * static_cast<double>(i + 1));
        CITYPANEL_TRY(const QByteArray xml, zip.part(target->second));
        Sheet sheet(entries[i].name);
        sheet.isHidden = entries[i].isHidden;
        CITYPANEL_TRY(const bool isSound, SheetReader(xml, strings, sheet).read(part));
        if (!isSound) {
            return located(corrupt(target->second), {.sheet = entries[i].name});
        }
        workbook.sheets.push_back(std::move(sheet));
    }
    return workbook;
}

} // namespace citypanel::sheets
