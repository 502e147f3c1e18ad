// The facts of the chosen entity and what can be done with it.
#pragma once

#include "ui/widgets/text_grid.h"

#include <QAction>
#include <QWidget>

#include <vector>

class QFrame;
class QLabel;
class QMenu;
class QPushButton;

namespace muniment {

class OverviewTab : public QWidget {
    Q_OBJECT
public:
    explicit OverviewTab(QWidget* parent);
    /// What nobody should overlook about the chosen entity, above its facts; empty: nothing.
    void setBadge(const QString& text);
    void tell(const std::vector<std::vector<TextCell>>& facts);
    /// A button that does what the action does.
    void addButton(QAction* action);
    /// A menu of further actions behind the buttons.
    void setMore(QMenu* menu);
    void retranslate();

    /// Empty: there is none.
    [[nodiscard]] QString badge() const;

    [[nodiscard]] TextGrid* facts() const { return m_facts; }

private:
    void changeEvent(QEvent* event) override;
    void drawBadge();

    QFrame* m_badge;
    QLabel* m_badgeIcon;
    QLabel* m_badgeText;
    TextGrid* m_facts;
    QLayout* m_buttons;
    QPushButton* m_more;
};

} // namespace muniment
