// A list that belongs to an entity: members, permissions, grants …, with what can be done about the chosen line.
#pragma once

#include "models/items/directory_list_model.h"
#include "ui/directory/entity_tab.h"
#include "ui/pages/page.h"

#include <functional>
#include <optional>

class QLayout;
class QStackedWidget;
class QTableView;

namespace muniment {

class EmptyPlace;
struct ColumnPlan;

/// Asks only while it is seen. A concrete tab has the model, puts the question, and connects the actions.
class ListTab : public EntityTab {
    Q_OBJECT
public:
    void tell(const ShownEntity& entity) override;
    void clear() override;
    void refresh() override;
    void setActive(bool isActive) override;
    void retranslate() override;

    [[nodiscard]] QTableView* table() const { return m_table; }

protected:
    /// `key` names the tab where its choice is kept; `row` is met while a line of it is chosen.
    ListTab(const PageContext& context, const char* key, Needs row, QWidget* parent);
    /// Called once by the constructor of the tab itself. `columns` is the name under which they are kept.
    void setModel(DirectoryListModel* model, const char* columns, const std::vector<ColumnPlan>& plan);
    /// A button below the list. `carryOut` is called while the tab is active; `isOfRow`: and seen.
    void addAction(ActionId action, std::function<void()> carryOut, bool isOfRow);

    /// What the key Delete does in the list: one of the actions above, and one that can be taken back.
    void setDeleteAction(ActionId action);

    /// Gives the model its query.
    virtual void ask(const ShownEntity& entity) = 0;

    /// Which of the actions fit the entity and the chosen line; called while the tab is active.
    virtual void updateActions() {}

    /// Title and sentence for an empty list.
    [[nodiscard]] virtual std::pair<QString, QString> emptyWords() const = 0;

    /// Whom or what the line is about, where that has a page of its own.
    [[nodiscard]] virtual std::optional<EntityRef> entityAt(int) const { return std::nullopt; }

    /// Enter or a double click on the line: shows entityAt(), unless there is something nearer to do.
    virtual void openLine(int line);

    [[nodiscard]] const PageContext& context() const { return m_context; }

    [[nodiscard]] const std::optional<ShownEntity>& entity() const { return m_entity; }

    [[nodiscard]] int chosenLine() const;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void updateChoice();
    void askIfSeen();
    void openMenu(const QPoint& place);

    PageContext m_context;
    Needs m_row;
    DirectoryListModel* m_model = nullptr;
    QStackedWidget* m_stack;
    QTableView* m_table;
    EmptyPlace* m_empty;
    QLayout* m_buttons;
    std::vector<QAction*> m_rowActions;
    std::optional<ShownEntity> m_entity;
    std::optional<EntityRef> m_asked; ///< whose rows were asked for last
    bool m_isOfAnother = false; ///< the rows still shown are those of the entity before: nothing can be done with them
    bool m_isStale = false;     ///< another entity, or it has changed, since it was asked
    bool m_isActive = false;
};

} // namespace muniment
