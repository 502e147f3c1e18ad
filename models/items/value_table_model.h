// Values in rows: facts under their labels, changes old -> new, a payload line by line. What a view shows of an event.
#pragma once

#include "models/items/shown_value.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace muniment {

/// What a cell is to the eye; the view gives it a colour.
enum class CellTone { Label, Heading, Normal, Quiet, Good, Bad, Link, Secret };

struct ValueCell {
    ShownValue value;
    CellTone tone = CellTone::Normal;
    bool isMonospace = false;

    /// Words beside values: nothing to copy or to filter on.
    [[nodiscard]] static ValueCell words(const QString& text, CellTone tone = CellTone::Label) {
        return {.value = {.text = text}, .tone = tone};
    }

    [[nodiscard]] bool isValue() const { return !value.field.empty(); }
};

using ValueRow = std::vector<ValueCell>;

/// Of longer texts Qt::DisplayRole has the beginning and the end; Qt::EditRole and the values have all.
constexpr int kMostPaintedCharacters = 1000;

class ValueTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { ToneRole = Qt::UserRole, MonospaceRole };

    ValueTableModel(int columns, QObject* parent) : QAbstractTableModel(parent), m_columns(columns) {}

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setHeader(const QStringList& titles);
    /// Rows with fewer cells than columns end in empty ones. As many rows as before are taken for the same ones told
    /// anew: what is chosen stays chosen.
    void setRows(std::vector<ValueRow> rows);
    /// The cell's value, or of a label the first value behind it; nullptr where the row has none.
    [[nodiscard]] const ShownValue* valueAt(const QModelIndex& index) const;

private:
    [[nodiscard]] const ValueCell* cellAt(const QModelIndex& index) const;

    int m_columns;
    QStringList m_header;
    std::vector<ValueRow> m_rows;
};

} // namespace muniment
