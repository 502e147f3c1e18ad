// One bulk change from its table to its last answer: what is read, what its columns mean, what it would do, what became
// of it.
#pragma once

#include "models/items/bulk_row_model.h"
#include "models/items/bulk_source.h"

#include <QObject>

#include <filesystem>
#include <optional>

namespace muniment {

/// Lives in the GUI thread. Whatever is changed takes away what was made of it: another table the mapping, another
/// mapping the check. While it is being sent nothing can be changed.
class BulkJob : public QObject {
    Q_OBJECT
public:
    /// `workspace` outlives it. `kind` is meant where the table's header does not say.
    BulkJob(Workspace& workspace, BulkKind kind, QObject* parent);

    [[nodiscard]] Workspace& workspace() const { return m_workspace; }

    [[nodiscard]] BulkSource& source() const { return *m_source; }

    [[nodiscard]] BulkCheck& check() const { return *m_check; }

    [[nodiscard]] BulkSending& sending() const { return *m_sending; }

    [[nodiscard]] BulkRowModel* rows() const { return m_rows; }

    [[nodiscard]] const BulkMapping& mapping() const { return m_mapping; }

    /// Its columns are guessed anew.
    void setKind(BulkKind kind);
    /// `field` by its place in bulkFields().
    void setColumn(std::size_t field, std::optional<std::size_t> column);

    [[nodiscard]] const std::optional<TenantId>& tenant() const { return m_tenant; }

    void setTenant(const std::optional<TenantId>& tenant);

    /// The first field that still needs a column.
    [[nodiscard]] std::optional<std::string_view> missing() const;
    /// Something to send is there, and whom it is for, and which column says what.
    [[nodiscard]] bool canCheck() const;
    void startCheck();

    /// Whether a reason must be given: the workspace says so.
    [[nodiscard]] bool needsReason() const;
    /// Whether the check has found anything that can be sent.
    [[nodiscard]] bool canSend() const;
    void send(const QString& reason);

    /// writeFailedRows() on the query pool.
    void saveFailedRows(const std::filesystem::path& file);
    /// As new: nothing read, nothing sent. Not while it is sending.
    void startOver();

signals:
    void mappingChanged();
    void saved(const QString& file, qint64 rows);
    /// Nothing is left of the file, and what stood there is unharmed.
    void notSaved(const muniment::Error& error);

private:
    void takeTable();
    /// What was made of the table so far holds no more.
    void forgetCheck();

    Workspace& m_workspace;
    BulkKind m_meant;
    std::optional<BulkKind> m_chosen; ///< by the person, whatever the header says
    BulkSource* m_source;
    BulkCheck* m_check;
    BulkSending* m_sending;
    BulkRowModel* m_rows;
    BulkMapping m_mapping;
    std::optional<TenantId> m_tenant;
};

} // namespace muniment
