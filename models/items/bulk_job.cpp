#include "models/items/bulk_job.h"

#include "models/items/bulk_failed_rows.h"

namespace muniment {

BulkJob::BulkJob(Workspace& workspace, BulkKind kind, QObject* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_meant(kind),
      m_source(new BulkSource(workspace, this)),
      m_check(new BulkCheck(workspace, this)),
      m_sending(new BulkSending(workspace, this)),
      m_rows(new BulkRowModel(this)),
      m_mapping(suggestMapping(kind, {})) {
    connect(m_source, &BulkSource::changed, this, &BulkJob::takeTable);
    connect(m_check, &BulkCheck::changed, this, [this] {
        if (m_rows->checked() != m_check->checked())
            m_rows->setChecked(m_check->checked());
    });
    connect(m_sending, &BulkSending::begun, m_rows, &BulkRowModel::setSending);
    connect(m_sending, &BulkSending::rowsChanged, m_rows, &BulkRowModel::takeChanges);
    connect(m_sending, &BulkSending::ended, m_rows, &BulkRowModel::setEnded);
}

void BulkJob::forgetCheck() {
    m_check->drop();
    m_sending->drop();
    m_rows->setChecked(nullptr);
    emit mappingChanged();
}

void BulkJob::takeTable() {
    if (m_sending->isRunning())
        return;
    const auto& table = m_source->table();
    const auto header = table ? table->header : std::vector<std::string>();
    m_mapping = suggestMapping(m_chosen.value_or(likelyKind(header).value_or(m_meant)), header);
    forgetCheck();
}

void BulkJob::setKind(BulkKind kind) {
    if (m_sending->isRunning())
        return;
    m_chosen = kind;
    if (m_mapping.kind == kind)
        return;
    const auto& table = m_source->table();
    m_mapping = suggestMapping(kind, table ? table->header : std::vector<std::string>());
    forgetCheck();
}

void BulkJob::setColumn(std::size_t field, std::optional<std::size_t> column) {
    if (m_sending->isRunning() || std::exchange(m_mapping.columns.at(field), column) == column)
        return;
    forgetCheck();
}

void BulkJob::setTenant(const std::optional<TenantId>& tenant) {
    if (m_sending->isRunning() || std::exchange(m_tenant, tenant) == tenant)
        return;
    forgetCheck();
}

std::optional<std::string_view> BulkJob::missing() const {
    if (const auto field = m_mapping.missing())
        return field;
    if (m_mapping.kind == BulkKind::Users)
        return std::nullopt;
    const auto fields = bulkFields(m_mapping.kind);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const bool isSubject = fields[i].name == "user" || fields[i].name == "memberTeam" ||
                               (fields[i].name == "team" && m_mapping.kind == BulkKind::Grants);
        if (isSubject && m_mapping.columns[i])
            return std::nullopt;
    }
    return "user";
}

bool BulkJob::canCheck() const {
    return m_source->table() && !m_source->table()->rows.empty() && m_tenant && !missing();
}

void BulkJob::startCheck() {
    if (!canCheck() || m_sending->isRunning())
        return;
    m_sending->drop();
    m_check->start({*m_tenant, m_source->table(), m_mapping});
}

bool BulkJob::needsReason() const {
    return m_workspace.guardLevel() == GuardLevel::Always;
}

bool BulkJob::canSend() const {
    return m_check->checked() && m_rows->counts().sendable > 0 && !m_sending->isRunning() && !m_sending->hasEnded();
}

void BulkJob::send(const QString& reason) {
    if (canSend())
        m_sending->start(*m_check->checked(), reason.toStdString());
}

void BulkJob::saveFailedRows(const std::filesystem::path& file) {
    if (!m_rows->checked())
        return;
    m_workspace.query<std::int64_t>(
        this,
        [file, checked = m_rows->checked(), rows = m_rows->unwritten()](Snapshot&, const std::stop_token&) {
            return writeFailedRows(file, *checked->question.table, rows);
        },
        [this, name = QString::fromStdString(file.string())](const Result<std::int64_t>& rows) {
            if (rows)
                emit saved(name, *rows);
            else
                emit notSaved(rows.error());
        });
}

void BulkJob::startOver() {
    if (m_sending->isRunning())
        return;
    m_chosen.reset();
    m_source->stop();
}

} // namespace muniment
