// The search within the timeline's list: the line, what is found, and the ways from find to find.
#pragma once

#include "models/items/timeline_queries.h"
#include "ui/widgets/labels.h"

#include <QWidget>

class QAction;
class QPushButton;

namespace muniment {

class FilterLine;

/// Hidden until it is opened. Its owner searches, and tells it what to say.
class SearchBar : public QWidget {
    Q_OBJECT
public:
    /// `next` and `previous` are the window's commands; the buttons stand for them.
    SearchBar(AskCompletions ask, QAction* next, QAction* previous, QWidget* window, QWidget* parent);

    void open();
    void say(const QString& words, Tone tone);
    /// Something is searched for: it can be made the filter.
    void setSearching(bool isSearching);

    [[nodiscard]] FilterLine* line() const { return m_line; }

    /// What is said behind the line.
    [[nodiscard]] QString words() const { return m_words->wholeText(); }

    [[nodiscard]] QPushButton* filterButton() const { return m_filter; }

signals:
    void filterWanted(); ///< make what is searched for a condition of the filter
    void closed();       ///< Escape, or the button

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    FilterLine* m_line;
    ElidedLabel* m_words;
    QPushButton* m_next;
    QPushButton* m_previous;
    QPushButton* m_filter;
    QPushButton* m_close;
    QAction* m_nextAction;
    QAction* m_previousAction;
};

} // namespace muniment
