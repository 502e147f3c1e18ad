#include "models/items/region_list_model.h"

#include "models/items/plain_text.h"

#include <cstdlib>

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

QString growthText(const RegionNumbers& numbers) {
    const auto percent = growthPercent(numbers);
    if (!percent)
        return numbers.recent > 0 ? RegionListModel::tr("new", "grown from nothing") : QString();
    if (*percent == 0)
        return RegionListModel::tr("%1 %", "growth").arg(0);
    return (*percent > 0 ? RegionListModel::tr("+%1 %", "growth") : RegionListModel::tr("−%1 %", "growth"))
        .arg(formatCount(std::abs(*percent)));
}

QString growthStory(const RegionNumbers& numbers) {
    return RegionListModel::tr("Events in 30 days: %1, in the 30 before: %2")
        .arg(formatCount(numbers.recent), formatCount(numbers.before));
}

static QString none() {
    return QStringLiteral("—");
}

static bool isFigure(int column) {
    return column >= RegionListModel::Tenants && column <= RegionListModel::RoundTrip;
}

QString RegionListModel::numberText(const RegionStatus& region, int column) const {
    if (column == Events && !m_asOf)
        return formatCount(region.events);
    if (!m_numbers)
        return none();
    const auto found = m_numbers->find(region.region);
    const RegionNumbers numbers = found == m_numbers->end() ? RegionNumbers{} : found->second;
    switch (column) {
    case Tenants:
        return formatCount(numbers.tenants);
    case Users:
        return formatCount(numbers.users);
    case Events:
        return formatCount(numbers.events);
    case Recent:
        return formatCount(numbers.recent);
    case Growth: {
        const QString growth = growthText(numbers);
        return growth.isEmpty() ? none() : growth;
    }
    case Findings: {
        std::int64_t all = 0;
        for (const RegionFindings& finding : numbers.findings)
            all += finding.count;
        return formatCount(all);
    }
    default:
        return {};
    }
}

QString RegionListModel::followerText(const RegionStatus& region, int column) const {
    const auto& follower = region.follower;
    switch (column) {
    case Lag:
        return region.lag && !m_asOf && isHeard(healthOf(region)) ? formatDuration(*region.lag) : none();
    case RoundTrip:
        return follower.roundTrip && !m_asOf ? formatRoundTrip(*follower.roundTrip) : none();
    case KnownThrough:
        return follower.knownThrough ? formatTime(*follower.knownThrough, m_zone) : none();
    case Server:
        return follower.identity ? plainText(follower.identity->version) : none();
    default:
        return {};
    }
}

QString RegionListModel::text(const RegionStatus& region, int column) const {
    switch (column) {
    case Region:
        return plainText(region.region.text());
    case State:
        return stateText(region);
    case Endpoint:
        return plainText(region.endpoint);
    default:
        return column <= Findings ? numberText(region, column) : followerText(region, column);
    }
}

QString RegionListModel::stateText(const RegionStatus& region) const {
    if (m_asOf)
        return isComplete(region) ? tr("complete", "everything up to the moment is known")
                                  : tr("incomplete", "not everything up to the moment is known");
    const auto since = m_downSince.find(region.region);
    return since == m_downSince.end() ? healthText(healthOf(region))
                                      : tr("down since %1").arg(formatClockWithZone(since->second, m_zone));
}

bool RegionListModel::isComplete(const RegionStatus& region) const {
    return m_asOf && region.follower.knownThrough && *region.follower.knownThrough >= m_asOf->at;
}

RegionHealth RegionListModel::shownHealth(int row) const {
    const auto& region = m_regions.at(static_cast<std::size_t>(row));
    if (m_asOf)
        return isComplete(region) ? RegionHealth::Paused : RegionHealth::Held;
    return healthOf(region);
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

std::optional<RegionNumbers> RegionListModel::numbersOf(int row) const {
    if (!m_numbers)
        return std::nullopt;
    const auto found = m_numbers->find(m_regions.at(static_cast<std::size_t>(row)).region);
    return found == m_numbers->end() ? RegionNumbers{} : found->second;
}

QString RegionListModel::tip(int row, int column) const {
    const auto numbers = numbersOf(row);
    if (numbers && (column == Recent || column == Growth))
        return growthStory(*numbers);
    return text(m_regions[static_cast<std::size_t>(row)], column);
}

QVariant RegionListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto& region = m_regions[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(region, index.column());
    case Qt::ToolTipRole:
        return escapedHtml(tip(index.row(), index.column()));
    case Qt::TextAlignmentRole:
        return isFigure(index.column()) ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                            text(region, index.column()));
    default:
        return {};
    }
}

QVariant RegionListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant((isFigure(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Region:
        return tr("Region");
    case State:
        return tr("State");
    case Tenants:
        return tr("Organizations");
    case Users:
        return tr("Users");
    case Events:
        return tr("Events");
    case Recent:
        return tr("30 days", "events of the last 30 days");
    case Growth:
        return tr("Growth");
    case Findings:
        return tr("Findings");
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
    noteChange();
}

void RegionListModel::noteChange() {
    if (!m_regions.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void RegionListModel::setNumbers(std::map<RegionName, RegionNumbers> numbers, const std::optional<Moment>& asOf) {
    m_numbers = std::move(numbers);
    m_asOf = asOf;
    noteChange();
}

void RegionListModel::forgetNumbers(const std::optional<Moment>& asOf) {
    m_numbers.reset();
    m_asOf = asOf;
    noteChange();
}

void RegionListModel::setZone(const ClockZone& zone) {
    m_zone = zone.ofMany();
    retranslate();
}

void RegionListModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    noteChange();
}

} // namespace muniment
