#include "models/items/intake_promotion.h"

#include "models/base/clock.h"

#include <algorithm>
#include <iterator>

namespace muniment {

namespace {

constexpr std::size_t kPortion = 500;
constexpr int kTickMillis = 200;

/// Stops when either says so, for work that has to hear both.
class EitherStop {
public:
    EitherStop(const std::stop_token& one, const std::stop_token& other)
        : m_one(one, Request{&m_both}),
          m_other(other, Request{&m_both}) {}

    [[nodiscard]] std::stop_token token() const { return m_both.get_token(); }

private:
    struct Request {
        std::stop_source* both;

        void operator()() const { both->request_stop(); }
    };

    std::stop_source m_both;
    std::stop_callback<Request> m_one;
    std::stop_callback<Request> m_other;
};

} // namespace

Ask<IntakeTrial, RecordOutcome> askIntakeTrial(Workspace& workspace) {
    return [&workspace](QObject* context, const IntakeTrial& trial, std::function<void(Result<RecordOutcome>)> done) {
        const auto decide = [&workspace, context, trial, done](Result<std::vector<MappedRecord>> mapped) {
            if (!mapped)
                return done(tl::unexpected(mapped.error()));
            if (const auto& request = mapped->front().request; !request)
                return done(RecordOutcome{trial.record.key.id, tl::unexpected(request.error())});
            workspace.askRegion<RecordOutcome>(
                trial.region, context,
                [trial, mapped = std::move(*mapped)](EventStore& store,
                                                     const std::stop_token& stop) -> Result<RecordOutcome> {
                    auto report = promoteRecords(store, {trial.region, trial.mapping.name, {}, {}, true}, mapped,
                                                 systemClock(), stop);
                    if (report.endedBy)
                        return tl::unexpected(*report.endedBy);
                    return std::move(report.outcomes.front());
                },
                done);
        };
        return workspace.query<std::vector<MappedRecord>>(
            context,
            [trial](Snapshot& snapshot, const std::stop_token&) -> Result<std::vector<MappedRecord>> {
                return mapRecords(snapshot, trial.mapping, trial.region, std::span(&trial.record, 1), {});
            },
            decide);
    };
}

IntakePromotion::IntakePromotion(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {
    m_tick.setInterval(kTickMillis);
    connect(&m_tick, &QTimer::timeout, this, &IntakePromotion::changed);
}

IntakePromotion::~IntakePromotion() {
    m_stop.request_stop();
}

void IntakePromotion::start(const RegionName& region, const IntakeMapping& mapping, std::vector<Uuid> ids,
                            std::string text) {
    m_choice = {region, {}, std::move(text), {}, kPortion};
    m_isByIds = !ids.empty();
    m_ids = std::move(ids);
    m_mapping = mapping;
    m_correlationId = randomUuid();
    m_isRunning = true;
    m_tick.start();
    gather();
}

void IntakePromotion::cancel() {
    m_stop.request_stop();
    emit changed();
}

void IntakePromotion::gather() {
    if (m_isByIds) {
        const auto count = static_cast<std::ptrdiff_t>(std::min(m_ids.size(), kPortion));
        m_choice.ids.assign(m_ids.begin(), m_ids.begin() + count);
        m_ids.erase(m_ids.begin(), m_ids.begin() + count);
    }
    m_workspace.askRegion<RecordBatch>(
        m_choice.region, this,
        [choice = m_choice, own = m_stop.get_token()](EventStore& store, const std::stop_token& stop) {
            return gatherRecords(store, choice, EitherStop(own, stop).token());
        },
        [this](Result<RecordBatch> batch) { takeBatch(std::move(batch)); });
}

void IntakePromotion::takeBatch(Result<RecordBatch> batch) {
    if (!batch)
        return end(batch.error());
    for (RecordOutcome& other : batch->others)
        note(std::move(other));
    m_choice.after = batch->next;
    m_workspace.query<std::vector<MappedRecord>>(
        this,
        [records = std::move(batch->records), mapping = m_mapping, region = m_choice.region,
         own = m_stop.get_token()](Snapshot& snapshot, const std::stop_token&) -> Result<std::vector<MappedRecord>> {
            return mapRecords(snapshot, mapping, region, records, own);
        },
        [this](Result<std::vector<MappedRecord>> mapped) {
            if (!mapped)
                return end(mapped.error());
            promote(std::move(*mapped));
        });
}

void IntakePromotion::promote(std::vector<MappedRecord> mapped) {
    PromotionOrder order{m_choice.region, m_mapping.name, m_workspace.operatorName(), m_correlationId};
    m_workspace.askRegion<PromotionReport>(
        m_choice.region, this,
        [order = std::move(order), mapped = std::move(mapped), own = m_stop.get_token(),
         isNotKnown = m_isNotKnown](EventStore& store, const std::stop_token& stop) -> Result<PromotionReport> {
            auto report = promoteRecords(store, order, mapped, systemClock(), EitherStop(own, stop).token(),
                                         [&](const Error&) { isNotKnown->store(true); });
            isNotKnown->store(false);
            return report;
        },
        [this](Result<PromotionReport> report) { takeReport(std::move(report)); });
}

void IntakePromotion::takeReport(Result<PromotionReport> report) {
    if (!report)
        return end(report.error());
    for (RecordOutcome& outcome : report->outcomes)
        note(std::move(outcome));
    if (report->newest)
        m_workspace.syncNow();
    const bool isAll = m_isByIds ? m_ids.empty() : !m_choice.after;
    if (report->endedBy || isAll)
        return end(report->endedBy);
    emit changed();
    gather();
}

void IntakePromotion::note(RecordOutcome outcome) {
    if (outcome.made)
        ++m_promoted;
    else
        m_refused.push_back(std::move(outcome));
}

void IntakePromotion::end(std::optional<Error> error) {
    const bool isOwnStop = error && error->code == ErrorCode::Cancelled && isCancelled();
    m_endedBy = isOwnStop ? std::nullopt : std::move(error);
    m_isRunning = false;
    m_tick.stop();
    emit changed();
    emit finished();
}

} // namespace muniment
