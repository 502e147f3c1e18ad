#include "ui/compromises/compromise_desk.h"

#include <algorithm>

namespace muniment {

std::optional<CompromiseMark> compromiseOf(const Workspace& workspace, const TenantId& tenant,
                                           const AggregateId& user) {
    for (CompromiseMark& mark : workspace.compromises())
        if (mark.tenant == tenant && mark.user == user)
            return std::move(mark);
    return std::nullopt;
}

CompromiseDesk::CompromiseDesk(Workspace& workspace, UndoDesk& undo, QObject* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_undo(undo) {}

void CompromiseDesk::mark(const CompromiseMark& mark) {
    const Mark before = compromiseOf(m_workspace, mark.tenant, mark.user);
    m_undo.carryOut(tr("Mark as Compromised"), writing(mark.tenant, mark.user, mark),
                    writing(mark.tenant, mark.user, before));
}

void CompromiseDesk::forget(const CompromiseMark& mark) {
    m_undo.carryOut(tr("No Longer Compromised"), writing(mark.tenant, mark.user, std::nullopt),
                    writing(mark.tenant, mark.user, mark));
}

/// Of this account only, whatever came of others meanwhile.
UndoDesk::Write CompromiseDesk::writing(const TenantId& tenant, const AggregateId& user, const Mark& mark) {
    return [this, tenant, user, mark](const UndoDesk::Answer& answer) {
        auto marks = m_workspace.compromises();
        const auto found = std::ranges::find_if(
            marks, [&](const CompromiseMark& each) { return each.tenant == tenant && each.user == user; });
        if (found != marks.end() && mark)
            *found = *mark;
        else if (found != marks.end())
            marks.erase(found);
        else if (mark)
            marks.push_back(*mark);
        WorkspaceChange change;
        change.compromises = std::move(marks);
        m_workspace.change(std::move(change), this, [this, tenant, user, answer](const Result<void>& written) {
            answer(written.has_value());
            if (written)
                emit changed(tenant, user);
            else
                emit failed(written.error());
        });
    };
}

} // namespace muniment
