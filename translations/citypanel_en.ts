<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>citypanel::ui::ImportPage</name>
    <message numerus="yes">
        <source>%n row(s) of totals, headings or notes skipped.</source>
        <translation>
            <numerusform>%n row of totals, headings or notes skipped.</numerusform>
            <numerusform>%n rows of totals, headings or notes skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s), listed below after the import.</source>
        <translation>
            <numerusform>%n warning, listed below after the import.</numerusform>
            <numerusform>%n warnings, listed below after the import.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported %n file(s).</source>
        <translation>
            <numerusform>Imported %n file.</numerusform>
            <numerusform>Imported %n files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ProblemsPanel</name>
    <message numerus="yes">
        <source>%n problem(s). Choose one to open its place.</source>
        <translation>
            <numerusform>%n problem. Choose it to open its place.</numerusform>
            <numerusform>%n problems. Choose one to open its place.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>citypanel::ui::SensitivityView</name>
    <message numerus="yes">
        <source>%n weighting(s) drawn.</source>
        <translation>
            <numerusform>%n weighting drawn.</numerusform>
            <numerusform>%n weightings drawn.</numerusform>
        </translation>
    </message>
</context>
</TS>
