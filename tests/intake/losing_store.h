// A real store whose answers to promotions a test may lose, refuse or delay by another writer.
#pragma once

#include "models/eventstore/intake.h"

#include <functional>
#include <memory>

namespace muniment::test {

class LosingStore final : public EventStore, private Intake {
public:
    /// Instead of promoting: is given what does it.
    using Promoting = std::function<Result<Appended>(const Promotion&, Intake&)>;

    LosingStore(std::unique_ptr<EventStore> store, Promoting promoting)
        : m_store(std::move(store)),
          m_promoting(std::move(promoting)) {}

    Result<StoreIdentity> connect(const RegionName& region) override { return m_store->connect(region); }

    Result<std::chrono::microseconds> ping() override { return m_store->ping(); }

    Result<TailPage> readTail(const TailRequest& request) override { return m_store->readTail(request); }

    Result<std::int64_t> estimateBacklog(const RegionName& region, const std::optional<LogKey>& after) override {
        return m_store->estimateBacklog(region, after);
    }

    Result<void> checkContinuity(const HeldEvent& held, const StoreMark& mark) override {
        return m_store->checkContinuity(held, mark);
    }

    Result<std::optional<HorizonHolder>> horizonHolder() override { return m_store->horizonHolder(); }

    Result<std::optional<TenantHome>> tenantHome(const RegionName& region, const TenantId& tenant) override {
        return m_store->tenantHome(region, tenant);
    }

    Result<std::vector<std::string>> plans(const RegionName& region) override { return m_store->plans(region); }

    Result<void> refreshPlan(const RegionName& primary, const std::string& key) override {
        return m_store->refreshPlan(primary, key);
    }

    Result<AggregateHistory> load(const RegionName& region, const TenantId& tenant,
                                  const AggregateKey& aggregate) override {
        return m_store->load(region, tenant, aggregate);
    }

    Result<Appended> append(const Append& append) override { return m_store->append(append); }

    Result<Settlement> settle(const Append& append) override { return m_store->settle(append); }

    Result<std::int64_t> insertHistory(const RegionName& region, const HistoryBatch& history) override {
        return m_store->insertHistory(region, history);
    }

    Intake& intake() override { return *this; }

    EvidenceStore& evidence() override { return m_store->evidence(); }

    Relocation& relocation() override { return m_store->relocation(); }

    void cancel() override { m_store->cancel(); }

    void disconnect() override { m_store->disconnect(); }

private:
    Result<Uuid> receive(const RegionName& region, const std::string& headers, const std::string& body) override {
        return m_store->intake().receive(region, headers, body);
    }

    Result<IntakePage> listRecords(const IntakeQuery& query) override { return m_store->intake().listRecords(query); }

    Result<std::optional<IntakeRecord>> findRecord(const RegionName& region, const Uuid& id) override {
        return m_store->intake().findRecord(region, id);
    }

    Result<IntakeCounts> countRecords(const RegionName& region) override {
        return m_store->intake().countRecords(region);
    }

    Result<Appended> promote(const Promotion& promotion) override { return m_promoting(promotion, m_store->intake()); }

    Result<std::int64_t> reject(const RegionName& region, std::span<const Uuid> records,
                                const std::string& reason) override {
        return m_store->intake().reject(region, records, reason);
    }

    std::unique_ptr<EventStore> m_store;
    Promoting m_promoting;
};

} // namespace muniment::test
