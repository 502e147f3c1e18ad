// Colour rules while a person edits them: a list in order, each row in its own colour.
#pragma once

#include "models/base/result.h"
#include "models/replica/colour_rules.h"

#include <QAbstractTableModel>
#include <QString>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// Names stay unique and are never empty: what would repeat one gets a number. A filter may be one that cannot be read;
/// faultyRow() tells. A filter may also be one that the file cannot answer; obstacle() tells what setObstacles() said.
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
    /// Filters that the file cannot answer, and why. What was said before no longer holds.
    void setObstacles(std::map<std::string, Error> obstacles);
    /// Why the file cannot answer the row's filter, in a sentence; empty: nothing is known against it.
    [[nodiscard]] QString obstacle(int row) const;

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
    [[nodiscard]] QString shownFilter(int row) const;
    [[nodiscard]] QString spokenFilter(int row) const;
    [[nodiscard]] QString toolTip(const QModelIndex& index) const;

    std::vector<ColourRule> m_rules;
    std::map<std::string, Error> m_obstacles; ///< by filter
    bool m_isEditable = true;
};

/// Rules that most workspaces can use, named in the application's language.
[[nodiscard]] std::vector<ColourRule> suggestedColourRules();

} // namespace muniment
