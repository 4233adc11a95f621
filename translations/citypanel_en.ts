<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>citypanel::ui::Counts</name>
    <message numerus="yes">
        <source>%Ln unit(s)</source>
        <translation>
            <numerusform>%Ln unit</numerusform>
            <numerusform>%Ln units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln period(s)</source>
        <translation>
            <numerusform>%Ln period</numerusform>
            <numerusform>%Ln periods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln variable(s)</source>
        <translation>
            <numerusform>%Ln variable</numerusform>
            <numerusform>%Ln variables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gap(s)</source>
        <translation>
            <numerusform>%Ln gap</numerusform>
            <numerusform>%Ln gaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>citypanel::ui::CoverageMap</name>
    <message numerus="yes">
        <source>%1, %2: %3 of %n variable(s)</source>
        <translation>
            <numerusform>%1, %2: %3 of %n variable</numerusform>
            <numerusform>%1, %2: %3 of %n variables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>citypanel::ui::EfficiencyPage</name>
    <message numerus="yes">
        <source>%n more row(s) do as much.</source>
        <translation>
            <numerusform>%n more row does as much.</numerusform>
            <numerusform>%n more rows do as much.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>citypanel::ui::ImportDesk</name>
    <message numerus="yes">
        <source>%n more file(s) cannot be read: the list of files says why.</source>
        <translation>
            <numerusform>%n more file cannot be read: the list of files says why.</numerusform>
            <numerusform>%n more files cannot be read: the list of files says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mapping applied: %1 of the %n column(s) it changes are in these files.</source>
        <translation>
            <numerusform>Mapping applied: %1 of the %n column it changes is in these files.</numerusform>
            <numerusform>Mapping applied: %1 of the %n columns it changes are in these files.</numerusform>
        </translation>
    </message>
</context>
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
        <source>%n row(s) of names not to be read left out.</source>
        <translation>
            <numerusform>%n row of names not to be read left out.</numerusform>
            <numerusform>%n rows of names not to be read left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported %n file(s).</source>
        <translation>
            <numerusform>Imported %n file.</numerusform>
            <numerusform>Imported %n files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n &amp;to decide</source>
        <translation>
            <numerusform>%n &amp;to decide</numerusform>
            <numerusform>%n &amp;to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) cannot be read and stay missing.</source>
        <translation>
            <numerusform>%n cell cannot be read and stays missing.</numerusform>
            <numerusform>%n cells cannot be read and stay missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n formula(s) have no stored result (%1, %2): recalculate and save the file in the spreadsheet program.</source>
        <translation>
            <numerusform>%n formula has no stored result (%1, %2): recalculate and save the file in the spreadsheet program.</numerusform>
            <numerusform>%n formulas have no stored result (the first: %1, %2): recalculate and save the file in the spreadsheet program.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) of numbers without a heading are not read (%1, %2: %3); B on the sheet reads one.</source>
        <translation>
            <numerusform>%n column of numbers without a heading is not read (%1, %2: %3): choose it on the sheet and press B to read it.</numerusform>
            <numerusform>%n columns of numbers without a heading are not read (the first: %1, %2: %3): choose one on the sheet and press B to read it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>citypanel::ui::NamesPanel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) match no place, or more than one. Decide what each stands for; the decision holds for all its tables.</source>
        <translation>
            <numerusform>%n name matches no place, or more than one. Decide what it stands for; the decision holds for all its tables.</numerusform>
            <numerusform>%n names match no place, or more than one. Decide what each stands for; a decision holds for all its tables.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>citypanel::ui::PeriodStrip</name>
    <message numerus="yes">
        <source>%n table(s) say nowhere which year they are of. A yearbook&apos;s data are usually of the year before the one on its cover.</source>
        <translation>
            <numerusform>%n table says nowhere which year it is of. A yearbook&apos;s data are usually of the year before the one on its cover.</numerusform>
            <numerusform>%n tables say nowhere which year they are of. A yearbook&apos;s data are usually of the year before the one on its cover.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>citypanel::ui::PlanVariablesModel</name>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
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
    <message numerus="yes">
        <source>%n draw(s) without an estimate.</source>
        <translation>
            <numerusform>%n draw without an estimate.</numerusform>
            <numerusform>%n draws without an estimate.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>citypanel::ui::StudyResults</name>
    <message numerus="yes">
        <source>Selected: %1, %n cities</source>
        <translation>
            <numerusform>Selected: %1, %n city</numerusform>
            <numerusform>Selected: %1, %n cities</numerusform>
        </translation>
    </message>
</context>
</TS>
