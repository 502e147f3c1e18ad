#include "models/items/directory_list_model.h"

namespace muniment {

void DirectoryListModel::setZone(const ClockZone& zone) {
    if (zone == m_zone)
        return;
    m_zone = zone;
    retranslate();
}

int DirectoryListModel::rowOfId(const QString& id) const {
    for (int row = 0; row < rowCount(); ++row) {
        if (idAt(row) == id)
            return row;
    }
    return -1;
}

void DirectoryListModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

RowChanges DirectoryListModel::announcements() {
    return {[this](int first, int last, const std::function<void()>& change) {
                beginRemoveRows({}, first, last);
                change();
                endRemoveRows();
            },
            [this](int first, int last, const std::function<void()>& change) {
                beginInsertRows({}, first, last);
                change();
                endInsertRows();
            },
            [this](int row) { emit dataChanged(index(row, 0), index(row, columnCount() - 1)); }};
}

} // namespace muniment
