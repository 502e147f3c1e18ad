// The pieces pages are laid out from: cards, buttons, tables and empty places, all alike.
#pragma once

#include <QFrame>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <functional>

class QLabel;

namespace muniment {

/// A round white surface; `margin` in pixels around its content.
[[nodiscard]] QFrame* makeCard(QWidget* parent, int margin);
/// One hairline.
[[nodiscard]] QFrame* makeLine(QWidget* parent);
/// `kind`: "", "main", "flat", "pill" as the style sheet knows them.
[[nodiscard]] QPushButton* makeButton(QWidget* parent, const char* kind = "");
/// Text with mnemonic; the accessible name is the text without it.
void setButtonText(QPushButton* button, const QString& text);
/// Rows of 24 pixels, one selection, hairlines; the first column stretches unless told otherwise.
void dressTable(QTableView* table);

/// Says why a place is empty and offers the way on.
class EmptyPlace : public QWidget {
    Q_OBJECT
public:
    explicit EmptyPlace(QWidget* parent);
    /// Without `action` no button is shown.
    void say(const QString& title, const QString& text, const QString& action = {});

signals:
    void actionChosen();

private:
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_button;
};

} // namespace muniment
