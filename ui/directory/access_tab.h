// The grants that name a user, a team, a role or a resource: who has which role on what, until when.
#pragma once

#include "models/items/grant_list_model.h"
#include "ui/directory/list_tab.h"
#include "ui/forms/grant_forms.h"

namespace muniment {

class AccessTab : public ListTab {
    Q_OBJECT
public:
    /// What a new grant is about, as far as the chosen entity says it; absent: it can be granted nothing.
    using Proposal = std::function<std::optional<GrantProposal>()>;
    AccessTab(const PageContext& context, Proposal proposal, QWidget* parent);

    void setActive(bool isActive) override;
    [[nodiscard]] QString title() const override;

    [[nodiscard]] GrantListModel* model() const { return m_model; }

protected:
    void ask(const ShownEntity& entity) override;
    void updateActions() override;
    [[nodiscard]] std::pair<QString, QString> emptyWords() const override;
    /// The other end of the grant.
    [[nodiscard]] std::optional<EntityRef> entityAt(int line) const override;

private:
    Proposal m_proposal;
    GrantListModel* m_model;
};

/// A grant about `row`, which is its `part`: &GrantProposal::subject, role or resource.
template <class Row>
[[nodiscard]] std::optional<GrantProposal> grantProposal(const std::optional<Row>& row,
                                                         std::optional<EntityOption> GrantProposal::*part) {
    if (!row || row->lifecycle == decltype(row->lifecycle)::Removed)
        return std::nullopt;
    GrantProposal proposal{row->tenant, row->region, {}, {}, {}};
    proposal.*part = optionOf(*row);
    return proposal;
}

} // namespace muniment
