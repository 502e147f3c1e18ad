// Who is in a team, directly.
#pragma once

#include "models/items/member_list_model.h"
#include "ui/directory/list_tab.h"

namespace muniment {

class MembersTab : public ListTab {
    Q_OBJECT
public:
    using ChosenTeam = std::function<std::optional<TeamRow>()>;
    MembersTab(const PageContext& context, ChosenTeam chosen, QWidget* parent);

    [[nodiscard]] QString title() const override;

    [[nodiscard]] MemberListModel* model() const { return m_model; }

protected:
    void ask(const ShownEntity& entity) override;
    void updateActions() override;
    [[nodiscard]] std::pair<QString, QString> emptyWords() const override;
    [[nodiscard]] std::optional<EntityRef> entityAt(int line) const override;

private:
    ChosenTeam m_chosen;
    MemberListModel* m_model;
};

} // namespace muniment
