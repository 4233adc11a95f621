// SPDX-License-Identifier: GPL-3.0-or-later
// Translators of the program and of Qt, and the event filter that calls setTexts again.
#include "ui/widgets/language.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLocale>
#include <QTranslator>
#include <QWidget>

namespace citypanel::ui {

namespace {

WindowLanguage current = WindowLanguage::English;

class LanguageFilter final : public QObject {
public:
    LanguageFilter(QWidget* widget, std::function<void()> setTexts)
        : QObject(widget), setTexts_(std::move(setTexts)) {
        widget->installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::LanguageChange && watched == parent()) {
            setTexts_();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> setTexts_;
};

QTranslator* translator(const char* role) {
    auto* found = qApp->findChild<QTranslator*>(QLatin1String(role), Qt::FindDirectChildrenOnly);
    if (found == nullptr) {
        found = new QTranslator(qApp);
        found->setObjectName(QLatin1String(role));
    }
    return found;
}

void install(const char* role, const QString& file) {
    QTranslator* t = translator(role);
    QCoreApplication::removeTranslator(t);
    if (t->load(file)) {
        QCoreApplication::installTranslator(t);
    }
}

} // namespace

QString languageCode(WindowLanguage language) {
    return language == WindowLanguage::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

WindowLanguage systemLanguage() {
    return QLocale::system().language() == QLocale::Chinese ? WindowLanguage::Chinese
                                                            : WindowLanguage::English;
}

void applyLanguage(WindowLanguage language) {
    current = language;
    // The English file holds the plural forms ("1 row", "2 rows").
    install("qtTranslator", language == WindowLanguage::Chinese
                                ? QStringLiteral(":/i18n/qtbase_zh_CN.qm")
                                : QString());
    install("citypanelTranslator",
            QStringLiteral(":/i18n/citypanel_%1.qm").arg(languageCode(language)));
}

WindowLanguage windowLanguage() {
    return current;
}

QString textIn(WindowLanguage language, const char* context, const char* source) {
    if (language == WindowLanguage::English) {
        return QString::fromUtf8(source);
    }
    static const QTranslator* const chinese = [] {
        auto* t = new QTranslator(qApp);
        // Without the file, translate() below gives the empty text and the source is returned.
        [[maybe_unused]] const bool isLoaded = t->load(QStringLiteral(":/i18n/citypanel_zh_CN.qm"));
        return t;
    }();
    const QString text = chinese->translate(context, source);
    return text.isEmpty() ? QString::fromUtf8(source) : text;
}

void translated(QWidget* widget, std::function<void()> setTexts) {
    setTexts();
    new LanguageFilter(widget, std::move(setTexts));
}

} // namespace citypanel::ui
