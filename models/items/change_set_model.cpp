#include "models/items/change_set_model.h"

#include "models/directory/directory.h"
#include "models/items/ask_snapshot.h"
#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace muniment {

QString changeStateText(const StagedChange& change) {
    const auto words = [](const char* text) { return QCoreApplication::translate("ChangeSet", text); };
    switch (change.state) {
    case StagedChange::State::Staged:
        if (change.queuedAt)
            return words(QT_TRANSLATE_NOOP("ChangeSet", "Queued"));
        return words(QT_TRANSLATE_NOOP("ChangeSet", "Staged"));
    case StagedChange::State::Previewed:
        return change.answer && *change.answer ? words(QT_TRANSLATE_NOOP("ChangeSet", "Fits"))
                                               : words(QT_TRANSLATE_NOOP("ChangeSet", "Would be refused"));
    case StagedChange::State::Sending:
        return words(QT_TRANSLATE_NOOP("ChangeSet", "Being sent"));
    case StagedChange::State::NotKnown:
        return words(QT_TRANSLATE_NOOP("ChangeSet", "Not known yet"));
    case StagedChange::State::Done:
        return words(QT_TRANSLATE_NOOP("ChangeSet", "Written"));
    case StagedChange::State::Failed:
        return words(QT_TRANSLATE_NOOP("ChangeSet", "Not written"));
    case StagedChange::State::Stale:
        return words(QT_TRANSLATE_NOOP("ChangeSet", "Overtaken"));
    case StagedChange::State::Skipped:
        return words(QT_TRANSLATE_NOOP("ChangeSet", "Not sent"));
    }
    return {};
}

Result<EntityNames> readEntityNames(Snapshot& snapshot, const std::vector<std::pair<TenantId, AggregateKey>>& things) {
    EntityNames names;
    for (const auto& [tenant, thing] : things) {
        const std::string& id = thing.id.text();
        std::string name;
        if (thing.type == "org")
            name = findOrganization(snapshot, id).map([](const OrgRow& row) { return row.name; }).value_or("");
        else if (thing.type == "user")
            name = findUser(snapshot, id, {}, tenant)
                       .map([](const UserRow& row) { return row.displayName.empty() ? row.userName : row.displayName; })
                       .value_or("");
        else if (thing.type == "team")
            name = findTeam(snapshot, id, {}, tenant).map([](const TeamRow& row) { return row.name; }).value_or("");
        else if (thing.type == "role")
            name = findRole(snapshot, id, {}, tenant).map([](const RoleRow& row) { return row.key; }).value_or("");
        else if (thing.type == "resource")
            name = findResource(snapshot, id, {}, tenant)
                       .map([](const ResourceRow& row) { return row.name; })
                       .value_or("");
        else if (thing.type == "grant")
            name = findGrant(snapshot, id, {}, tenant)
                       .map([](const GrantRow& row) { return row.roleKey + " · " + row.subjectName; })
                       .value_or("");
        else if (thing.type == "session")
            name = findSession(snapshot, id).map([](const SessionRow& row) { return row.userName; }).value_or("");
        else if (thing.type == "separation")
            name = findSeparation(snapshot, id, {}, tenant)
                       .map([](const SeparationRow& row) { return row.name; })
                       .value_or("");
        else if (thing.type == "review")
            name = findReview(snapshot, id, {}, tenant).map([](const ReviewRow& row) { return row.name; }).value_or("");
        else if (thing.type == "plan")
            name = findPlan(snapshot, id).map([](const PlanRow& row) { return row.name; }).value_or("");
        if (!name.empty())
            names[{tenant, thing.id}] = name;
    }
    return names;
}

AskEntityNames askEntityNames(Workspace& workspace) {
    return askSnapshot<std::vector<std::pair<TenantId, AggregateKey>>, EntityNames>(workspace, &readEntityNames);
}

ChangeSetModel::ChangeSetModel(const ChangeSet& changes, QObject* parent)
    : QAbstractTableModel(parent),
      m_changes(changes) {
    for (const StagedChange& change : changes.changes())
        m_ids.push_back(change.id);
    connect(&changes, &ChangeSet::changed, this, &ChangeSetModel::follow);
}

int ChangeSetModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int ChangeSetModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

const StagedChange* ChangeSetModel::changeAt(int row) const {
    if (row < 0 || row >= rowCount())
        return nullptr;
    const auto found = std::ranges::find(m_changes.changes(), m_ids[std::size_t(row)], &StagedChange::id);
    return found == m_changes.changes().end() ? nullptr : &*found;
}

int ChangeSetModel::rowOf(const Uuid& id) const {
    const auto found = std::ranges::find(m_ids, id);
    return found == m_ids.end() ? -1 : static_cast<int>(found - m_ids.begin());
}

void ChangeSetModel::follow() {
    std::vector<Uuid> wanted;
    for (const StagedChange& change : m_changes.changes())
        wanted.push_back(change.id);
    // Row by row to the wanted order; a moved one is taken out and put in again.
    for (std::size_t row = 0; row < wanted.size(); ++row) {
        if (row < m_ids.size() && m_ids[row] == wanted[row])
            continue;
        if (const auto later = std::ranges::find(m_ids, wanted[row]); later != m_ids.end()) {
            const int at = static_cast<int>(later - m_ids.begin());
            beginRemoveRows({}, at, at);
            m_ids.erase(later);
            endRemoveRows();
        }
        const int at = static_cast<int>(row);
        beginInsertRows({}, at, at);
        m_ids.insert(m_ids.begin() + at, wanted[row]);
        endInsertRows();
    }
    if (m_ids.size() > wanted.size()) {
        beginRemoveRows({}, static_cast<int>(wanted.size()), rowCount() - 1);
        m_ids.resize(wanted.size());
        endRemoveRows();
    }
    if (!m_ids.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ChangeSetModel::setNames(EntityNames names) {
    m_names = std::move(names);
    for (const StagedChange& change : m_changes.changes()) {
        const CommandRequest& request = change.request;
        if (const std::string name = additionName(request.command); !name.empty())
            m_names[{request.tenant, request.id.isEmpty() ? AggregateId(request.tenant.text()) : request.id}] = name;
    }
    if (!m_ids.empty())
        emit dataChanged(index(0, On), index(rowCount() - 1, Organization));
}

void ChangeSetModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_ids.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString ChangeSetModel::nameOf(const TenantId& tenant, const AggregateId& id) const {
    const auto found = m_names.find({tenant, id});
    return found == m_names.end() ? shortId(id.text()) : plainText(found->second);
}

QString ChangeSetModel::text(const StagedChange& change, int column) const {
    const CommandRequest& request = change.request;
    switch (column) {
    case State:
        return changeStateText(change);
    case What:
        return commandTitle(request.command);
    case On:
        if (isAddition(request.command))
            return {}; // the details say its name
        return nameOf(request.tenant, request.id.isEmpty() ? AggregateId(request.tenant.text()) : request.id);
    case Details: {
        const QString summary = commandSummary(request, m_names);
        const auto count = static_cast<int>(request.following.size());
        if (count == 0)
            return summary;
        const QString more = tr("%n more with it", nullptr, count);
        return summary.isEmpty() ? more : tr("%1; %2", "details; and what follows").arg(summary, more);
    }
    case Organization:
        return nameOf(request.tenant, AggregateId(request.tenant.text()));
    default:
        return {};
    }
}

QVariant ChangeSetModel::data(const QModelIndex& index, int role) const {
    const auto* change = index.isValid() ? changeAt(index.row()) : nullptr;
    if (change == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(*change, index.column());
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                            text(*change, index.column()));
    case Qt::ToolTipRole:
        if (index.column() == State && change->answer && !*change->answer)
            return escapedHtml(errorSentence(change->answer->error()));
        return escapedHtml(text(*change, index.column()));
    default:
        return {};
    }
}

QVariant ChangeSetModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State:
        return tr("State");
    case What:
        return tr("Change");
    case On:
        return tr("Of");
    case Details:
        return tr("Details");
    case Organization:
        return tr("Organization");
    default:
        return {};
    }
}

} // namespace muniment
