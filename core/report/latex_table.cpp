// SPDX-License-Identifier: GPL-3.0-or-later
// Columns, lines and rules of a LaTeX table.
#include "core/report/latex_table.h"

#include "core/report/column_widths.h"
#include "core/report/display_width.h"
#include "core/report/text_parts.h"

#include <algorithm>
#include <vector>

namespace citypanel::report {

namespace {

// In twips, twentieths of a point.
constexpr int textWidth = 9070;   ///< 16 cm
constexpr int textHeight = 14000; ///< 24.7 cm, the width of a sideways table
constexpr int twipsOfPoint = 20;
constexpr std::size_t linesOfAPage = 44; ///< of a table, beyond which it is continued

/// How a table is set, from the most comfortable to the smallest.
struct Setting {
    bool isSideways = false;
    std::string_view size{}; ///< of the text
    int halfEm = 0;
    int gap = 0;
};

// Computer Modern is a little wider than Times, by which columns are measured.
constexpr Setting regularSetting{false, "\\small", 97, 120};
constexpr Setting compactSetting{false, "\\footnotesize", 86, 60};
constexpr Setting smallestSetting{false, "\\scriptsize", 75, 40};
constexpr Setting sidewaysSetting{true, "\\footnotesize", 92, 60};
constexpr Setting smallestSideways{true, "\\scriptsize", 80, 40};
constexpr std::size_t fewColumns = 5; ///< long words, not many numbers: small text is no hindrance

ColumnWidths widthsWithin(const TypesetTable& table, const Setting& setting) {
    return {table,
            {.pageWidth = setting.isSideways ? textHeight : textWidth,
             .cellMargin = setting.gap,
             .halfEm = setting.halfEm}};
}

Setting settingOf(const TypesetTable& table) {
    std::vector<Setting> settings;
    if (table.density != Density::Compact) {
        settings.push_back(regularSetting);
    }
    settings.push_back(compactSetting);
    if (isLongLatexTable(table) || table.columnCount <= fewColumns) {
        settings.push_back(smallestSetting);
    }
    if (!isLongLatexTable(table)) {
        settings.push_back(sidewaysSetting);
        settings.push_back(smallestSideways);
    }
    const auto fitting = std::find_if(settings.begin(), settings.end(), [&](const Setting& one) {
        return widthsWithin(table, one).fits();
    });
    return fitting != settings.end() ? *fitting : settings.back();
}

class LatexTable {
public:
    LatexTable(const TypesetTable& table, LatexNumbers numbers)
        : table_(table)
        , isSiunitx_(numbers == LatexNumbers::Siunitx)
        , setting_(settingOf(table))
        , width_(isSiunitx_ ? 1 : 2)
        , widths_(widthsWithin(table, setting_)) {}

    std::string print() const {
        return isLongLatexTable(table_) ? printedLong() : printedFloating();
    }

private:
    [[nodiscard]] std::string printedFloating() const {
        const std::string environment = setting_.isSideways ? "sidewaystable" : "table";
        std::string out = "\\begin{" + environment + "}[htbp]\n\\centering" + textSetting();
        out += "\\begin{threeparttable}\n" + caption() + "\\begin{tabular}{" + columnTypes() +
               "}\n" + head();
        out += body();
        out += "\\bottomrule" + weight() + "\n\\end{tabular}\n";
        if (!table_.notes.empty()) {
            out += "\\begin{tablenotes}[flushleft]\\footnotesize\n\\item " +
                   latexText(noteParagraph(table_)) + "\n\\end{tablenotes}\n";
        }
        return out + "\\end{threeparttable}\n\\end{" + environment + "}\n";
    }

    /// Continued on the next pages, with its header on each.
    [[nodiscard]] std::string printedLong() const {
        std::string out = table_.number > 0
                              ? "\\setcounter{table}{" + std::to_string(table_.number - 1) + "}\n"
                              : std::string();
        out += "\\begingroup" + textSetting() + "\\begin{longtable}{" + columnTypes() +
               "}\n\\caption" + (table_.number > 0 ? "{" : "*{") + latexText(table_.title) +
               "}\\\\\n" + head() + "\\endfirsthead\n" + head() + "\\endhead\n\\bottomrule" +
               weight() + "\n\\endfoot\n" + body() + "\\end{longtable}\n";
        if (!table_.notes.empty()) {
            out += "{\\footnotesize\\noindent " + latexText(noteParagraph(table_)) + "\\par}\n";
        }
        return out + "\\endgroup\n";
    }

    /// Size of the text, and distances of lines and columns that go with it.
    [[nodiscard]] std::string textSetting() const {
        std::string out = std::string(setting_.size) + '\n';
        if (setting_.gap != regularSetting.gap) {
            out += "\\renewcommand{\\arraystretch}{0.85}\n\\setlength{\\tabcolsep}{" +
                   std::to_string(setting_.gap / twipsOfPoint) + "pt}\n";
        }
        return out;
    }

    [[nodiscard]] std::string columnTypes() const {
        std::string types = "l";
        for (std::size_t i = 1; i < table_.columnCount; ++i) {
            types += isSiunitx_ ? numberColumn(i) : "r@{}l";
        }
        return types;
    }

    [[nodiscard]] std::string head() const {
        std::string out = "\\toprule" + weight() + '\n';
        for (const TypesetLine& line : table_.header) {
            out += printed(line, true) + groupRules(line);
        }
        return out + "\\midrule\n";
    }

    [[nodiscard]] std::string body() const {
        std::string out;
        for (const TypesetLine& line : table_.body) {
            out += (line.isRuledAbove ? "\\midrule\n" : "") + printed(line);
        }
        return out;
    }

    [[nodiscard]] std::string caption() const {
        const std::string title = latexText(table_.title) + "}\n";
        return table_.number > 0 ? "\\setcounter{table}{" + std::to_string(table_.number - 1) +
                                       "}\n\\caption{" + title
                                 : "\\caption*{" + title;
    }

    [[nodiscard]] std::string weight() const {
        return table_.rules == RuleStyle::Light ? "[\\lightrulewidth]" : "";
    }

    /// Cells of `column` that are aligned on their decimal points.
    template <typename Visit>
    void forEachNumber(std::size_t column, Visit visit) const {
        for (const TypesetLine& line : table_.body) {
            std::size_t at = 0;
            for (const TypesetCell& cell : line.cells) {
                if (at == column && cell.align == Align::Decimal) {
                    visit(cell);
                }
                at += static_cast<std::size_t>(cell.span);
            }
        }
    }

    /// An S column with room for the widest number and for what hangs before and after it.
    [[nodiscard]] std::string numberColumn(std::size_t column) const {
        std::size_t whole = 1;
        std::size_t decimals = 0;
        std::string post;
        bool isNegative = false;
        forEachNumber(column, [&](const TypesetCell& cell) {
            const Parts parts = partsOf(cell);
            isNegative = isNegative || parts.digits.starts_with('-');
            const std::size_t sign = parts.digits.starts_with('-') ? 1 : 0;
            const std::size_t point = std::min(parts.digits.find('.'), parts.digits.size());
            whole = std::max(whole, point - std::min(point, sign));
            decimals =
                std::max(decimals, parts.digits.size() - std::min(point + 1, parts.digits.size()));
            post = parts.after.size() > post.size() ? parts.after : post;
        });
        return std::string("\n  S[table-format=") + (isNegative ? "-" : "") +
               std::to_string(whole) + '.' + std::to_string(decimals) +
               ", table-space-text-pre={(}, table-space-text-post={" + latexText(post) +
               "}, table-align-text-pre=false, table-align-text-post=false, "
               "group-digits=integer, group-separator={,}, group-minimum-digits=4]";
    }

    /// A number as siunitx reads it, and the text before and after.
    struct Parts {
        std::string before{};
        std::string digits{};
        std::string after{};
    };

    static Parts partsOf(const TypesetCell& cell) {
        // siunitx marks the thousands itself; a comma would be its decimal sign.
        Parts parts{.before = {},
                    .digits = replaced(withHyphens(cell.head), {{",", ""}}),
                    .after = cell.tail};
        if (parts.digits.starts_with('(')) {
            parts.before = "(";
            parts.digits.erase(0, 1);
        }
        return parts;
    }

    [[nodiscard]] static std::string braced(const std::string& text) {
        return text.empty() ? text : '{' + latexText(text) + '}';
    }

    /// The first column holds the labels; the others are a pair (up to the last digit, and what
    /// hangs after it) or an S column.
    [[nodiscard]] std::string printed(const TypesetCell& cell, bool isLabel,
                                      const std::string& text) const {
        const int columns = width_ * cell.span - (isLabel ? width_ - 1 : 0);
        if (isLabel && columns == 1) {
            return text;
        }
        if (!isLabel && cell.align == Align::Decimal) {
            if (!isSiunitx_) {
                return latexText(cell.head) + " & " + latexText(cell.tail);
            }
            const Parts parts = partsOf(cell);
            return braced(parts.before) + parts.digits + braced(parts.after);
        }
        return "\\multicolumn{" + std::to_string(columns) + (isLabel ? "}{l}{" : "}{c}{") + text +
               '}';
    }

    /// A heading in as many lines as the width of its column asks for.
    [[nodiscard]] std::string heading(const TypesetCell& cell, std::size_t column) const {
        const int room = (widths_.of(column, cell.span) - 2 * setting_.gap) / setting_.halfEm;
        std::string stack;
        const auto lines = wrapped(cell.text(), static_cast<std::size_t>(std::max(room, 4)));
        for (const std::string& line : lines) {
            stack += (stack.empty() ? "" : "\\\\") + latexText(line);
        }
        return lines.size() > 1 ? "\\shortstack{" + stack + '}' : stack;
    }

    [[nodiscard]] std::string printed(const TypesetLine& line, bool isHeader = false) const {
        std::string result;
        std::size_t column = 0;
        for (const TypesetCell& cell : line.cells) {
            const bool isLabel = column == 0;
            const bool wraps = isHeader && !isLabel;
            result +=
                (isLabel ? "" : " & ") +
                printed(cell, isLabel, wraps ? heading(cell, column) : latexText(cell.text()));
            column += static_cast<std::size_t>(cell.span);
        }
        return result + " \\\\\n";
    }

    [[nodiscard]] std::string groupRules(const TypesetLine& line) const {
        std::string result;
        int column = 1;
        for (std::size_t i = 0; i < line.cells.size(); ++i) {
            const int columns = width_ * line.cells[i].span - (i == 0 ? width_ - 1 : 0);
            if (line.cells[i].isRuledBelow) {
                result += "\\cmidrule(lr){" + std::to_string(column) + '-' +
                          std::to_string(column + columns - 1) + '}';
            }
            column += columns;
        }
        return result.empty() ? result : result + '\n';
    }

    const TypesetTable& table_;
    bool isSiunitx_;
    Setting setting_;
    int width_; ///< columns of LaTeX for a column of numbers
    ColumnWidths widths_;
};

} // namespace

bool isLongLatexTable(const TypesetTable& table) {
    return table.body.size() > linesOfAPage;
}

std::string latexText(std::string_view text) {
    return replaced(text, {{"\\", "\\textbackslash{}"},
                           {"{", "\\{"},
                           {"}", "\\}"},
                           {"$", "\\$"},
                           {"&", "\\&"},
                           {"%", "\\%"},
                           {"#", "\\#"},
                           {"_", "\\_"},
                           {"^", "\\textasciicircum{}"},
                           {"~", "\\textasciitilde{}"},
                           {"<", "\\textless{}"},
                           {">", "\\textgreater{}"},
                           {"***", "$^{***}$"},
                           {"**", "$^{**}$"},
                           {"*", "$^{*}$"},
                           {"\u2212", "$-$"},
                           {"×", "$\\times$"},
                           {"√", "$\\surd$"},
                           {"²", "$^2$"},
                           {"≠", "$\\neq$"},
                           {"≤", "$\\leq$"},
                           {"≥", "$\\geq$"},
                           {"∞", "$\\infty$"},
                           {"χ", "$\\chi$"},
                           {"σ", "$\\sigma$"},
                           {"ρ", "$\\rho$"},
                           {"λ", "$\\lambda$"},
                           {"–", "--"},
                           {"“", "``"},
                           {"”", "''"}});
}

std::string latexTable(const TypesetTable& table, LatexNumbers numbers) {
    return LatexTable(table, numbers).print();
}

} // namespace citypanel::report
