// The facet panel's tree: a row a facet, below it a row a value with its count.
#pragma once

#include "models/items/facet_queries.h"

#include <QAbstractItemModel>

#include <optional>

namespace muniment {

/// Facets are always there, in the order of kPanelFacets; only their values change. Below a facet: its values, most
/// frequent first, then "none" for the events that have no value, then "more" while there are.
class FacetModel : public QAbstractItemModel {
    Q_OBJECT
public:
    explicit FacetModel(QObject* parent);

    void setAnswer(FacetAnswer answer);
    void retranslate();

    /// What the row asks for: a value, or "none" (then anything, to be negated). Absent for facets and "more".
    struct Choice {
        FilterTerm term;
        bool isNegated = false;
    };

    [[nodiscard]] std::optional<Choice> choiceAt(const QModelIndex& index) const;
    [[nodiscard]] bool isMore(const QModelIndex& index) const;
    [[nodiscard]] FilterField fieldOf(const QModelIndex& index) const;
    /// The row of a value; invalid when it is not listed.
    [[nodiscard]] QModelIndex find(FilterField field, const std::string& value) const;
    [[nodiscard]] QModelIndex facetIndex(FilterField field) const;
    /// Whether any match has a value of the facet.
    [[nodiscard]] bool hasValues(const QModelIndex& facet) const;

    [[nodiscard]] bool isAnswered() const { return m_isAnswered; }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    enum class RowKind { Facet, Value, Without, More };

    [[nodiscard]] RowKind kindOf(const QModelIndex& index) const;
    [[nodiscard]] const FacetSection& sectionOf(const QModelIndex& index) const;
    [[nodiscard]] static int rowsOf(const FacetSection& section);
    [[nodiscard]] QString text(const QModelIndex& index) const;
    [[nodiscard]] QVariant share(const QModelIndex& index) const;

    std::vector<FacetSection> m_sections; ///< one for each of kPanelFacets
    bool m_isAnswered = false;
};

/// A value as a person reads it: a tenant by its name, an outcome in words; plain text.
[[nodiscard]] QString facetValueText(FilterField field, const FacetCount& value);

} // namespace muniment
