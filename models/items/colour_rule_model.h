// Colour rules while a person edits them: a list in order, each row in its own colour.
#pragma once

#include "models/replica/colour_rules.h"

#include <QAbstractTableModel>
#include <QString>

#include <optional>
#include <vector>

namespace muniment {

/// Names stay unique and are never empty: what would repeat one gets a number. A filter may be one that cannot be read;
/// faultyRow() tells.
class ColourRuleModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Filter, ColumnCount };

    explicit ColourRuleModel(QObject* parent = nullptr);

    void setRules(std::vector<ColourRule> rules);

    [[nodiscard]] const std::vector<ColourRule>& rules() const { return m_rules; }

    /// In front of row `row`, which may be the end.
    void insert(int row, ColourRule rule);
    void remove(int row);
    /// To the place `to` among the others.
    void move(int row, int to);
    void change(int row, ColourRule rule);
    [[nodiscard]] bool isReadable(int row) const;
    /// The first enabled rule whose filter cannot be read or would match everything.
    [[nodiscard]] std::optional<int> faultyRow() const;
    void setEditable(bool isEditable);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

private:
    /// `name`, or what stands for none, unlike the names of all rows but `row`.
    [[nodiscard]] std::string uniqueName(std::string name, int row) const;
    [[nodiscard]] bool isTaken(const std::string& name, int row) const;

    std::vector<ColourRule> m_rules;
    bool m_isEditable = true;
};

/// Rules that most workspaces can use, named in the application's language.
[[nodiscard]] std::vector<ColourRule> suggestedColourRules();

} // namespace muniment
