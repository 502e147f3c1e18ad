// How a region stands in a cell: the shape of its health before the word.
#pragma once

#include "models/items/region_list_model.h"
#include "ui/pages/cell_delegates.h"

namespace muniment {

/// Of the column RegionListModel::State.
class RegionHealthDelegate : public TextDelegate {
    Q_OBJECT
public:
    RegionHealthDelegate(const RegionListModel* model, QObject* parent) : TextDelegate(parent), m_model(model) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    const RegionListModel* m_model;
};

} // namespace muniment
