// SPDX-License-Identifier: GPL-3.0-or-later
// The two palettes, the fonts, and the text scale.
#include "ui/widgets/theme.h"

#include "ui/widgets/clear_boxes_style.h"
#include "ui/widgets/focus_ring.h"
#include "ui/widgets/typing_guard.h"
#include "ui/widgets/wheel_guard.h"

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QFont>
#include <QLabel>
#include <QSignalBlocker>
#include <QStyle>
#include <QTimer>
#include <QToolTip>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

#include <algorithm>
#include <array>
#include <utility>

namespace citypanel::ui {

namespace {

constexpr const char* inkProperty = "inkRole";
constexpr int itemInkRole = Qt::UserRole + 1000;

struct Shades {
    QRgb window, base, alternate, text, muted, border, button, accent, onAccent, link;
};

constexpr Shades light{.window = 0xfff3f5f8,
                       .base = 0xffffffff,
                       .alternate = 0xfff7f9fb,
                       .text = 0xff1b2027,
                       .muted = 0xff5b6672,
                       .border = 0xffd3d9e0,
                       .button = 0xfffbfcfd,
                       .accent = 0xff0f6ab0,
                       .onAccent = 0xffffffff,
                       .link = 0xff0f6ab0};
constexpr Shades dark{.window = 0xff22262c,
                      .base = 0xff1a1d22,
                      .alternate = 0xff1f2328,
                      .text = 0xffe4e8ed,
                      .muted = 0xff9aa5b1,
                      .border = 0xff3b424b,
                      .button = 0xff2c3138,
                      .accent = 0xff2f7fc1,
                      .onAccent = 0xffffffff,
                      .link = 0xff6db7ee};

struct State {
    bool dark = false;
    bool platformIsDark = false;
    double basePointSize = 9.0;
    double scale = 1.0;
    bool known = false;
};

State& state() {
    static State value;
    return value;
}

// The platform's own palette and font size, before we replace them.
void rememberPlatform() {
    State& s = state();
    if (s.known) {
        return;
    }
    const QPalette platform = QApplication::palette();
    s.platformIsDark = platform.color(QPalette::Window).lightness() <
                       platform.color(QPalette::WindowText).lightness();
    // Without a desktop the default is 9 pt, small on a laptop; 10 is the usual desktop size.
    s.basePointSize = std::max(10.0, QApplication::font().pointSizeF());
    s.known = true;
}

QPalette paletteOf(const Shades& s) {
    QPalette p;
    const auto set = [&](QPalette::ColorRole role, QRgb rgb) {
        p.setColor(role, QColor::fromRgb(rgb));
    };
    set(QPalette::Window, s.window);
    set(QPalette::Base, s.base);
    set(QPalette::AlternateBase, s.alternate);
    set(QPalette::Button, s.button);
    set(QPalette::WindowText, s.text);
    set(QPalette::Text, s.text);
    set(QPalette::ButtonText, s.text);
    set(QPalette::ToolTipBase, s.base);
    set(QPalette::ToolTipText, s.text);
    set(QPalette::PlaceholderText, s.muted);
    set(QPalette::Highlight, s.accent);
    set(QPalette::HighlightedText, s.onAccent);
    set(QPalette::Link, s.link);
    set(QPalette::LinkVisited, s.link);
    set(QPalette::BrightText, s.onAccent);
    set(QPalette::Light, s.button);
    set(QPalette::Midlight, s.border);
    set(QPalette::Mid, s.border);
    p.setColor(QPalette::Dark, QColor::fromRgb(s.border).darker(125));
    p.setColor(QPalette::Shadow, QColor::fromRgb(s.border).darker(170));
    QColor faded = QColor::fromRgb(s.muted);
    faded.setAlpha(150);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        p.setColor(QPalette::Disabled, role, faded);
    }
    p.setColor(QPalette::Disabled, QPalette::Highlight, QColor::fromRgb(s.border));
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor::fromRgb(s.text));
    return p;
}

void applyFont() {
    QFont font = QApplication::font();
    // Named in this order, Latin text keeps its face and Chinese text gets the mainland shapes of
    // the characters whatever the locale is (a fallback by locale may pick the Japanese ones).
    font.setFamilies({QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans CJK SC"),
                      QStringLiteral("Noto Sans SC"), QStringLiteral("Microsoft YaHei"),
                      QStringLiteral("PingFang SC"), QStringLiteral("WenQuanYi Micro Hei")});
    font.setPointSizeF(state().basePointSize * state().scale);
    QApplication::setFont(font);
    QToolTip::setFont(font);
}

/// A combo box goes on asking for the least size it had with a larger font until its style changes.
void askForLess() {
    for (QWidget* widget : QApplication::allWidgets()) {
        if (qobject_cast<QComboBox*>(widget) != nullptr) {
            QEvent change(QEvent::StyleChange);
            QCoreApplication::sendEvent(widget, &change);
            widget->updateGeometry();
        }
    }
}

/// A change of colour is none that anybody made.
void paintItemsAgain(QTreeWidget* tree) {
    const QSignalBlocker blocker(tree);
    for (QTreeWidgetItemIterator it(tree); *it != nullptr; ++it) {
        for (int column = 0; column < tree->columnCount(); ++column) {
            if (const QVariant role = (*it)->data(column, itemInkRole); role.isValid()) {
                setInk(*it, column, static_cast<ColourRole>(role.toInt()));
            }
        }
    }
}

/// A label gives its links their colour when its text is set, and only another text is.
void paintLinksAgain(QLabel* label) {
    const QString text = label->text();
    if (label->textFormat() != Qt::PlainText && text.contains(QLatin1String("<a "))) {
        label->clear();
        label->setText(text);
    }
}

QColor pick(QRgb inLight, QRgb inDark) {
    return QColor::fromRgb(state().dark ? inDark : inLight);
}

} // namespace

void applyTheme(Theme theme) {
    rememberPlatform();
    if (qobject_cast<ClearBoxesStyle*>(QApplication::style()) == nullptr) {
        QApplication::setStyle(new ClearBoxesStyle);
        WheelGuard::install();
        TypingGuard::install();
        FocusRing::install();
    }
    State& s = state();
    s.dark = theme == Theme::Dark || (theme == Theme::System && s.platformIsDark);
    const QPalette palette = paletteOf(s.dark ? dark : light);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    applyFont();
    for (QWidget* widget : QApplication::allWidgets()) {
        if (const QVariant role = widget->property(inkProperty); role.isValid()) {
            setInk(widget, static_cast<ColourRole>(role.toInt()));
        }
        if (auto* tree = qobject_cast<QTreeWidget*>(widget)) {
            paintItemsAgain(tree);
        } else if (auto* label = qobject_cast<QLabel*>(widget)) {
            paintLinksAgain(label);
        }
    }
}

void setInk(QWidget* widget, std::optional<ColourRole> role) {
    widget->setProperty(inkProperty, role ? QVariant(static_cast<int>(*role)) : QVariant());
    QPalette palette;
    if (role) {
        palette.setColor(QPalette::WindowText, colour(*role));
    }
    widget->setPalette(palette);
}

void setInk(QTreeWidgetItem* item, int column, ColourRole role) {
    item->setData(column, itemInkRole, static_cast<int>(role));
    item->setForeground(column, colour(role));
}

bool isDarkTheme() {
    return state().dark;
}

QColor colour(ColourRole role) {
    switch (role) {
    case ColourRole::Accent:
        return pick(light.link, dark.link);
    case ColourRole::Error:
        return pick(0xffb3261e, 0xffff8a80);
    case ColourRole::Warning:
        return pick(0xff9a5b00, 0xffffc46b);
    case ColourRole::Success:
        return pick(0xff1d7a46, 0xff76d6a2);
    case ColourRole::Muted:
        return pick(light.muted, dark.muted);
    case ColourRole::Border:
        return pick(light.border, dark.border);
    case ColourRole::Interpolated:
        return pick(0xffcfe8f7, 0xff1f4660);
    case ColourRole::Clipped:
        return pick(0xfffbe0c8, 0xff5c3a17);
    case ColourRole::Computed:
        return pick(0xffd9efe4, 0xff1c4735);
    case ColourRole::Corrected:
        return pick(0xfff6d5e6, 0xff5a2a45);
    case ColourRole::Joined:
        return pick(0xffe6def5, 0xff403460);
    case ColourRole::Header:
        return pick(0xffcfe3f5, 0xff1d3f5e);
    case ColourRole::Key:
        return pick(0xffd9efe4, 0xff1c4735);
    case ColourRole::Body:
        return pick(light.base, dark.base);
    case ColourRole::UnitLine:
        return pick(0xfffdf0c9, 0xff55471a);
    case ColourRole::Note:
        return pick(0xffe9ebef, 0xff30353c);
    }
    return {};
}

QColor seriesColour(int index) {
    static constexpr std::array<QRgb, 8> onLight{0xff0072b2, 0xffd55e00, 0xff009e73, 0xffcc79a7,
                                                 0xffe69f00, 0xff56b4e9, 0xff8a7f00, 0xff000000};
    static constexpr std::array<QRgb, 8> onDark{0xff56b4e9, 0xffe88a45, 0xff3fc79f, 0xffdf9fc2,
                                                0xfff0b840, 0xff8fcdf2, 0xfff0e442, 0xffffffff};
    const auto at = static_cast<std::size_t>(index) % onLight.size();
    return QColor::fromRgb(state().dark ? onDark[at] : onLight[at]);
}

void applyTextScale(double scale) {
    rememberPlatform();
    const double before = std::exchange(state().scale, std::clamp(scale, 0.7, 3.0));
    applyFont();
    if (state().scale < before) {
        QTimer::singleShot(0, qApp, askForLess); // widgets hear of the font by an event
    }
}

double textScale() {
    return state().scale;
}

} // namespace citypanel::ui
