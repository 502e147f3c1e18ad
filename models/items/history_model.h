// The versions of one organization or user as lines "when, who, what, old → new", newest first.
#pragma once

#include "models/directory/directory.h"
#include "models/items/formats.h"

#include <QAbstractTableModel>

#include <vector>

namespace muniment {

/// Changes of one event, or of all versions of an entity: a line a field.
class HistoryModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { When, Who, Field, Before, After, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setVersions(const std::vector<VersionRow>& versions);
    /// The one zone of the entity's times.
    void setZone(const ClockZone& zone);
    void retranslate();
    [[nodiscard]] EventNumber eventAt(int row) const;

private:
    struct Line {
        EventNumber number;
        Instant when;
        std::string actor;
        std::string eventType;
        FieldChange change;
        bool isFirst = false; ///< of its version: when and who are shown once
    };

    [[nodiscard]] QString text(const Line& line, int column) const;

    std::vector<Line> m_lines;
    ClockZone m_zone;
};

/// A value of a change for people: "—" for none, states and booleans in words.
[[nodiscard]] QString changeValueText(const std::string& field, const std::string& value);

} // namespace muniment
