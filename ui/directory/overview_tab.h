// The facts of the chosen entity and what can be done with it.
#pragma once

#include "ui/widgets/text_grid.h"

#include <QAction>
#include <QWidget>

#include <vector>

class QMenu;
class QPushButton;

namespace muniment {

class OverviewTab : public QWidget {
    Q_OBJECT
public:
    explicit OverviewTab(QWidget* parent);
    void tell(const std::vector<std::vector<TextCell>>& facts);
    /// A button that does what the action does.
    void addButton(QAction* action);
    /// A menu of further actions behind the buttons.
    void setMore(QMenu* menu);
    void retranslate();

    [[nodiscard]] TextGrid* facts() const { return m_facts; }

private:
    TextGrid* m_facts;
    QLayout* m_buttons;
    QPushButton* m_more;
};

} // namespace muniment
