// How the trees of a file stand, a row for each region and for each organization's epoch there.
#pragma once

#include "models/items/clock_zone.h"
#include "models/items/integrity_queries.h"

#include <QAbstractTableModel>

#include <vector>

namespace muniment {

class TrailModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Region, Organization, Epoch, Events, Root, SealedTo, SealedAt, NotSealed, ColumnCount };

    explicit TrailModel(QObject* parent) : QAbstractTableModel(parent) {}

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The same regions and organizations as before keep their rows.
    void setPicture(std::shared_ptr<const IntegrityPicture> picture);
    void setZone(const ClockZone& zone);
    void retranslate();

    /// Of the row as `muniment verify --json` would name it; empty: no such row.
    [[nodiscard]] QString json(int row) const;
    /// The organization of the row; absent: it is a region's.
    [[nodiscard]] std::optional<TenantId> tenantAt(int row) const;

private:
    /// Exactly one of them.
    struct Row {
        const RegionTrail* region = nullptr;
        const TreeState* tree = nullptr;
    };

    [[nodiscard]] const Row* rowAt(int row) const;
    [[nodiscard]] QString text(const Row& row, int column) const;
    [[nodiscard]] QString hint(const Row& row, int column) const;

    std::shared_ptr<const IntegrityPicture> m_picture; ///< what the rows point into
    std::vector<Row> m_rows;
    ClockZone m_zone;
};

} // namespace muniment
