#include "models/items/user_list_model.h"

#include "models/items/event_words.h"
#include "models/items/plain_text.h"

namespace muniment {

static std::string nameOf(const UserRow& row) {
    return row.tenant.text() + "/" + row.id.text();
}

static QString tip(const UserRow& row, int column, const QString& shown) {
    switch (column) {
    case UserListModel::Id:
        return plainText(row.id.text());
    case UserListModel::Organization:
        return plainText(row.tenant.text());
    case UserListModel::Changed:
        return formatTimeInBothZones(row.changedAt);
    default:
        return shown;
    }
}

UserListModel::UserListModel(AskUsers ask, QObject* parent)
    : DirectoryListModel(parent),
      m_rows(
          this, std::move(ask), &nameOf, announcements(),
          [this](std::int64_t total) {
              setTotal(total);
              emit loaded();
          },
          [this](const Error& error) { emit failed(error); }) {}

int UserListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.rows().size());
}

int UserListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

const UserRow* UserListModel::rowAt(int row) const {
    return row < 0 || row >= rowCount() ? nullptr : &m_rows.rows()[static_cast<std::size_t>(row)];
}

QString UserListModel::idAt(int row) const {
    const auto* found = rowAt(row);
    return found == nullptr ? QString() : QString::fromStdString(nameOf(*found));
}

QVariant UserListModel::data(const QModelIndex& index, int role) const {
    const auto* row = index.isValid() ? rowAt(index.row()) : nullptr;
    if (row == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, index.column());
    case Qt::ToolTipRole:
        return escapedHtml(tip(*row, index.column(), text(*row, index.column())));
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                            text(*row, index.column()));
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
        return formatTimeToMinute(row.changedAt, zone());
    case Id:
        return shortId(row.id.text(), 13);
    default:
        return {};
    }
}

QVariant UserListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
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
        return tr("Changed (%1)").arg(zoneName(zone(), rowCount() > 0 ? rowAt(0)->changedAt : Instant{}));
    case Id:
        return tr("Id");
    default:
        return {};
    }
}

bool UserListModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_rows.hasMore();
}

void UserListModel::fetchMore(const QModelIndex& parent) {
    if (!parent.isValid())
        m_rows.fetchMore();
}

void UserListModel::setQuery(UserQuery query) {
    m_rows.setQuery(std::move(query));
}

void UserListModel::refresh() {
    m_rows.refresh();
}

} // namespace muniment
