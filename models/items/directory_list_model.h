// What the lists of organizations and users share: pages loaded as they are scrolled to, and exact updates.
#pragma once

#include "models/base/result.h"
#include "models/items/formats.h"
#include "models/items/keyset_rows.h"

#include <QAbstractTableModel>

#include <cstdint>

namespace muniment {

/// Signals and announcements of a list; the rows live in the class that knows their type.
class DirectoryListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Rows the query has in all, loaded or not; −1 before the first answer.
    [[nodiscard]] std::int64_t total() const { return m_total; }

    [[nodiscard]] const ClockZone& zone() const { return m_zone; }

    void setZone(const ClockZone& zone);
    [[nodiscard]] virtual QString idAt(int row) const = 0;
    /// Row of an id, −1 when it is not loaded.
    [[nodiscard]] int rowOfId(const QString& id) const;
    /// Something in the workspace has changed: the loaded rows are read anew.
    virtual void refresh() = 0;
    void retranslate();

signals:
    void loaded(); ///< an answer has been taken in
    void failed(const muniment::Error& error);

protected:
    [[nodiscard]] RowChanges announcements();

    void setTotal(std::int64_t total) { m_total = total; }

private:
    std::int64_t m_total = -1;
    ClockZone m_zone;
};

} // namespace muniment
