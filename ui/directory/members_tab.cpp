#include "ui/directory/members_tab.h"

#include "models/items/workspace_queries.h"
#include "ui/forms/team_forms.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/table_columns.h"

#include <QTableView>

namespace muniment {

MembersTab::MembersTab(const PageContext& context, ChosenTeam chosen, QWidget* parent)
    : ListTab(context, "members", Needs::Member, parent),
      m_chosen(std::move(chosen)),
      m_model(new MemberListModel(askMembers(context.workspace), this)) {
    // Name, kind, known as, since.
    setModel(m_model, "members/columns", {{120, 2}, {72}, {96, 1}, {138}});
    table()->setItemDelegateForColumn(MemberListModel::Since, new FiguresDelegate(table()));
    auto& desk = context.desk;
    addAction(
        ActionId::AddMember,
        [this, &desk] {
            if (const auto team = m_chosen())
                openAddMember(desk, *team, window());
        },
        false);
    addAction(
        ActionId::RemoveMember,
        [this, &desk] {
            const auto team = m_chosen();
            if (const auto* member = m_model->rowAt(chosenLine()); team && member != nullptr)
                desk.send(memberRemoval(desk.workspace(), *team, *member));
        },
        true);
    setDeleteAction(ActionId::RemoveMember);
}

QString MembersTab::title() const {
    return tr("Members");
}

void MembersTab::ask(const ShownEntity& entity) {
    MemberQuery query;
    query.asOf = entity.asOf;
    query.tenant = entity.entity.tenant;
    query.team = entity.entity.aggregate.id;
    m_model->setQuery(query);
}

void MembersTab::updateActions() {
    const auto team = m_chosen();
    const bool isGone = team && team->lifecycle == TeamLifecycle::Removed;
    context().actions.setObjection(ActionId::AddMember, isGone ? tr("The team was removed.") : QString());
}

std::pair<QString, QString> MembersTab::emptyWords() const {
    return {tr("Nobody is in it"), tr("Users and other teams can be put into a team; what is granted to it holds for "
                                      "all of them.")};
}

std::optional<EntityRef> MembersTab::entityAt(int line) const {
    const auto* member = m_model->rowAt(line);
    if (member == nullptr || !entity())
        return std::nullopt;
    const bool isTeam = member->member.kind == TeamMember::Kind::Team;
    return EntityRef{entity()->entity.tenant, {isTeam ? "team" : "user", member->member.id}};
}

} // namespace muniment
