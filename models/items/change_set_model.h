// Staged changes as a table: what, on what, in which organization, and what is known of it.
#pragma once

#include "models/items/change_set.h"

#include <QAbstractTableModel>

#include <map>
#include <vector>

namespace muniment {

/// Names of things by (tenant, id); what is not in it is shown by its shortened id.
using EntityNames = std::map<std::pair<TenantId, AggregateId>, std::string>;

class ChangeSetModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { State, What, On, Details, Organization, ColumnCount };

    explicit ChangeSetModel(const ChangeSet& changes, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const StagedChange* changeAt(int row) const;
    [[nodiscard]] int rowOf(const Uuid& id) const;
    void setNames(EntityNames names);
    void retranslate();

private:
    void follow();
    [[nodiscard]] QString text(const StagedChange& change, int column) const;
    [[nodiscard]] QString nameOf(const TenantId& tenant, const AggregateId& id) const;

    const ChangeSet& m_changes;
    std::vector<Uuid> m_ids; ///< as announced
    EntityNames m_names;
};

/// "Staged", "Would be written", "Somebody else was first" …
[[nodiscard]] QString changeStateText(const StagedChange& change);

} // namespace muniment
