// The timeline's filter: the line, whether it can be read, what it asks for in words, what it found, and its conditions
// as chips.
#pragma once

#include "models/items/timeline_queries.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace muniment {

class CompletionPopup;
class ElidedLabel;
class FilterChips;
class FilterEdit;
class FilterLine;

/// How many events the filter that holds has found.
struct FilterFound {
    std::int64_t matches = 0;
    std::int64_t events = 0; ///< of all in the file
    std::chrono::microseconds took{};
};

/// What is typed is read at once and never asked about before Enter. A filter that cannot be read is not applied: the
/// one before stays.
class FilterBar : public QWidget {
    Q_OBJECT
public:
    FilterBar(AskCompletions ask, QWidget* window, QWidget* parent);

    /// The filter that holds; replaces what is being typed.
    void setFilter(const FilterNode& filter);
    /// Absent: not known yet.
    void setFound(const std::optional<FilterFound>& found);
    void setZone(const ClockZone& zone);
    void focusLine();
    /// A button at the right of the line, left of those that are there.
    void addButton(QPushButton* button);

    [[nodiscard]] FilterEdit* edit() const;

    [[nodiscard]] FilterChips* chips() const { return m_chips; }

    [[nodiscard]] CompletionPopup* popup() const;

    /// What is said below the line: the filter in words, or what is wrong with it.
    [[nodiscard]] QString words() const;

    [[nodiscard]] bool isValid() const;

signals:
    /// Enter, a chip taken away, or a filter of the history.
    void filterChosen(const muniment::FilterNode& filter);
    void saveChosen();
    void leaving(); ///< Escape: back to the list

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void say();
    void apply();
    void choose(const QString& text);
    void fillHistory();

    QHBoxLayout* m_row;
    FilterLine* m_line;
    QPushButton* m_past;
    QMenu* m_pastMenu;
    QPushButton* m_save;
    ElidedLabel* m_words;
    QLabel* m_count;
    FilterChips* m_chips;
    FilterNode m_applied;
    std::optional<FilterFound> m_found;
    Instant m_asked; ///< what "-30d" in the words is relative to
    ClockZone m_zone;
};

} // namespace muniment
