#include "models/items/org_list_model.h"

#include "models/items/event_words.h"
#include "models/items/plain_text.h"

namespace muniment {

static std::string nameOf(const OrgRow& row) {
    return row.id.text();
}

static QString tip(const OrgRow& row, int column, const QString& shown) {
    switch (column) {
    case OrgListModel::Id:
        return plainText(row.id.text());
    case OrgListModel::Created:
        return formatTimeInBothZones(row.createdAt);
    case OrgListModel::Changed:
        return formatTimeInBothZones(row.changedAt);
    default:
        return shown;
    }
}

OrgListModel::OrgListModel(AskOrganizations ask, QObject* parent)
    : DirectoryListModel(parent),
      m_rows(
          this, std::move(ask), &nameOf, announcements(),
          [this](std::int64_t total) {
              setTotal(total);
              emit loaded();
          },
          [this](const Error& error) { emit failed(error); }) {}

int OrgListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.rows().size());
}

int OrgListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

const OrgRow* OrgListModel::rowAt(int row) const {
    return row < 0 || row >= rowCount() ? nullptr : &m_rows.rows()[static_cast<std::size_t>(row)];
}

QString OrgListModel::idAt(int row) const {
    const auto* found = rowAt(row);
    return found == nullptr ? QString() : QString::fromStdString(nameOf(*found));
}

QVariant OrgListModel::data(const QModelIndex& index, int role) const {
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

QString OrgListModel::text(const OrgRow& row, int column) const {
    switch (column) {
    case Name:
        return plainText(row.name);
    case State:
        return orgStateText(row.lifecycle);
    case Plan:
        return plainText(row.plan);
    case Region:
        return plainText(row.region.text());
    case Created:
        return formatTimeToMinute(row.createdAt, zone());
    case Changed:
        return formatTimeToMinute(row.changedAt, zone());
    case Id:
        return shortId(row.id.text(), 13);
    default:
        return {};
    }
}

QVariant OrgListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case State:
        return tr("State");
    case Plan:
        return tr("Plan");
    case Region:
        return tr("Region");
    case Created:
        return tr("Created (%1)").arg(zoneName(zone(), rowCount() > 0 ? rowAt(0)->changedAt : Instant{}));
    case Changed:
        return tr("Changed (%1)").arg(zoneName(zone(), rowCount() > 0 ? rowAt(0)->changedAt : Instant{}));
    case Id:
        return tr("Id");
    default:
        return {};
    }
}

bool OrgListModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_rows.hasMore();
}

void OrgListModel::fetchMore(const QModelIndex& parent) {
    if (!parent.isValid())
        m_rows.fetchMore();
}

void OrgListModel::setQuery(OrgQuery query) {
    m_rows.setQuery(std::move(query));
}

void OrgListModel::refresh() {
    m_rows.refresh();
}

} // namespace muniment
