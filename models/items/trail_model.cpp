#include "models/items/trail_model.h"

#include "models/base/hex.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace muniment {

namespace {

constexpr qsizetype kShownRoot = 16;

/// What both kinds of rows have.
struct Seal {
    std::int64_t events = 0, sealed = 0;
    Hash root{};
    std::optional<Instant> at;
    bool isContradicted = false;
};

Seal sealOf(const RegionTrail* region, const TreeState* tree) {
    return region != nullptr
               ? Seal{region->events, region->sealed, region->head.root, region->sealedAt, region->isContradicted}
               : Seal{tree->events, tree->sealed, tree->root, tree->sealedAt, tree->isContradicted};
}

} // namespace

int TrailModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TrailModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

const TrailModel::Row* TrailModel::rowAt(int row) const {
    return row < 0 || row >= rowCount() ? nullptr : &m_rows[static_cast<std::size_t>(row)];
}

std::optional<TenantId> TrailModel::tenantAt(int row) const {
    const Row* at = rowAt(row);
    return at == nullptr || at->tree == nullptr ? std::nullopt : std::optional(at->tree->tenant);
}

QString TrailModel::text(const Row& row, int column) const {
    const Seal seal = sealOf(row.region, row.tree);
    switch (column) {
    case Region:
        return plainText(row.region != nullptr ? row.region->region.text() : row.tree->region.text());
    case Organization: {
        if (row.region != nullptr)
            return tr("All, in %n tree(s)", nullptr, static_cast<int>(row.region->head.size));
        const auto name = m_picture->names.find({row.tree->tenant, AggregateId(row.tree->tenant.text())});
        const bool isNamed = name != m_picture->names.end() && !name->second.empty();
        return isNamed ? plainText(name->second) : shortId(row.tree->tenant.text());
    }
    case Epoch:
        return row.tree != nullptr ? QString::number(row.tree->epoch) : QString();
    case Events:
        return formatCount(seal.events);
    case Root:
        return QString::fromStdString(toHex(bytesOf(seal.root))).left(kShownRoot) + QChar(0x2026);
    case SealedTo:
        return seal.isContradicted ? tr("contradicted")
               : seal.sealed == 0  ? tr("not sealed")
                                   : formatCount(seal.sealed);
    case SealedAt:
        return seal.at ? formatTimeToMinute(*seal.at, m_zone) : QString();
    case NotSealed:
        return seal.events == seal.sealed ? QString() : formatCount(seal.events - seal.sealed);
    default:
        return {};
    }
}

QString TrailModel::hint(const Row& row, int column) const {
    const Seal seal = sealOf(row.region, row.tree);
    if (column == Root)
        return QString::fromStdString(toHex(bytesOf(seal.root)));
    if (column == SealedAt && seal.at)
        return formatTimeInZones(*seal.at, m_zone);
    if (column == SealedTo && seal.isContradicted)
        return tr("A kept checkpoint of just this size has another root.");
    if (column == Organization && row.tree != nullptr)
        return plainText(row.tree->tenant.text());
    return text(row, column);
}

QVariant TrailModel::data(const QModelIndex& index, int role) const {
    const Row* row = rowAt(index.row());
    if (row == nullptr || index.column() >= ColumnCount)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, index.column());
    case Qt::ToolTipRole:
        return escapedHtml(hint(*row, index.column())).replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    case Qt::TextAlignmentRole:
        return index.column() == Epoch || index.column() == Events || index.column() == SealedTo ||
                       index.column() == NotSealed
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    default:
        return {};
    }
}

QVariant TrailModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole &&
        (section == Epoch || section == Events || section == SealedTo || section == NotSealed))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Region:
        return tr("Region");
    case Organization:
        return tr("Organization");
    case Epoch:
        return tr("Epoch");
    case Events:
        return tr("Events");
    case Root:
        return tr("Root");
    case SealedTo:
        return tr("Sealed to");
    case SealedAt:
        return tr("Sealed at (%1)").arg(zoneTitle(m_zone));
    case NotSealed:
        return tr("Not sealed");
    default:
        return {};
    }
}

void TrailModel::setPicture(std::shared_ptr<const IntegrityPicture> picture) {
    std::vector<Row> rows;
    auto tree = picture->trail.trees.begin();
    for (const RegionTrail& region : picture->trail.regions) {
        rows.push_back({&region, nullptr});
        for (; tree != picture->trail.trees.end() && tree->region == region.region; ++tree)
            rows.push_back({nullptr, &*tree});
    }
    const bool isSame = std::ranges::equal(rows, m_rows, [](const Row& a, const Row& b) {
        if ((a.region == nullptr) != (b.region == nullptr))
            return false;
        return a.region != nullptr ? a.region->region == b.region->region
                                   : a.tree->region == b.tree->region && a.tree->tenant == b.tree->tenant &&
                                         a.tree->epoch == b.tree->epoch;
    });
    if (!isSame)
        beginResetModel();
    m_rows = std::move(rows);
    m_picture = std::move(picture);
    if (!isSame)
        endResetModel();
    else if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void TrailModel::setZone(const ClockZone& zone) {
    m_zone = zone;
    retranslate();
}

void TrailModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString TrailModel::json(int row) const {
    const Row* at = rowAt(row);
    if (at == nullptr)
        return {};
    const Seal seal = sealOf(at->region, at->tree);
    QJsonObject json{{QStringLiteral("region"), text(*at, Region)},
                     {QStringLiteral("events"), static_cast<qint64>(seal.events)},
                     {QStringLiteral("sealed"), static_cast<qint64>(seal.sealed)},
                     {QStringLiteral("root"), QString::fromStdString(toHex(bytesOf(seal.root)))}};
    if (seal.at)
        json.insert(QStringLiteral("sealedAt"), QString::fromStdString(formatInstant(*seal.at)));
    if (at->tree != nullptr) {
        json.insert(QStringLiteral("tenant"), QString::fromStdString(at->tree->tenant.text()));
        json.insert(QStringLiteral("epoch"), at->tree->epoch);
    }
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace muniment
