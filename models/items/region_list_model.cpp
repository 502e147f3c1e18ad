#include "models/items/region_list_model.h"

#include "models/items/plain_text.h"

namespace muniment {

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
        return healthText(healthOf(region));
    case Events:
        return formatCount(region.events);
    case Lag:
        return region.lag ? formatDuration(*region.lag) : none;
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
        return tr("Known through (%1)").arg(zoneName(m_zone, Instant{}));
    case Server:
        return tr("Server");
    case Endpoint:
        return tr("Endpoint");
    default:
        return {};
    }
}

void RegionListModel::setRegions(std::vector<RegionStatus> regions) {
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

void RegionListModel::setZone(ClockZone zone) {
    m_zone = zone;
    retranslate();
}

void RegionListModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_regions.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace muniment
