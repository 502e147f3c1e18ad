// A hand at the keyboard whose keys are counted where they are pressed; a text typed or pasted counts as one.
#pragma once

#include <QApplication>
#include <QTest>
#include <QWidget>

namespace muniment::test {

class Keyboard {
public:
    explicit Keyboard(QWidget* window) : m_window(window) {}

    Keyboard& press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        ++m_keys;
        QTest::keyClick(target(), key, modifiers);
        return *this;
    }

    Keyboard& type(const QString& text) {
        ++m_keys;
        QTest::keyClicks(target(), text);
        return *this;
    }

    [[nodiscard]] int keys() const { return m_keys; }

private:
    /// Where a key goes: to what has the focus in the popup, the dialog or the window that is in front.
    [[nodiscard]] QWidget* target() const {
        auto* front = QApplication::activePopupWidget();
        if (front == nullptr)
            front = QApplication::activeModalWidget();
        if (front == nullptr)
            front = QApplication::activeWindow();
        if (front == nullptr)
            front = m_window;
        return front->focusWidget() == nullptr ? front : front->focusWidget();
    }

    QWidget* m_window;
    int m_keys = 0;
};

#define VERIFY_KEYS(keyboard, most)                                                                                    \
    do {                                                                                                               \
        qInfo("%s: %d keys of %d", QTest::currentTestFunction(), (keyboard).keys(), most);                             \
        QVERIFY((keyboard).keys() <= (most));                                                                          \
    } while (false)

} // namespace muniment::test
