#include "models/intake/promotion_run.h"

#include "models/commands/request_decision.h"
#include "models/commands/settle.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <map>
#include <set>

namespace muniment {

namespace {

constexpr int kAttempts = 4; ///< the first one and three after a conflict

struct Row {
    Uuid record;
    CommandRequest request;
};

using Rows = std::vector<Row>;

/// Of one record, or one thing, alone: the others may fare better.
bool isOfTheRow(const Error& error) {
    switch (error.code) {
    case ErrorCode::Refused:
    case ErrorCode::Conflict:
    case ErrorCode::NameTaken:
    case ErrorCode::InvalidInput:
    case ErrorCode::NotFound:
    case ErrorCode::Ambiguous:
        return true;
    default:
        return false;
    }
}

/// Rows of each tenant, in the order in which tenants first occur.
std::vector<Rows> byTenant(std::vector<Row> rows) {
    std::map<TenantId, std::size_t> places;
    std::vector<Rows> tenants;
    for (Row& row : rows) {
        const auto [place, isNew] = places.try_emplace(row.request.tenant, tenants.size());
        if (isNew)
            tenants.emplace_back();
        tenants[place->second].push_back(std::move(row));
    }
    return tenants;
}

/// What a group of rows comes to.
struct Decision {
    struct Part {
        AggregateKey aggregate;
        RequestDecision decided;
    };

    Rows rows;               ///< those that the decider took
    std::vector<Part> parts; ///< one for each of them
    Rows left;               ///< there was no room for them
};

void join(std::vector<NewEvent>& events, std::vector<ClaimChange>& claims, const RequestDecision& decided) {
    events.insert(events.end(), decided.own.events.begin(), decided.own.events.end());
    claims.insert(claims.end(), decided.own.claims.begin(), decided.own.claims.end());
}

class PromotionRun {
public:
    PromotionRun(EventStore& store, const PromotionOrder& order, const Clock& clock, const std::stop_token& stop,
                 const std::function<void(const Error&)>& onUnknown)
        : m_store(store),
          m_order(order),
          m_clock(clock),
          m_stop(stop),
          m_onUnknown(onUnknown) {}

    PromotionReport run(std::vector<MappedRecord> records) {
        const auto identity = m_store.connect(m_order.region);
        if (!identity) {
            m_report.endedBy = identity.error();
            return std::move(m_report);
        }
        m_actor = {"operator", ActorId(m_order.operatorName.empty() ? identity->databaseUser : m_order.operatorName)};
        Rows rows;
        for (MappedRecord& record : records) {
            if (record.request)
                rows.push_back({record.record, std::move(*record.request)});
            else if (record.request.error().code == ErrorCode::Cancelled)
                m_report.endedBy = record.request.error();
            else
                refuse(record.record, record.request.error());
        }
        for (Rows& tenant : byTenant(std::move(rows)))
            m_waiting.push_back(std::move(tenant));
        while (!m_waiting.empty() && !m_report.endedBy) {
            Rows group = std::move(m_waiting.front());
            m_waiting.pop_front();
            promoteGroup(std::move(group));
        }
        return std::move(m_report);
    }

private:
    void refuse(const Uuid& record, const Error& error) {
        m_report.outcomes.push_back({record, tl::unexpected(error)});
    }

    void refuseAll(const Rows& rows, const Error& error) {
        for (const Row& row : rows)
            refuse(row.record, error);
    }

    void promoteGroup(Rows rows) {
        for (int attempt = 1; !rows.empty(); ++attempt) {
            auto decision = decide(std::move(rows));
            if (!decision)
                return;
            if (!decision->left.empty())
                m_waiting.push_front(std::move(decision->left));
            if (decision->rows.empty())
                return;
            if (m_order.isDryRun)
                return noteAll(*decision);
            const auto appended = send(*decision);
            if (appended) {
                noteAll(*decision);
                if (!m_report.newest || *m_report.newest < appended->key)
                    m_report.newest = appended->key;
                return;
            }
            rows = std::move(decision->rows);
            if (!isAnswered(rows, appended.error(), attempt))
                return;
        }
    }

    /// Whether the rows that are left are to be decided once more.
    bool isAnswered(Rows& rows, const Error& error, int attempt) {
        if (error.code == ErrorCode::TenantNotHere) {
            refuseAll(rows, error);
            return false;
        }
        if (!isOfTheRow(error)) {
            m_report.endedBy = error;
            return false;
        }
        const bool isConflict = error.code == ErrorCode::Conflict;
        if (isConflict && !error.get("record").empty()) {
            const std::size_t before = rows.size();
            if (!takeOutSettled(rows))
                return false;
            if (rows.size() < before)
                return true;
        }
        if (isConflict && attempt < kAttempts)
            return true;
        if (rows.size() == 1)
            refuse(rows.front().record, error);
        else
            split(std::move(rows));
        return false;
    }

    /// The server says nothing of which record it was: halves are tried, the first before the second.
    void split(Rows rows) {
        const auto middle = rows.begin() + static_cast<std::ptrdiff_t>(rows.size() / 2);
        m_waiting.emplace_front(std::make_move_iterator(middle), std::make_move_iterator(rows.end()));
        m_waiting.emplace_front(std::make_move_iterator(rows.begin()), std::make_move_iterator(middle));
    }

    /// Somebody else has promoted or rejected records of these. False when the server cannot be asked.
    bool takeOutSettled(Rows& rows) {
        Rows fresh;
        for (Row& row : rows) {
            const auto record = m_store.intake().findRecord(m_order.region, row.record);
            if (!record) {
                m_report.endedBy = record.error();
                return false;
            }
            if (*record && (*record)->state == IntakeState::New)
                fresh.push_back(std::move(row));
            else
                refuse(row.record, {ErrorCode::Conflict,
                                    {},
                                    {{"record", row.record.text()},
                                     {"state", *record ? std::string(intakeStateName((*record)->state)) : "missing"}}});
        }
        rows = std::move(fresh);
        return true;
    }

    /// Absent when the run has ended.
    std::optional<Decision> decide(Rows rows) {
        Decision decision;
        std::size_t events = 0;
        std::set<AggregateKey> claiming;
        LoadedAggregates aggregates(m_store, m_order.region, rows.front().request.tenant);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (m_stop.stop_requested()) {
                m_report.endedBy = Error{ErrorCode::Cancelled, {}, {}};
                return std::nullopt;
            }
            Row& row = rows[i];
            const auto target = targetOf(row.request);
            auto decided = target ? decideRequest(m_store, row.request, *target, aggregates, m_clock)
                                  : Result<RequestDecision>(tl::unexpected(target.error()));
            if (!decided && (isOfTheRow(decided.error()) || decided.error().code == ErrorCode::TenantNotHere)) {
                refuse(row.record, decided.error());
                continue;
            }
            if (!decided) {
                m_report.endedBy = decided.error();
                return std::nullopt;
            }
            events += decided->own.events.size();
            // An append releases names before it takes any, so a name that an aggregate has for a moment only, between
            // two records, would stay taken: the second of them begins the next append.
            const bool claimsAgain = !decided->own.claims.empty() && !claiming.insert(target->aggregate).second;
            const bool isFull = claimsAgain || events > kMaxAppendEvents;
            if (isFull && !m_order.isDryRun && !decision.rows.empty()) {
                decision.left.assign(std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(i)),
                                     std::make_move_iterator(rows.end()));
                break;
            }
            decision.parts.push_back({target->aggregate, std::move(*decided)});
            decision.rows.push_back(std::move(row));
        }
        return decision;
    }

    [[nodiscard]] Promotion promotionOf(const Decision& decision) const {
        Promotion promotion;
        Append& append = promotion.append;
        const Decision::Part& first = decision.parts.front();
        append.region = m_order.region;
        append.tenant = decision.rows.front().request.tenant;
        append.epoch = first.decided.epoch;
        append.aggregate = first.aggregate;
        append.expectedSequence = first.decided.sequence;
        append.actor = m_actor;
        append.commandId = randomUuid();
        append.correlationId = m_order.correlationId;
        append.occurredAt = m_clock.now();
        std::map<AggregateKey, std::size_t> places;
        for (const Decision::Part& part : decision.parts) {
            if (part.aggregate == append.aggregate) {
                join(append.events, append.claims, part.decided);
                continue;
            }
            const auto [place, isNew] = places.try_emplace(part.aggregate, append.following.size());
            if (isNew)
                append.following.push_back({part.aggregate, part.decided.sequence, {}, {}});
            FollowingEvents& following = append.following[place->second];
            join(following.events, following.claims, part.decided);
        }
        for (const Row& row : decision.rows)
            promotion.records.push_back(row.record);
        promotion.mapping = m_order.mapping;
        return promotion;
    }

    Result<Appended> send(const Decision& decision) {
        const Promotion promotion = promotionOf(decision);
        auto appended = m_store.intake().promote(promotion);
        if (appended || !appended.error().isOutcomeUnknown())
            return appended;
        const Error unknown = appended.error().with("commandId", promotion.append.commandId.text());
        if (m_onUnknown)
            m_onUnknown(unknown);
        auto settled = settleUntilKnown(m_store, promotion.append, unknown, m_stop, m_onUnknown);
        if (!settled)
            return tl::unexpected(settled.error());
        if (settled->done)
            return *settled->done;
        return failure(ErrorCode::Unreachable, unknown.detail,
                       {{"region", m_order.region.text()}, {"written", "no"}, {"stage", "commit"}});
    }

    void noteAll(const Decision& decision) {
        for (std::size_t i = 0; i < decision.rows.size(); ++i) {
            const Row& row = decision.rows[i];
            const Decision::Part& part = decision.parts[i];
            m_report.outcomes.push_back(
                {row.record, RecordOutcome::Made{row.request.tenant, part.aggregate, part.decided.own.events}});
        }
    }

    EventStore& m_store;
    const PromotionOrder& m_order;
    const Clock& m_clock;
    std::stop_token m_stop;
    const std::function<void(const Error&)>& m_onUnknown;
    Actor m_actor;
    std::deque<Rows> m_waiting;
    PromotionReport m_report;
};

} // namespace

PromotionReport promoteRecords(EventStore& store, const PromotionOrder& order, std::vector<MappedRecord> records,
                               const Clock& clock, const std::stop_token& stop,
                               const std::function<void(const Error&)>& onUnknown) {
    return PromotionRun(store, order, clock, stop, onUnknown).run(std::move(records));
}

} // namespace muniment
