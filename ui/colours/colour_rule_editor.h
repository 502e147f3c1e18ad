// One colour rule while it is edited: its name, its filter with what it means or where it goes wrong, its colour.
#pragma once

#include "models/items/timeline_queries.h"
#include "models/replica/colour_rules.h"
#include "ui/widgets/labels.h"

#include <QWidget>

class QComboBox;
class QFrame;
class QLineEdit;

namespace muniment {

class FilterEdit;

class ColourRuleEditor : public QWidget {
    Q_OBJECT
public:
    ColourRuleEditor(AskCompletions ask, QWidget* dialog);

    /// Shows the rule without telling of a change; absent: there is none to edit. `obstacle`: why the file cannot
    /// answer its filter; empty: nothing is known against it. What is being typed stays as it is while it means the
    /// same.
    void setRule(const std::optional<ColourRule>& rule, const QString& obstacle = {});
    void setEditable(bool isEditable);

    [[nodiscard]] QLineEdit* nameField() const { return m_name; }

    [[nodiscard]] FilterEdit* filterField() const { return m_filter; }

    [[nodiscard]] QComboBox* colourField() const { return m_colour; }

    /// What is said below the filter.
    [[nodiscard]] QString words() const;
    /// In front of it: ✓, ⚠ or ✕.
    [[nodiscard]] QString sign() const;

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void changed(const muniment::ColourRule& rule);
    /// Enter or Escape in the filter.
    void leaving();

private:
    void fillColours();
    void read();
    void say();
    void showState(const QString& sign, Tone tone, const QString& meaning);

    QLineEdit* m_name;
    QFrame* m_frame;
    QLabel* m_sign;
    FilterEdit* m_filter;
    QLabel* m_words;
    QComboBox* m_colour;
    std::optional<ColourRule> m_rule;
    QString m_obstacle; ///< to the filter of m_rule
    bool m_isSetting = false;
};

} // namespace muniment
