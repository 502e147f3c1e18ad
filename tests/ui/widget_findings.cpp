#include "tests/ui/window_fixture.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QScrollBar>
#include <QTabBar>
#include <QTabWidget>
#include <QTextEdit>

namespace muniment::test {

static QString pathOf(const QObject* object) {
    QStringList parts;
    for (; object != nullptr; object = object->parent())
        parts.prepend(QLatin1String(object->metaObject()->className()));
    return parts.join(QLatin1Char('/'));
}

/// Parts that Qt makes inside its own widgets; the widget around them has the name.
static bool isInner(const QWidget* widget) {
    if (qobject_cast<const QHeaderView*>(widget) != nullptr && widget->isHidden())
        return true; // rows have no titles
    for (const auto* parent = widget->parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
        if (qobject_cast<const QLineEdit*>(parent) != nullptr || qobject_cast<const QComboBox*>(parent) != nullptr ||
            qobject_cast<const QTabBar*>(parent) != nullptr)
            return true;
        // A scroll area's own bars, and the corner button of a table.
        if (parent->objectName().startsWith(QStringLiteral("qt_scrollarea")))
            return true;
        if (qobject_cast<const QAbstractItemView*>(parent) != nullptr &&
            qobject_cast<const QAbstractButton*>(widget) != nullptr)
            return true;
    }
    return widget->objectName().startsWith(QStringLiteral("qt_"));
}

static bool isControl(const QWidget* widget) {
    return qobject_cast<const QAbstractButton*>(widget) != nullptr ||
           qobject_cast<const QAbstractItemView*>(widget) != nullptr ||
           qobject_cast<const QAbstractSlider*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr || qobject_cast<const QLineEdit*>(widget) != nullptr ||
           qobject_cast<const QPlainTextEdit*>(widget) != nullptr ||
           qobject_cast<const QTextEdit*>(widget) != nullptr || qobject_cast<const QProgressBar*>(widget) != nullptr ||
           qobject_cast<const QTabWidget*>(widget) != nullptr || qobject_cast<const QDialog*>(widget) != nullptr;
}

QStringList findings(const QWidget* root) {
    QStringList found;
    auto widgets = root->findChildren<QWidget*>();
    for (const auto* widget : widgets) {
        if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            if (label->textFormat() != Qt::PlainText)
                found << QStringLiteral("label is not plain text: %1 \"%2\"").arg(pathOf(label), label->text());
            continue;
        }
        if (isControl(widget) && !isInner(widget) && widget->accessibleName().trimmed().isEmpty()) {
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            if (button != nullptr && !button->isVisibleTo(root) && button->text().isEmpty())
                continue; // an action that is not offered now has no words yet
            found << QStringLiteral("no accessible name: %1 %2").arg(pathOf(widget), widget->objectName());
        }
        if (qobject_cast<const QTextEdit*>(widget) != nullptr)
            found << QStringLiteral("takes rich text: %1").arg(pathOf(widget));
    }
    return found;
}

} // namespace muniment::test
