#include "models/items/changed_model.h"

#include "models/items/ask_snapshot.h"
#include "models/items/event_words.h"
#include "models/items/history_model.h"
#include "models/items/plain_text.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr int kMostEntities = 20'000;
constexpr std::size_t kPage = 100;

Result<ChangedEntities> readChanged(Snapshot& snapshot, const MomentSpan& span) {
    return changedBetween(snapshot, span, kMostEntities);
}

Result<std::vector<EntityChange>> readChanges(Snapshot& snapshot, const ChangesRequest& request) {
    return changesOf(snapshot, request.span, request.entities);
}

QString kindText(const std::string& type) {
    return type == "org"          ? ChangedModel::tr("organization")
           : type == "user"       ? ChangedModel::tr("user")
           : type == "team"       ? ChangedModel::tr("team")
           : type == "role"       ? ChangedModel::tr("role")
           : type == "resource"   ? ChangedModel::tr("resource")
           : type == "grant"      ? ChangedModel::tr("grant")
           : type == "plan"       ? ChangedModel::tr("plan")
           : type == "separation" ? ChangedModel::tr("rule")
                                  : plainText(type);
}

QString nameOf(const ChangedEntity& entity) {
    return entity.name.empty() ? shortId(entity.aggregate.id.text()) : plainText(entity.name);
}

QString tenantOf(const ChangedEntity& entity) {
    return entity.tenantName.empty() ? shortId(entity.tenant.text()) : plainText(entity.tenantName);
}

} // namespace

AskChanged askChanged(Workspace& workspace) {
    return askSnapshot<MomentSpan, ChangedEntities>(workspace, &readChanged);
}

AskChanges askChanges(Workspace& workspace) {
    return askSnapshot<ChangesRequest, std::vector<EntityChange>>(workspace, &readChanges);
}

ChangedModel::ChangedModel(AskChanged askChanged, AskChanges askChanges, QObject* parent)
    : QAbstractTableModel(parent),
      m_foundSlot(this, std::move(askChanged),
                  [this](const MomentSpan& span, Result<ChangedEntities> found) { takeFound(span, std::move(found)); }),
      m_slot(this, std::move(askChanges),
             [this](const ChangesRequest& request, const Result<std::vector<EntityChange>>& changes) {
                 takeChanges(request, changes);
             }) {}

void ChangedModel::setSpan(const MomentSpan& span) {
    m_foundSlot.drop();
    m_slot.drop();
    beginResetModel();
    m_span = span;
    m_found.reset();
    m_asked = 0;
    m_lines.clear();
    endResetModel();
    m_foundSlot.request(span);
}

void ChangedModel::takeFound(const MomentSpan& span, Result<ChangedEntities> found) {
    if (span != m_span)
        return;
    if (!found) {
        if (found.error().code != ErrorCode::Cancelled)
            emit failed(found.error());
        return;
    }
    m_found = std::move(*found);
    askMore();
    emit loaded();
}

std::optional<std::size_t> ChangedModel::changed() const {
    return m_found ? std::optional(m_found->entities.size()) : std::nullopt;
}

bool ChangedModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_found && m_asked < m_found->entities.size() && !m_slot.isRunning();
}

void ChangedModel::fetchMore(const QModelIndex& parent) {
    if (canFetchMore(parent))
        askMore();
}

void ChangedModel::askMore() {
    const auto& all = m_found->entities;
    const auto end = std::min(all.size(), m_asked + kPage);
    if (m_asked == end)
        return;
    ChangesRequest request{m_span, {}};
    request.entities.assign(all.begin() + static_cast<std::ptrdiff_t>(m_asked),
                            all.begin() + static_cast<std::ptrdiff_t>(end));
    m_asked = end;
    m_slot.request(std::move(request));
}

void ChangedModel::takeChanges(const ChangesRequest& request, const Result<std::vector<EntityChange>>& changes) {
    if (request.span != m_span)
        return;
    if (!changes) {
        if (changes.error().code != ErrorCode::Cancelled)
            emit failed(changes.error());
        return;
    }
    std::vector<Line> lines;
    const auto* before = m_lines.empty() ? nullptr : &m_lines.back().entity.tenant;
    for (const EntityChange& changed : *changes) {
        const auto& last = changed.last;
        const std::string actor = last.actorName.empty() ? last.actor.id.text() : last.actorName;
        bool isFirst = true;
        for (const FieldChange& change : last.changes) {
            const bool isOther = before == nullptr || *before != changed.entity.tenant;
            lines.push_back({changed.entity, change, last.number, last.validFrom, actor, isFirst, isFirst && isOther});
            isFirst = false;
        }
        before = &changed.entity.tenant;
    }
    if (!lines.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(lines.size()) - 1);
        m_lines.insert(m_lines.end(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
        endInsertRows();
    } else if (m_asked < m_found->entities.size()) {
        askMore(); // what was changed and changed back: a view would not ask again
    }
    emit loaded();
}

int ChangedModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ChangedModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString ChangedModel::text(const Line& line, int column) const {
    switch (column) {
    case Organization:
        return line.isFirstOfTenant ? tenantOf(line.entity) : QString();
    case Kind:
        return line.isFirst ? kindText(line.entity.aggregate.type) : QString();
    case Thing:
        return line.isFirst ? nameOf(line.entity) : QString();
    case When:
        return line.isFirst ? formatTimeToMinute(line.when, m_zone.of(line.entity.tenant)) : QString();
    case Who:
        return line.isFirst ? plainText(line.actor) : QString();
    default:
        return wholeText(line, column);
    }
}

QString ChangedModel::wholeText(const Line& line, int column) {
    switch (column) {
    case Organization:
        return tenantOf(line.entity);
    case Kind:
        return kindText(line.entity.aggregate.type);
    case Thing:
        return nameOf(line.entity);
    case Field:
        return fieldText(line.change.field);
    case Before:
        return changeValueText(line.change.field, line.change.before);
    case After:
        return changeValueText(line.change.field, line.change.after);
    case When:
        return QString::fromStdString(formatInstant(line.when));
    case Who:
        return plainText(line.actor);
    default:
        return {};
    }
}

QVariant ChangedModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto& line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(line, index.column());
    case Qt::EditRole:
        return wholeText(line, index.column());
    case Qt::ToolTipRole:
        return escapedHtml(index.column() == When ? formatTimeInZones(line.when, m_zone.of(line.entity.tenant))
                                                  : wholeText(line, index.column()));
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                            wholeText(line, index.column()));
    default:
        return {};
    }
}

QVariant ChangedModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[]{tr("Organization"),
                           tr("Kind"),
                           tr("Name"),
                           tr("What"),
                           tr("Before"),
                           tr("After"),
                           tr("Last changed (%1)").arg(zoneTitle(m_zone)),
                           tr("By")};
    return section >= 0 && section < ColumnCount ? QVariant(titles[section]) : QVariant();
}

EventNumber ChangedModel::eventAt(int row) const {
    return row < 0 || row >= rowCount() ? EventNumber{} : m_lines[static_cast<std::size_t>(row)].number;
}

TextTable ChangedModel::table() const {
    TextTable table;
    for (int column = 0; column < ColumnCount; ++column)
        table.header << (column == When ? tr("Last changed")
                                        : headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    for (const Line& line : m_lines) {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column)
            cells << wholeText(line, column);
        table.rows.push_back(std::move(cells));
    }
    return table;
}

void ChangedModel::setZone(const ClockZone& zone) {
    m_zone = zone;
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_lines.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace muniment
