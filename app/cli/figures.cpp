// SPDX-License-Identifier: GPL-3.0-or-later
// The offscreen application behind figures.
#include "app/cli/figures.h"

#include "ui/charts/figure_export.h"
#include "ui/widgets/theme.h"

#include <QApplication>

namespace citypanel::cli {

namespace {

/// Qt Charts draws only while a QApplication lives. It stays until the program ends.
void ensureApplication() {
    static int count = 1;
    static char name[] = "citypanel-cli";
    static char* arguments[] = {name, nullptr};
    if (QCoreApplication::instance() == nullptr) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_LOGGING_RULES", "default.warning=false"); // remarks on the platform, not on us
        static QApplication application(count, arguments);
        ui::applyTheme(ui::Theme::Light);
    }
}

} // namespace

Status writeFigure(const study::Figure& figure, text::Language language, const QString& path,
                   const report::FigureStyle& style) {
    ensureApplication();
    return ui::exportFigure(figure, language, path, style);
}

Result<report::Picture> drawPicture(const study::Figure& figure, text::Language language,
                                    const report::FigureStyle& style) {
    ensureApplication();
    return ui::pictureOf(figure, language, style);
}

} // namespace citypanel::cli
