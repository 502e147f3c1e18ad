#include "models/items/user_list_model.h"

#include "models/items/column_roles.h"
#include "models/items/event_words.h"
#include "models/items/name_marks.h"

namespace muniment {

static std::string nameOf(const UserRow& row) {
    return row.tenant.text() + "/" + row.id.text();
}

UserListModel::UserListModel(AskUsers ask, QObject* parent)
    : PagedListModel(ColumnCount, &nameOf, std::move(ask), parent) {}

QString UserListModel::title(int column) const {
    switch (column) {
    case UserName:
        return tr("User name");
    case DisplayName:
        return tr("Display name");
    case Email:
        return tr("E-mail");
    case Kind:
        return tr("Kind");
    case State:
        return tr("State");
    case Organization:
        return tr("Organization");
    case Changed:
        return tr("Changed (%1)").arg(zoneTitle(zone()));
    case Id:
        return tr("Id");
    default:
        return {};
    }
}

QString UserListModel::text(const UserRow& row, int column) const {
    switch (column) {
    case UserName:
        return plainText(row.userName);
    case DisplayName:
        return plainText(row.displayName);
    case Email:
        return plainText(row.email);
    case Kind:
        return userKindText(row.kind);
    case State:
        return userStateText(row.lifecycle);
    case Organization:
        return row.tenantName.empty() ? shortId(row.tenant.text()) : plainText(row.tenantName);
    case Changed:
        return formatTimeToMinute(row.changedAt, zone().ofListed(row.tenant));
    case Id:
        return shortId(row.id.text(), 13);
    default:
        return {};
    }
}

QString UserListModel::wholeText(const UserRow& row, int column) const {
    if (column == Changed)
        return formatTimeToMinuteWithZone(row.changedAt, zone().of(row.tenant));
    return text(row, column);
}

void UserListModel::setCompromised(std::set<std::pair<TenantId, AggregateId>> accounts) {
    if (m_compromised == accounts)
        return;
    m_compromised = std::move(accounts);
    if (rowCount() > 0)
        emit dataChanged(index(0, UserName), index(rowCount() - 1, UserName));
}

QString UserListModel::markOf(const UserRow& row, int column) const {
    switch (column) {
    case UserName:
        return m_compromised.contains({row.tenant, row.id})
                   ? QStringList{tr("Marked as compromised."), mixedScriptsText(row.userName)}
                         .join(QLatin1Char(' '))
                         .trimmed()
                   : mixedScriptsText(row.userName);
    case DisplayName:
        return mixedScriptsText(row.displayName);
    case Email:
        return mixedScriptsText(row.email);
    default:
        return {};
    }
}

QVariant UserListModel::data(const QModelIndex& index, int role) const {
    if (role != kNameMarkRole)
        return PagedListModel::data(index, role);
    const auto* row = index.isValid() ? rowAt(index.row()) : nullptr;
    return row == nullptr ? QVariant() : QVariant(markOf(*row, index.column()));
}

QString UserListModel::tip(const UserRow& row, int column) const {
    switch (column) {
    case Id:
        return plainText(row.id.text());
    case Organization:
        return plainText(row.tenant.text());
    case Changed:
        return formatTimeInZones(row.changedAt, zone().of(row.tenant));
    default: {
        const QString mark = markOf(row, column);
        return mark.isEmpty() ? text(row, column) : QStringLiteral("%1 — %2").arg(text(row, column), mark);
    }
    }
}

} // namespace muniment
