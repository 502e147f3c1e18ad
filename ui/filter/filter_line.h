// A line to type a filter in, with what goes with it wherever filters are typed: whether it can be read, completions
// below it, and what was asked before.
#pragma once

#include "models/items/timeline_queries.h"
#include "ui/filter/filter_history.h"

#include <QFrame>

class QLabel;

namespace muniment {

class CompletionPopup;
class FilterEdit;

/// What is typed is read at once. Up and Down go through what was remembered; Ctrl+Space completes.
class FilterLine : public QFrame {
    Q_OBJECT
public:
    /// `historyKey`: the setting that holds what was remembered. `window` is what completions lie upon.
    FilterLine(AskCompletions ask, const char* historyKey, QWidget* window, QWidget* parent);

    /// `empty`: what it means that nothing is typed. Also when the language has changed.
    void setMeanings(const QString& name, const QString& empty);
    void setText(const QString& text);
    [[nodiscard]] QString text() const;
    void focusLine();
    /// What is typed was asked: it comes first when earlier ones are gone through, and needs no completion.
    void remember();

    /// As typed; absent: it cannot be read.
    [[nodiscard]] const std::optional<FilterNode>& filter() const { return m_filter; }

    /// What is wrong; empty: it can be read.
    [[nodiscard]] QString errorText() const;

    /// Newest first.
    [[nodiscard]] const QStringList& remembered() const { return m_history.texts(); }

    [[nodiscard]] FilterEdit* edit() const { return m_edit; }

    [[nodiscard]] CompletionPopup* popup() const { return m_popup; }

signals:
    void changed(); ///< another text has been read
    void applied(); ///< Enter
    void leaving(); ///< Escape

private:
    void read();
    void showState();

    QLabel* m_sign;
    FilterEdit* m_edit;
    CompletionPopup* m_popup;
    FilterHistory m_history;
    QString m_empty;
    QString m_text;
    std::optional<FilterNode> m_filter = FilterNode{};
    std::optional<FilterError> m_error;
};

} // namespace muniment
