// The grants that name a user, a team, a role or a resource: who has which role on what, until when; and what comes of
// all grants together, also of those to teams and on what it lies in.
#pragma once

#include "models/items/access_answer.h"
#include "models/items/grant_list_model.h"
#include "ui/directory/list_tab.h"
#include "ui/forms/grant_forms.h"

class QLabel;

namespace muniment {

class AccessTab : public ListTab {
    Q_OBJECT
public:
    /// What a new grant is about, as far as the chosen entity says it; absent: it can be granted nothing.
    using Proposal = std::function<std::optional<GrantProposal>()>;
    AccessTab(const PageContext& context, Proposal proposal, QWidget* parent);

    void setActive(bool isActive) override;
    void clear() override;
    void refresh() override;
    [[nodiscard]] QString title() const override;
    /// Why the grant's subject has its role; why not: the fields filled with both ends of it.
    [[nodiscard]] std::optional<AccessWish> accessWish(bool isWhyNot) const override;

    [[nodiscard]] GrantListModel* model() const { return m_model; }

    /// What the entity may do, or how many may do something with it; empty for a role, and until it is known.
    [[nodiscard]] QString effectiveText() const;

protected:
    void ask(const ShownEntity& entity) override;
    void updateActions() override;
    [[nodiscard]] std::pair<QString, QString> emptyWords() const override;
    /// The other end of the grant.
    [[nodiscard]] std::optional<EntityRef> entityAt(int line) const override;

private:
    void askEffective();
    void tellEffective(const QString& sentence);

    Proposal m_proposal;
    GrantListModel* m_model;
    QWidget* m_effective;
    QLabel* m_effectiveText;
    RequestSlot<RightsRequest, RightsAnswer> m_rights;
    RequestSlot<WhoRequest, WhoAnswer> m_who;
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
