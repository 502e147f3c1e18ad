#include "models/items/bulk_check.h"

#include "models/directory/directory.h"

namespace muniment {

namespace {

constexpr int kLookMillis = 200;

Result<std::shared_ptr<const CheckedTable>> check(Snapshot& snapshot, const BulkQuestion& question,
                                                  const std::stop_token& stop, std::atomic<std::int64_t>& board) {
    const auto tenant = findOrganization(snapshot, question.tenant.text());
    if (!tenant)
        return tl::unexpected(tenant.error());
    auto plan = planBulk(snapshot, *tenant, *question.table, question.mapping, {}, stop,
                         [&board](std::size_t done) { board = static_cast<std::int64_t>(done); });
    if (!plan)
        return tl::unexpected(plan.error());
    return std::make_shared<const CheckedTable>(CheckedTable{question, std::move(*plan)});
}

} // namespace

BulkCheck::BulkCheck(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {
    m_timer.setInterval(kLookMillis);
    connect(&m_timer, &QTimer::timeout, this, &BulkCheck::progressed);
}

BulkCheck::~BulkCheck() {
    m_stop.request_stop();
}

void BulkCheck::drop() {
    m_stop.request_stop();
    m_timer.stop();
    ++m_check;
    m_checked.reset();
    m_error.reset();
    if (std::exchange(m_isRunning, false))
        emit changed();
}

void BulkCheck::start(BulkQuestion question) {
    drop();
    m_stop = std::stop_source();
    m_board = std::make_shared<std::atomic<std::int64_t>>(0);
    m_isRunning = true;
    using Checked = std::shared_ptr<const CheckedTable>;
    const auto work = [question = std::move(question), board = m_board,
                       own = m_stop](Snapshot& snapshot, const std::stop_token& closing) -> Result<Checked> {
        auto stop = own;
        const std::stop_callback relay(closing, [&stop] { stop.request_stop(); });
        const auto interrupting = snapshot.interruptOn(stop.get_token());
        return check(snapshot, question, stop.get_token(), *board);
    };
    m_workspace.query<Checked>(this, work, [this, number = m_check](const Result<Checked>& checked) {
        if (number != m_check)
            return;
        m_timer.stop();
        m_isRunning = false;
        if (checked)
            m_checked = *checked;
        else
            m_error = checked.error();
        emit changed();
    });
    m_timer.start();
    emit changed();
}

} // namespace muniment
