// SPDX-License-Identifier: GPL-3.0-or-later
// Following the focus, and painting over what has it.
#include "ui/widgets/focus_ring.h"

#include "ui/widgets/clear_boxes_style.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QFocusEvent>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace citypanel::ui {

namespace {

/// Puts a ring on what takes the focus, and takes it away again.
class RingKeeper final : public QObject {
public:
    using QObject::QObject;
    using Maker = QWidget* (*)(QWidget*);

    RingKeeper(Maker make, QObject* parent) : QObject(parent), make_(make) {}

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::FocusIn) {
            auto* area = qobject_cast<QAbstractScrollArea*>(watched);
            auto* text = qobject_cast<QLabel*>(watched); // one with links
            if (area != nullptr || text != nullptr) {
                enter(area != nullptr ? static_cast<QWidget*>(area) : text,
                      static_cast<QFocusEvent*>(event)->reason());
            }
        } else if (event->type() == QEvent::FocusOut && ring_ != nullptr &&
                   watched == ring_->parent()) {
            ring_->hide();
        }
        return false;
    }

private:
    void enter(QWidget* area, Qt::FocusReason reason) {
        const bool isText = qobject_cast<QTextEdit*>(area) != nullptr ||
                            qobject_cast<QPlainTextEdit*>(area) != nullptr;
        // A window that comes back, or a menu that goes, leaves it as it was.
        const bool isBack = reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason;
        const bool wasRinged = ring_ != nullptr && ring_->parent() == area;
        if (reason == Qt::MouseFocusReason && !isText) {
            delete ring_;
            return;
        }
        if (wasRinged) {
            ring_->show();
            ring_->raise();
        } else if (!isBack || isText) {
            delete ring_;
            ring_ = make_(area);
        }
    }

    Maker make_ = nullptr;
    QPointer<QWidget> ring_;
};

} // namespace

void FocusRing::install() {
    const QString name = QStringLiteral("ringKeeper");
    if (qApp->findChild<QObject*>(name, Qt::FindDirectChildrenOnly) == nullptr) {
        auto* keeper =
            new RingKeeper([](QWidget* ringed) -> QWidget* { return new FocusRing(ringed); }, qApp);
        keeper->setObjectName(name);
        qApp->installEventFilter(keeper);
    }
}

FocusRing::FocusRing(QWidget* ringed) : QWidget(ringed), ringed_(ringed) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(ringed->rect());
    ringed->installEventFilter(this);
    show();
    raise();
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
    if (watched == ringed_ && event->type() == QEvent::Resize) {
        setGeometry(ringed_->rect());
        raise();
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawFocusRing(rect(), painter);
}

} // namespace citypanel::ui
