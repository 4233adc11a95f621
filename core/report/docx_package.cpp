// SPDX-License-Identifier: GPL-3.0-or-later
// Fixed parts of a WordprocessingML package (ISO/IEC 29500-1 and -2, transitional).
#include "core/report/docx_package.h"

#include "core/report/table_paper.h"
#include "core/report/text_parts.h"

namespace citypanel::report {

namespace {

constexpr std::string_view xmlDeclaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

constexpr std::string_view contentTypes =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Default Extension=\"png\" ContentType=\"image/png\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" ContentType=\"application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"
    "<Override PartName=\"/word/footer1.xml\" ContentType=\"application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>"
    "<Override PartName=\"/word/settings.xml\" ContentType=\"application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.settings+xml\"/>"
    "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/"
    "vnd.openxmlformats-officedocument.extended-properties+xml\"/>"
    "</Types>";

constexpr std::string_view packageRelations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    "relationships/officeDocument\" Target=\"word/document.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    "relationships/extended-properties\" Target=\"docProps/app.xml\"/>"
    "</Relationships>";

std::string relation(const std::string& id, std::string_view type, std::string_view target) {
    return "<Relationship Id=\"" + id +
           "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
           std::string(type) + "\" Target=\"" + std::string(target) + "\"/>";
}

std::string pictureFile(std::size_t number) {
    return "media/image" + std::to_string(number) + ".png";
}

std::string documentRelations(std::size_t pictures) {
    std::string result =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
        relation("rId1", "styles", "styles.xml") + relation("rId2", "settings", "settings.xml") +
        relation(std::string(footerRelation), "footer", "footer1.xml");
    for (std::size_t number = 1; number <= pictures; ++number) {
        result += relation(pictureRelation(number), "image", pictureFile(number));
    }
    return result + "</Relationships>";
}

constexpr std::string_view applicationProperties =
    "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    "extended-properties\"><Application>CityPanel</Application></Properties>";

// Compatibility mode 15 is Word 2013 and later: no "compatibility mode" in the title bar.
constexpr std::string_view settingsPart =
    "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
    "<w:defaultTabStop w:val=\"420\"/><w:characterSpacingControl "
    "w:val=\"compressPunctuation\"/><w:compat><w:compatSetting "
    "w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
    "w:val=\"15\"/></w:compat></w:settings>";

/// Latin letters in Times New Roman, Chinese in SimSun.
constexpr std::string_view fixedStyles =
    "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    "<w:rFonts w:ascii=\"Times New Roman\" w:eastAsia=\"SimSun\" w:hAnsi=\"Times New Roman\" "
    "w:cs=\"Times New Roman\"/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>"
    "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" "
    "w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
    "w:val=\"Normal\"/><w:qFormat/></w:style>"
    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name "
    "w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/><w:unhideWhenUsed/>"
    "<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" "
    "w:type=\"dxa\"/><w:left w:w=\"60\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/>"
    "<w:right w:w=\"60\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Caption\"><w:name w:val=\"caption\"/>"
    "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:uiPriority w:val=\"35\"/>"
    "<w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:jc "
    "w:val=\"center\"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:basedOn "
    "w:val=\"Normal\"/><w:qFormat/><w:pPr><w:spacing w:before=\"120\" w:after=\"240\"/><w:jc "
    "w:val=\"center\"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val=\"32\"/><w:szCs "
    "w:val=\"32\"/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:basedOn "
    "w:val=\"Normal\"/><w:next w:val=\"BodyText\"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing "
    "w:before=\"360\" w:after=\"120\"/><w:outlineLvl "
    "w:val=\"0\"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz "
    "w:val=\"28\"/><w:szCs w:val=\"28\"/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Heading2\"><w:name w:val=\"heading 2\"/><w:basedOn "
    "w:val=\"Normal\"/><w:next w:val=\"BodyText\"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing "
    "w:before=\"240\" w:after=\"120\"/><w:outlineLvl "
    "w:val=\"1\"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz "
    "w:val=\"24\"/><w:szCs w:val=\"24\"/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"BodyText\"><w:name w:val=\"Body Text\"/><w:basedOn "
    "w:val=\"Normal\"/><w:qFormat/><w:pPr><w:spacing w:before=\"0\" w:after=\"120\" w:line=\"320\" "
    "w:lineRule=\"atLeast\"/><w:jc w:val=\"left\"/></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"ReportLine\"><w:name "
    "w:val=\"Report Line\"/><w:basedOn w:val=\"BodyText\"/><w:qFormat/><w:pPr><w:jc "
    "w:val=\"left\"/></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Figure\"><w:name "
    "w:val=\"Figure\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"FigureCaption\"/><w:qFormat/>"
    "<w:pPr><w:keepNext/><w:spacing w:before=\"240\" w:after=\"0\"/><w:jc "
    "w:val=\"center\"/></w:pPr>"
    "</w:style>"
    "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"FigureCaption\"><w:name "
    "w:val=\"Figure Caption\"/><w:basedOn w:val=\"Caption\"/><w:next "
    "w:val=\"BodyText\"/><w:qFormat/>"
    "<w:pPr><w:keepNext w:val=\"0\"/><w:spacing w:before=\"80\" w:after=\"160\"/></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"FigureCaptionNoted\"><w:name "
    "w:val=\"Figure Caption Noted\"/><w:basedOn w:val=\"Caption\"/><w:next "
    "w:val=\"TableNote\"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before=\"80\" "
    "w:after=\"40\"/></w:pPr></w:style>";

constexpr int namedSmallSize = 15; ///< "compact"

std::string tableStyle(const std::string& id, const std::string& name, const std::string& paragraph,
                       const std::string& halfPoints) {
    return "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"" + id +
           "\"><w:name w:val=\"" + name + "\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>" +
           paragraph + "</w:pPr><w:rPr><w:sz w:val=\"" + halfPoints + "\"/><w:szCs w:val=\"" +
           halfPoints + "\"/></w:rPr></w:style>";
}

/// Text and notes of tables in every size.
std::string tableStyles() {
    std::string result;
    for (const int size : tableTextSizes) {
        const TextLine line = textLine(size);
        const std::string halfPoints = std::to_string(size);
        const std::string height =
            "\" w:line=\"" + std::to_string(line.least) + "\" w:lineRule=\"atLeast\"/>";
        const bool isLargest = size == tableTextSizes.front();
        result +=
            tableStyle(docxTextStyle(size), isLargest ? "Table Text" : "Table Text " + halfPoints,
                       "<w:spacing w:before=\"" + std::to_string(line.before) + "\" w:after=\"" +
                           std::to_string(line.after) + height,
                       halfPoints);
        result +=
            tableStyle(docxNoteStyle(size), isLargest ? "Table Note" : "Table Note " + halfPoints,
                       "<w:keepLines/><w:spacing w:before=\"60\" w:after=\"240" + height +
                           "<w:jc w:val=\"both\"/>",
                       halfPoints);
    }
    return result;
}

constexpr std::string_view footer =
    "<w:ftr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:pPr>"
    "<w:jc w:val=\"center\"/></w:pPr><w:fldSimple w:instr=\" PAGE \"><w:r><w:rPr><w:sz "
    "w:val=\"18\"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>";

QByteArray part(std::string_view xml) {
    return bytesOf(std::string(xmlDeclaration) + std::string(xml));
}

} // namespace

std::string docxTextStyle(int halfPoints) {
    return halfPoints == tableTextSizes.front() ? "TableText"
           : halfPoints == namedSmallSize       ? "TableTextCompact"
                                                : "TableText" + std::to_string(halfPoints);
}

std::string docxNoteStyle(int halfPoints) {
    return halfPoints == tableTextSizes.front() ? "TableNote"
                                                : "TableNote" + std::to_string(halfPoints);
}

std::string pictureRelation(std::size_t number) {
    return "rIdPicture" + std::to_string(number);
}

Entries docxParts(std::string_view documentXml, std::span<const QByteArray> pictures) {
    Entries parts{
        {QStringLiteral("[Content_Types].xml"), part(contentTypes)},
        {QStringLiteral("_rels/.rels"), part(packageRelations)},
        {QStringLiteral("docProps/app.xml"), part(applicationProperties)},
        {QStringLiteral("word/_rels/document.xml.rels"), part(documentRelations(pictures.size()))},
        {QStringLiteral("word/document.xml"), part(documentXml)},
        {QStringLiteral("word/footer1.xml"), part(footer)},
        {QStringLiteral("word/settings.xml"), part(settingsPart)},
        {QStringLiteral("word/styles.xml"),
         part(std::string(fixedStyles) + tableStyles() + "</w:styles>")}};
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        parts[QString::fromStdString("word/" + pictureFile(i + 1))] = pictures[i];
    }
    return parts;
}

} // namespace citypanel::report
