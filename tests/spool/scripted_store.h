// A store that plays a script: pages, faults and silences a follower meets, on a clock that moves with every call.
#pragma once

#include "models/base/clock.h"
#include "models/eventstore/event_store.h"
#include "models/spool/follower.h"

#include <QtGlobal>

#include <atomic>
#include <functional>
#include <mutex>

namespace muniment::test {

/// Moves only when told.
class HandClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return {1'700'000'000 * kMicrosPerSecond + m_micros.load()}; }

    [[nodiscard]] std::chrono::nanoseconds monotonic() const override {
        return std::chrono::microseconds(m_micros.load());
    }

    void advance(std::chrono::milliseconds by) { m_micros += std::chrono::microseconds(by).count(); }

private:
    std::atomic<std::int64_t> m_micros = 0;
};

/// Calls that no script names succeed with nothing. Scripts run on the follower's thread.
class ScriptedStore final : public EventStore {
public:
    struct Script {
        std::function<Result<StoreIdentity>()> connect;
        std::function<Result<TailPage>(const TailRequest&)> readTail;
        std::function<Result<void>(const HeldEvent&, const StoreMark&)> checkContinuity;
        std::function<Result<std::optional<HorizonHolder>>()> horizonHolder;
        std::function<void()> cancel;
        std::atomic<int> connects = 0;
        std::atomic<int> reads = 0;
        std::atomic<int> otherCalls = 0; ///< everything but connect, readTail, disconnect, cancel
        std::atomic<int> cancels = 0;
    };

    explicit ScriptedStore(std::shared_ptr<Script> script) : m_script(std::move(script)) {}

    Result<StoreIdentity> connect(const RegionName&) override {
        ++m_script->connects;
        return m_script->connect ? m_script->connect() : identity();
    }

    Result<std::chrono::microseconds> ping() override {
        ++m_script->otherCalls;
        return std::chrono::microseconds(1);
    }

    Result<TailPage> readTail(const TailRequest& request) override {
        ++m_script->reads;
        return m_script->readTail ? m_script->readTail(request) : TailPage{};
    }

    Result<std::int64_t> estimateBacklog(const RegionName&, const std::optional<LogKey>&) override {
        ++m_script->otherCalls;
        return 0;
    }

    Result<void> checkContinuity(const HeldEvent& held, const StoreMark& mark) override {
        ++m_script->otherCalls;
        return m_script->checkContinuity ? m_script->checkContinuity(held, mark) : Result<void>{};
    }

    Result<std::optional<HorizonHolder>> horizonHolder() override {
        ++m_script->otherCalls;
        return m_script->horizonHolder ? m_script->horizonHolder() : std::nullopt;
    }

    Result<std::optional<TenantHome>> tenantHome(const RegionName&, const TenantId&) override { return std::nullopt; }

    Result<AggregateHistory> load(const RegionName&, const TenantId&, const AggregateKey&) override {
        return AggregateHistory{};
    }

    Result<Appended> append(const Append&) override { return failure(ErrorCode::Internal); }

    Result<Settlement> settle(const Append&) override { return failure(ErrorCode::Internal); }

    Result<std::vector<std::string>> plans(const RegionName&) override { return std::vector<std::string>{}; }

    Result<void> refreshPlan(const RegionName&, const std::string&) override { return {}; }

    Result<std::int64_t> insertHistory(const RegionName&, const HistoryBatch&) override {
        return failure(ErrorCode::Internal);
    }

    /// A follower has no business with it.
    Intake& intake() override { qFatal("the intake of a scripted store"); }

    EvidenceStore& evidence() override { qFatal("the evidence of a scripted store"); }

    Relocation& relocation() override { qFatal("a move from a scripted store"); }

    void cancel() override {
        ++m_script->cancels;
        if (m_script->cancel)
            m_script->cancel();
    }

    void disconnect() override {}

    [[nodiscard]] static Result<StoreIdentity> identity() {
        return StoreIdentity{StoreFlavour::PostgreSql, "PostgreSQL 15", 1, {"installation", "system"}, "auditor"};
    }

private:
    std::shared_ptr<Script> m_script;
};

/// Keeps what it is given.
class KeepingSink final : public BatchSink {
public:
    Result<void> apply(Batch batch, std::stop_token stop) override {
        if (onApply)
            if (auto taken = onApply(batch, stop); !taken)
                return taken;
        const std::scoped_lock lock(m_mutex);
        m_batches.push_back(std::move(batch));
        return {};
    }

    Result<HeldHistory> heldHistory(const TenantId&, std::int32_t, std::stop_token) override {
        ++asked;
        return held;
    }

    [[nodiscard]] std::vector<Batch> batches() const {
        const std::scoped_lock lock(m_mutex);
        return m_batches;
    }

    [[nodiscard]] std::vector<RecordedEvent> events() const {
        std::vector<RecordedEvent> all;
        for (const Batch& batch : batches())
            all.insert(all.end(), batch.events.begin(), batch.events.end());
        return all;
    }

    std::function<Result<void>(const Batch&, const std::stop_token&)> onApply;
    HeldHistory held;
    std::atomic<int> asked = 0;

private:
    mutable std::mutex m_mutex;
    std::vector<Batch> m_batches;
};

/// Statuses in the order they were told.
class StatusLog {
public:
    [[nodiscard]] Follower::StatusCallback callback() {
        return [this](const FollowerStatus& status) {
            const std::scoped_lock lock(m_mutex);
            m_statuses.push_back(status);
        };
    }

    [[nodiscard]] std::vector<FollowerStatus> all() const {
        const std::scoped_lock lock(m_mutex);
        return m_statuses;
    }

    [[nodiscard]] FollowerStatus last() const {
        const std::scoped_lock lock(m_mutex);
        return m_statuses.empty() ? FollowerStatus{} : m_statuses.back();
    }

    [[nodiscard]] bool has(const std::function<bool(const FollowerStatus&)>& wanted) const {
        const auto statuses = all();
        return std::any_of(statuses.begin(), statuses.end(), wanted);
    }

private:
    mutable std::mutex m_mutex;
    std::vector<FollowerStatus> m_statuses;
};

} // namespace muniment::test
