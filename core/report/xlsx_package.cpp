// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a workbook beside its sheets: what they are and how they hang together.
#include "core/report/xlsx_package.h"

#include "core/report/archive.h"
#include "core/report/text_parts.h"
#include "core/text/pattern.h"

#include <string_view>

namespace citypanel::report {

namespace {

constexpr std::string_view spreadsheetNamespace =
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view relationNamespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string relation(std::size_t id, std::string_view type, const std::string& target) {
    return "<Relationship Id=\"rId" + std::to_string(id) + "\" Type=\"" +
           std::string(relationNamespace) + '/' + std::string(type) + "\" Target=\"" + target +
           "\"/>";
}

std::string relations(const std::string& content) {
    return "<Relationships "
           "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
           content + "</Relationships>";
}

std::string contentTypesXml(std::size_t sheets) {
    constexpr std::string_view kind = "application/vnd.openxmlformats-officedocument.";
    const auto part = [&kind](const std::string& name, std::string_view type) {
        return "<Override PartName=\"/" + name + "\" ContentType=\"" + std::string(kind) +
               std::string(type) + "+xml\"/>";
    };
    std::string result =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" +
        part("xl/workbook.xml", "spreadsheetml.sheet.main") +
        part("xl/styles.xml", "spreadsheetml.styles") +
        part("docProps/app.xml", "extended-properties");
    for (std::size_t i = 1; i <= sheets; ++i) {
        result +=
            part("xl/worksheets/sheet" + std::to_string(i) + ".xml", "spreadsheetml.worksheet");
    }
    return result + "</Types>";
}

} // namespace

Result<QByteArray> packedWorkbook(const std::vector<NamedSheet>& sheets, const XlsxStyles& styles) {
    Entries parts;
    const auto add = [&parts](const std::string& name, const std::string& xml) {
        parts[QString::fromStdString(name)] =
            bytesOf("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml);
    };
    std::string list;
    std::string bookRelations;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        const std::string file = "worksheets/sheet" + number + ".xml";
        list += text::filled("<sheet name=\"{name}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>",
                             {{"name", escapedXml(sheets[i].name)}, {"n", number}});
        bookRelations += relation(i + 1, "worksheet", file);
        add("xl/" + file, sheets[i].xml);
    }
    bookRelations += relation(sheets.size() + 1, "styles", "styles.xml");
    add("[Content_Types].xml", contentTypesXml(sheets.size()));
    add("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml") +
                                 relation(2, "extended-properties", "docProps/app.xml")));
    add("docProps/app.xml", "<Properties xmlns=\"http://schemas.openxmlformats.org/"
                            "officeDocument/2006/extended-properties\"><Application>CityPanel"
                            "</Application></Properties>");
    add("xl/_rels/workbook.xml.rels", relations(bookRelations));
    add("xl/workbook.xml", "<workbook xmlns=\"" + std::string(spreadsheetNamespace) +
                               "\" xmlns:r=\"" + std::string(relationNamespace) + "\"><sheets>" +
                               list + "</sheets></workbook>");
    add("xl/styles.xml", styles.xml());
    return packed(parts);
}

} // namespace citypanel::report
