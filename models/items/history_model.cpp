#include "models/items/history_model.h"

#include "models/items/event_words.h"
#include "models/items/plain_text.h"

namespace muniment {

QString changeValueText(const std::string& field, const std::string& value) {
    if (value.empty())
        return QStringLiteral("—");
    if (field == "state" || field == "lifecycle") {
        for (const auto lifecycle :
             {UserLifecycle::Active, UserLifecycle::Locked, UserLifecycle::Inactive, UserLifecycle::Removed}) {
            if (userLifecycleName(lifecycle) == value)
                return userStateText(lifecycle);
        }
    }
    if (field == "kind")
        return userKindText(value == userKindName(UserKind::Machine) ? UserKind::Machine : UserKind::Human);
    if (field == "emailVerified")
        return value == "yes" ? HistoryModel::tr("yes") : HistoryModel::tr("no");
    return plainText(value);
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString HistoryModel::text(const Line& line, int column) const {
    switch (column) {
    case When:
        return line.isFirst ? formatTimeToMinute(line.when, m_zone) : QString();
    case Who:
        return line.isFirst ? plainText(line.actor) : QString();
    case Field:
        return line.change.field.empty() ? eventTypeText(line.eventType) : fieldText(line.change.field);
    case Before:
        return changeValueText(line.change.field, line.change.before);
    case After:
        return changeValueText(line.change.field, line.change.after);
    default:
        return {};
    }
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto& line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(line, index.column());
    case Qt::ToolTipRole:
        return index.column() == When
                   ? escapedHtml(formatTimeInZones(line.when, m_zone))
                   : escapedHtml(plainText(line.eventType) + QStringLiteral(": ") + text(line, index.column()));
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                            text(line, index.column()));
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When:
        return tr("When (%1)").arg(zoneTitle(m_zone));
    case Who:
        return tr("Who");
    case Field:
        return tr("What");
    case Before:
        return tr("Before");
    case After:
        return tr("After");
    default:
        return {};
    }
}

void HistoryModel::setVersions(const std::vector<VersionRow>& versions) {
    std::vector<Line> lines;
    for (const auto& version : versions) {
        const std::string actor = version.actorName.empty() ? version.actor.id.text() : version.actorName;
        if (version.changes.empty())
            lines.push_back({version.number, version.validFrom, actor, version.eventType, {}, true});
        for (const auto& change : version.changes)
            lines.push_back({version.number, version.validFrom, actor, version.eventType, change,
                             &change == &version.changes.front()});
    }
    beginResetModel(); // another entity, or a new newest version that shifts "first of its version"
    m_lines = std::move(lines);
    endResetModel();
}

EventNumber HistoryModel::eventAt(int row) const {
    return row < 0 || row >= rowCount() ? EventNumber{} : m_lines[static_cast<std::size_t>(row)].number;
}

void HistoryModel::setZone(const ClockZone& zone) {
    if (zone == m_zone)
        return;
    m_zone = zone;
    retranslate();
}

void HistoryModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_lines.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace muniment
