// SPDX-License-Identifier: GPL-3.0-or-later
// Plans made from detected layouts, and their execution.
#include "core/sheets/import.h"

#include "core/sheets/companion_names.h"
#include "core/sheets/gathering.h"
#include "core/sheets/given_unit.h"
#include "core/sheets/laid_out_sheet.h"
#include "core/sheets/name_forms.h"
#include "core/sheets/sheet_units.h"
#include "core/sheets/table_subjects.h"
#include "core/sheets/table_variable.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace citypanel::sheets {

namespace {

const Workbook* findWorkbook(std::span<const Workbook* const> workbooks, const std::string& file) {
    const auto found = std::find_if(workbooks.begin(), workbooks.end(),
                                    [&](const Workbook* w) { return w->fileName == file; });
    return found == workbooks.end() ? nullptr : *found;
}

std::vector<const Workbook*> pointersTo(std::span<const Workbook> workbooks) {
    std::vector<const Workbook*> pointers;
    pointers.reserve(workbooks.size());
    for (const Workbook& workbook : workbooks) {
        pointers.push_back(&workbook);
    }
    return pointers;
}

/// 北京, 河北, ...: a table of provinces, of which the municipalities are places too.
bool holdsProvinces(const UnitColumn& units) {
    return units.provinceCount > 0 && !units.hasLesserPlaces;
}

/// Whether the units of a table stand under a Chinese word for cities, and all of them are places.
bool areAllCities(const UnitColumn& units, const Layout& layout) {
    return units.unmatched.empty() &&
           std::any_of(layout.columns.begin(), layout.columns.end(), [&](const auto& column) {
               return column.column == layout.unitColumn && isOfCities(column.name) &&
                      isWrittenInHan(column.name);
           });
}

/// Whether a sheet's units are mostly places of the gazetteer. A few names in Latin letters may be
/// of anything.
bool holdsPlaces(const UnitColumn& units, const Layout& layout) {
    constexpr std::size_t fewest = 3;
    constexpr std::size_t fewestLatin = 50;
    const bool areFewEnough = units.hasNativeNames || areAllCities(units, layout);
    const std::size_t needed = areFewEnough ? fewest : fewestLatin;
    return units.distinctPlaces >= needed && units.distinctPlaces >= units.unmatched.size() &&
           !holdsProvinces(units);
}

/// Whether a name with a value is no place; a note below the table is none of its units.
bool hasOtherUnits(const UnitColumn& units) {
    return std::any_of(units.unmatched.begin(), units.unmatched.end(),
                       [](const UnmatchedName& name) { return name.hasValue; });
}

/// Whether all units of a sheet are places that hardly anything else is called: two by names in
/// Chinese or codes of cities, or one in full (石家庄市).
bool holdsFewPlaces(const UnitColumn& units) {
    const std::size_t needed = units.hasFullNames ? 1 : 2;
    return units.distinctSurePlaces >= needed && units.distinctPlaces == units.distinctSurePlaces &&
           !hasOtherUnits(units) && !holdsProvinces(units);
}

/// Of the places suggested for a name, those that the table lacks while it lists others of their
/// province.
std::vector<std::string> unitsInContext(const UnmatchedName& name, const UnitColumn& units,
                                        const Gazetteer& gazetteer) {
    std::set<std::size_t> listed;
    std::set<std::string> provinces;
    for (const UnitRow& row : units.rows) {
        if (row.place) {
            listed.insert(*row.place);
            provinces.insert(gazetteer.places()[*row.place].province);
        }
    }
    std::vector<std::string> fitting;
    for (const Suggestion& suggestion : name.suggestions) {
        const GazetteerPlace& place = gazetteer.places()[suggestion.place];
        if (!listed.contains(suggestion.place) && provinces.contains(place.province)) {
            fitting.push_back(place.name);
        }
    }
    return fitting;
}

void offerNames(const SheetImport& sheet, const UnitColumn& units, const Gazetteer& gazetteer,
                std::vector<NameDecision>& names) {
    for (const UnmatchedName& name : units.unmatched) {
        if (!name.suggestions.empty()) {
            names.push_back({.file = sheet.file,
                             .sheet = sheet.sheet,
                             .written = name.written,
                             .unit = gazetteer.places()[name.suggestions[0].place].name,
                             .state = NameState::Offered,
                             .isSure = name.isSure,
                             .inContext = unitsInContext(name, units, gazetteer)});
        }
    }
}

/// The units of a table by a gazetteer, undecided.
UnitColumn unitsOf(const Sheet& sheet, const Layout& layout, const Gazetteer& gazetteer) {
    if (layout.unitColumn < 0) {
        return layout.givenUnit.empty() ? UnitColumn{} : readGivenUnit(layout, &gazetteer, {});
    }
    const LaidOutSheet grid(sheet, layout);
    return readUnits(*grid, layout, &gazetteer, {});
}

/// Matches the units of every sheet, and offers what is near, if some sheet holds places.
void planNames(std::span<const Workbook* const> workbooks, ImportPlan& plan) {
    std::vector<NameDecision> names;
    bool hasPlaces = false;
    bool hasFew = false;
    std::set<std::size_t> places;
    std::set<std::string> others; // names of anything else, which a few places do not outweigh
    for (const SheetImport& entry : plan.sheets) {
        const Sheet* sheet = findWorkbook(workbooks, entry.file)->find(entry.sheet);
        hasPlaces = hasPlaces || !entry.layout.givenUnit.empty();
        const UnitColumn units = unitsOf(*sheet, entry.layout, chinaPrefectures());
        hasPlaces = hasPlaces || holdsPlaces(units, entry.layout);
        hasFew = hasFew || holdsFewPlaces(units);
        for (const UnitRow& row : units.rows) {
            if (row.place) {
                places.insert(*row.place);
            }
        }
        for (const UnmatchedName& name : units.unmatched) {
            if (name.hasValue) {
                others.insert(name.written);
            }
        }
        offerNames(entry, units, chinaPrefectures(), names);
    }
    if (hasPlaces || (hasFew && places.size() >= others.size())) {
        plan.unitNames = UnitNames::ChinaPrefectures;
        addOffers(names, plan.names);
    }
}

/// Adds the tables of a sheet that have units, or hold for all units by period.
void planSheet(const std::string& file, const Sheet& sheet, ImportPlan& plan) {
    std::int64_t number = 0;
    for (const DetectedLayout& table : detectLayouts(sheet, file)) {
        const bool isUsable = table.layout.unitColumn >= 0 || table.layout.periodColumn >= 0;
        if (table.hasTable && isUsable) {
            plan.sheets.push_back({file, sheet.name(), number, table.layout});
        }
        ++number;
    }
}

/// Wide tables of several sheets that are named by nothing but their file are told apart by the
/// names of their sheets, whatever those are.
void tellSheetsApart(ImportPlan& plan) {
    const auto isOfFile = [](const SheetImport& entry, const ColumnLayout& column) {
        return entry.layout.kind == LayoutKind::WideByPeriod && column.isImported &&
               saysNothing(entry.sheet) && column.name == variableOfFile(entry.file);
    };
    std::map<std::string, std::set<std::string>> sheets; // by file
    for (const SheetImport& entry : plan.sheets) {
        for (const ColumnLayout& column : entry.layout.columns) {
            if (isOfFile(entry, column)) {
                sheets[entry.file].insert(entry.sheet);
            }
        }
    }
    for (SheetImport& entry : plan.sheets) {
        for (ColumnLayout& column : entry.layout.columns) {
            if (isOfFile(entry, column) && sheets[entry.file].size() > 1) {
                column.name += "_" + joinHeader({entry.sheet}).name;
            }
        }
    }
}

/// The years that the names of a file's sheets state, of pages of one year.
std::set<std::int64_t> sheetYears(const ImportPlan& plan, const std::string& file) {
    std::set<std::int64_t> years;
    for (const SheetImport& entry : plan.sheets) {
        const std::int64_t year = namedYear(entry.sheet, NamedBy::Text).ofData();
        if (entry.file == file && entry.layout.kind == LayoutKind::OnePeriod && year != 0) {
            years.insert(year);
        }
    }
    return years;
}

/// Whether another sheet of the same file has a title of the year before that of its name: then the
/// names are those of editions.
bool isEditionSheet(const ImportPlan& plan, const SheetImport& entry) {
    return std::any_of(plan.sheets.begin(), plan.sheets.end(), [&](const SheetImport& other) {
        const std::int64_t named = namedYear(other.sheet, NamedBy::Text).ofData();
        return other.file == entry.file && other.layout.periodRule == PeriodRule::Title &&
               named != 0 && other.layout.givenPeriod + 1 == named;
    });
}

/// Where the sheets of a file are named by different years, each is of its own, whatever year the
/// file is of; one without a year has to be told. In a file that is called a yearbook they may be
/// the years of editions, unless the book is younger than all of them.
void takeSheetYears(ImportPlan& plan) {
    for (SheetImport& entry : plan.sheets) {
        Layout& layout = entry.layout;
        const bool isTitled =
            layout.periodRule == PeriodRule::Title || layout.periodRule == PeriodRule::TitleLessOne;
        const std::set<std::int64_t> years = sheetYears(plan, entry.file);
        const auto isLeftOpen = layout.periodRule == PeriodRule::Given; // a part of a year
        if (layout.kind != LayoutKind::OnePeriod || isTitled || isLeftOpen || years.size() < 2) {
            continue;
        }
        const auto rule = sheetYearRule(entry.sheet);
        layout.periodRule = rule.value_or(PeriodRule::Given);
        const std::int64_t book = namedYear(entry.file, NamedBy::File).book;
        layout.isPeriodGuessed =
            rule == PeriodRule::SheetName &&
            ((namesYearbook(entry.file) && book <= *years.rbegin()) || isEditionSheet(plan, entry));
    }
}

/// Titles of different years in one file are right, whatever year its name says.
void trustTitlesOfSeveralYears(ImportPlan& plan) {
    std::map<std::string, std::set<std::int64_t>> years; // by file
    const auto isTitled = [](const SheetImport& entry) {
        return entry.layout.periodRule == PeriodRule::Title ||
               entry.layout.periodRule == PeriodRule::TitleLessOne;
    };
    for (const SheetImport& entry : plan.sheets) {
        if (isTitled(entry)) {
            years[entry.file].insert(entry.layout.givenPeriod);
        }
    }
    for (SheetImport& entry : plan.sheets) {
        entry.layout.isPeriodGuessed =
            entry.layout.isPeriodGuessed && !(isTitled(entry) && years[entry.file].size() > 1);
    }
}

/// Whether two tables share most of the variables of the second.
bool shareVariables(const Layout& a, const Layout& b) {
    std::set<std::string> names;
    for (const ColumnLayout& column : a.columns) {
        if (column.isImported && !column.isText) {
            names.insert(column.name);
        }
    }
    std::size_t shared = 0;
    std::size_t all = 0;
    for (const ColumnLayout& column : b.columns) {
        if (column.isImported && !column.isText) {
            ++all;
            shared += names.contains(column.name) ? 1 : 0;
        }
    }
    return shared > 0 && 2 * shared >= all;
}

/// Where one file says that it is a yearbook, and so carries the year before that of its name,
/// another of the same table with a year alone for a name may be one too.
void doubtYearsBesideYearbooks(ImportPlan& plan) {
    for (SheetImport& entry : plan.sheets) {
        if (entry.layout.periodRule != PeriodRule::FileName ||
            namedYear(entry.file, NamedBy::File).isMarked) {
            continue;
        }
        entry.layout.isPeriodGuessed =
            std::any_of(plan.sheets.begin(), plan.sheets.end(), [&](const SheetImport& other) {
                return other.layout.periodRule == PeriodRule::FileNameLessOne &&
                       namesYearbook(other.file) && shareVariables(other.layout, entry.layout);
            });
    }
}

/// If one sheet of a file shows that it is an edition of a yearbook, its other sheets are of the
/// year before too.
void alignEditions(ImportPlan& plan) {
    std::map<std::string, bool> editions; // by file, whether that is guessed
    for (const SheetImport& entry : plan.sheets) {
        if (entry.layout.periodRule == PeriodRule::FileNameLessOne) {
            editions.emplace(entry.file, entry.layout.isPeriodGuessed);
        }
    }
    for (SheetImport& entry : plan.sheets) {
        const auto edition = editions.find(entry.file);
        if (entry.layout.periodRule == PeriodRule::FileName && edition != editions.end()) {
            entry.layout.periodRule = PeriodRule::FileNameLessOne;
            entry.layout.isPeriodGuessed = edition->second;
        }
    }
}

/// A file may have a variable of the name that a key of the panel will have.
void avoidKeyNames(ImportPlan& plan) {
    for (SheetImport& entry : plan.sheets) {
        for (ColumnLayout& column : entry.layout.columns) {
            const bool isKeyName = column.name == plan.unitName || column.name == plan.periodName;
            column.name += column.isImported && isKeyName ? "_2" : "";
        }
    }
}

/// Where no row of data was found: the file, or the files.
Problem noDataRows(std::span<const Workbook* const> workbooks) {
    Problem problem{.code = ProblemCode::NoDataRows};
    if (workbooks.size() == 1) {
        problem.place.file = workbooks[0]->fileName;
        const auto& sheets = workbooks[0]->sheets;
        problem.place.sheet = sheets.size() == 1 ? sheets[0].name() : std::string();
        return problem;
    }
    constexpr std::size_t named = 5;
    for (std::size_t i = 0; i < std::min(named, workbooks.size()); ++i) {
        problem.found += (i == 0 ? "" : ", ") + workbooks[i]->fileName;
    }
    problem.found += workbooks.size() > named ? ", …" : "";
    return problem;
}

} // namespace

std::shared_ptr<const Gazetteer> gazetteerOf(const ImportPlan& plan) {
    switch (plan.unitNames) {
    case UnitNames::AsWritten:
        break;
    case UnitNames::ChinaPrefectures: // lives as long as the program
        return {&chinaPrefectures(), [](const Gazetteer*) {}};
    case UnitNames::OwnPlaces:
        return std::make_shared<const Gazetteer>(Gazetteer::of(plan.ownPlaces));
    }
    return nullptr;
}

std::optional<std::size_t> findTable(std::span<const SheetImport> tables, const SheetImport& like) {
    const auto found = std::find_if(tables.begin(), tables.end(), [&](const SheetImport& table) {
        return table.file == like.file && table.sheet == like.sheet && table.table == like.table;
    });
    if (found == tables.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - tables.begin());
}

ImportPlan detectPlan(std::span<const Workbook> workbooks) {
    return detectPlan(pointersTo(workbooks));
}

ImportPlan detectPlan(std::span<const Workbook* const> workbooks) {
    ImportPlan plan;
    for (const Workbook* workbook : workbooks) {
        for (const Sheet& sheet : workbook->sheets) {
            if (!sheet.isHidden) {
                planSheet(workbook->fileName, sheet, plan);
            }
        }
    }
    tellSheetsApart(plan);
    nameCompanions(plan);
    takeSheetUnits(workbooks, plan);
    takeSheetYears(plan);
    alignEditions(plan);
    trustTitlesOfSeveralYears(plan);
    doubtYearsBesideYearbooks(plan);
    avoidKeyNames(plan);
    planNames(workbooks, plan);
    plan.conversions = conversionOffers(workbooks, plan);
    return plan;
}

std::vector<NameDecision> nameOffers(std::span<const Workbook* const> workbooks,
                                     const ImportPlan& plan) {
    std::vector<NameDecision> names = plan.names;
    const auto gazetteer = gazetteerOf(plan);
    for (const SheetImport& entry : plan.sheets) {
        const Workbook* workbook = findWorkbook(workbooks, entry.file);
        const Sheet* sheet = workbook == nullptr ? nullptr : workbook->find(entry.sheet);
        if (gazetteer && sheet != nullptr) {
            std::vector<NameDecision> offers;
            offerNames(entry, unitsOf(*sheet, entry.layout, *gazetteer), *gazetteer, offers);
            addOffers(offers, names);
        }
    }
    return names;
}

ImportPlan withSureNames(ImportPlan plan) {
    for (NameDecision& name : plan.names) {
        const bool isWaiting = name.state == NameState::Offered && name.isSure;
        name.state = isWaiting ? NameState::Accepted : name.state;
    }
    return plan;
}

void addOffers(const std::vector<NameDecision>& offers, std::vector<NameDecision>& known) {
    const auto keyOf = [](const NameDecision& decision) {
        return std::tuple(decision.file, decision.sheet, decision.written);
    };
    std::set<std::tuple<std::string, std::string, std::string>> keys;
    for (const NameDecision& decision : known) {
        keys.insert(keyOf(decision));
    }
    for (const NameDecision& offer : offers) {
        if (keys.insert(keyOf(offer)).second) {
            known.push_back(offer);
        }
    }
}

Result<ImportResult> readPanel(std::span<const Workbook> workbooks, const ImportPlan& plan,
                               bool withCells, Progress& progress) {
    return readPanel(pointersTo(workbooks), plan, withCells, progress);
}

Result<ImportResult> readPanel(std::span<const Workbook* const> workbooks, const ImportPlan& plan,
                               bool withCells, Progress& progress) {
    Gathering gathering(plan, withCells);
    std::vector<TableSubject> subjects;
    const double share = 1.0 / static_cast<double>(std::max<std::size_t>(1, plan.sheets.size()));
    for (std::size_t i = 0; i < plan.sheets.size(); ++i) {
        const SheetImport& entry = plan.sheets[i];
        const Workbook* workbook = findWorkbook(workbooks, entry.file);
        const Sheet* sheet = workbook == nullptr ? nullptr : workbook->find(entry.sheet);
        if (sheet == nullptr) {
            return Problem{.code = ProblemCode::SheetNotFound,
                           .place = {.file = entry.file, .sheet = entry.sheet}};
        }
        SubProgress part(progress, share * static_cast<double>(i),
                         share * static_cast<double>(i + 1));
        const LaidOutSheet grid(*sheet, entry.layout);
        CITYPANEL_TRY_STATUS(gathering.add(*workbook, *grid, entry, part));
        subjects.push_back(subjectOfTable(*sheet, entry.layout, entry.file));
    }
    Result<ImportResult> result = gathering.finish();
    if (result) {
        Problems& warnings = result->report.warnings;
        for (Problem& warning : differingTables(subjects)) {
            warnings.push_back(std::move(warning));
        }
        for (const Workbook* workbook : workbooks) {
            warnings.insert(warnings.end(), workbook->warnings.begin(), workbook->warnings.end());
        }
    }
    if (!result && result.error().code == ProblemCode::NoDataRows) {
        return noDataRows(workbooks);
    }
    if (!result && result.error().code == ProblemCode::KeyColumnMissing) {
        // Every table holds for all units, and none says which there are.
        const SheetImport& first = plan.sheets.front();
        return located(result.error(), {.file = first.file, .sheet = first.sheet});
    }
    return result;
}

} // namespace citypanel::sheets
