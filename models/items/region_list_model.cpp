#include "models/items/region_list_model.h"

#include "models/items/plain_text.h"

namespace muniment {

/// What comes from the region arrives: how far it lags is known. Of the others "known through" says what is known.
static bool isHeard(RegionHealth health) {
    return health == RegionHealth::Up || health == RegionHealth::Held || health == RegionHealth::CatchingUp;
}

int RegionListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_regions.size());
}

int RegionListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString RegionListModel::text(const RegionStatus& region, int column) const {
    const QString none = QStringLiteral("—");
    const auto& follower = region.follower;
    switch (column) {
    case Region:
        return plainText(region.region.text());
    case State:
        return stateText(region);
    case Events:
        return formatCount(region.events);
    case Lag:
        return region.lag && isHeard(healthOf(region)) ? formatDuration(*region.lag) : none;
    case RoundTrip:
        return follower.roundTrip ? formatRoundTrip(*follower.roundTrip) : none;
    case KnownThrough:
        return follower.knownThrough ? formatTime(*follower.knownThrough, m_zone) : none;
    case Server:
        return follower.identity ? plainText(follower.identity->version) : none;
    case Endpoint:
        return plainText(region.endpoint);
    default:
        return {};
    }
}

QString RegionListModel::stateText(const RegionStatus& region) const {
    const auto since = m_downSince.find(region.region);
    return since == m_downSince.end() ? healthText(healthOf(region))
                                      : tr("down since %1").arg(formatClockWithZone(since->second, m_zone));
}

QString RegionListModel::stateText(int row) const {
    return stateText(m_regions.at(static_cast<std::size_t>(row)));
}

void RegionListModel::noteDown(const std::vector<RegionStatus>& regions, Instant now) {
    std::map<RegionName, Instant> downSince;
    for (const RegionStatus& region : regions) {
        if (healthOf(region) != RegionHealth::Down)
            continue;
        const auto known = m_downSince.find(region.region);
        downSince[region.region] = known == m_downSince.end() ? now : known->second;
    }
    m_downSince = std::move(downSince);
}

QVariant RegionListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto& region = m_regions[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(region, index.column());
    case Qt::ToolTipRole:
        return escapedHtml(text(region, index.column()));
    case Qt::TextAlignmentRole:
        return index.column() == Events || index.column() == Lag || index.column() == RoundTrip
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                            text(region, index.column()));
    default:
        return {};
    }
}

QVariant RegionListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return section == Events || section == Lag || section == RoundTrip ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                                           : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Region:
        return tr("Region");
    case State:
        return tr("State");
    case Events:
        return tr("Events");
    case Lag:
        return tr("Lag");
    case RoundTrip:
        return tr("Round trip");
    case KnownThrough:
        return tr("Known through (%1)").arg(zoneTitle(m_zone));
    case Server:
        return tr("Server");
    case Endpoint:
        return tr("Endpoint");
    default:
        return {};
    }
}

void RegionListModel::setRegions(std::vector<RegionStatus> regions, Instant now) {
    noteDown(regions, now);
    const auto sameRegion = [](const RegionStatus& a, const RegionStatus& b) { return a.region == b.region; };
    if (!std::ranges::equal(m_regions, regions, sameRegion)) {
        beginResetModel(); // the workspace was given other regions
        m_regions = std::move(regions);
        endResetModel();
        return;
    }
    m_regions = std::move(regions);
    if (!m_regions.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void RegionListModel::setZone(const ClockZone& zone) {
    m_zone = zone.ofMany();
    retranslate();
}

void RegionListModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_regions.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace muniment
