// Staged changes as a table: what, on what, in which organization, and what is known of it.
#pragma once

#include "models/items/change_set.h"
#include "models/items/command_words.h"
#include "models/items/request_slot.h"

#include <QAbstractTableModel>

#include <vector>

namespace muniment {

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
    /// What the file knows; things that staged changes are to make are called what those say.
    void setNames(EntityNames names);

    [[nodiscard]] const EntityNames& names() const { return m_names; }

    [[nodiscard]] QString nameOf(const TenantId& tenant, const AggregateId& id) const;
    void retranslate();

private:
    void follow();
    [[nodiscard]] QString text(const StagedChange& change, int column) const;

    const ChangeSet& m_changes;
    std::vector<Uuid> m_ids; ///< as announced
    EntityNames m_names;
};

/// The names of things that commands are about, from the workspace file; what it does not know is left out.
[[nodiscard]] Result<EntityNames> readEntityNames(Snapshot& snapshot,
                                                  const std::vector<std::pair<TenantId, AggregateKey>>& things);

using AskEntityNames = Ask<std::vector<std::pair<TenantId, AggregateKey>>, EntityNames>;
[[nodiscard]] AskEntityNames askEntityNames(Workspace& workspace);

/// "Staged", "Would be written", "Somebody else was first" …
[[nodiscard]] QString changeStateText(const StagedChange& change);

} // namespace muniment
