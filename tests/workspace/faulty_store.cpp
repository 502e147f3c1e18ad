#include "tests/workspace/faulty_store.h"

namespace muniment::test {

void Faults::setSilent(bool isSilent) {
    const std::lock_guard lock(m_mutex);
    m_isSilent = isSilent;
    m_changed.notify_all();
}

void Faults::waitWhileSilent() {
    std::unique_lock lock(m_mutex);
    ++m_hanging;
    m_changed.wait(lock, [this] { return !m_isSilent; });
    --m_hanging;
}

namespace {

class FaultyStore : public EventStore {
public:
    FaultyStore(std::unique_ptr<EventStore> store, std::shared_ptr<Faults> faults)
        : m_store(std::move(store)),
          m_faults(std::move(faults)) {}

    Result<StoreIdentity> connect(const RegionName& region) override {
        return passOn<StoreIdentity>([&] { return m_store->connect(region); });
    }

    Result<std::chrono::microseconds> ping() override {
        return passOn<std::chrono::microseconds>([&] { return m_store->ping(); });
    }

    Result<TailPage> readTail(const TailRequest& request) override {
        return passOn<TailPage>([&] { return m_store->readTail(request); });
    }

    Result<std::int64_t> estimateBacklog(const RegionName& region, const std::optional<LogKey>& after) override {
        return passOn<std::int64_t>([&] { return m_store->estimateBacklog(region, after); });
    }

    Result<void> checkContinuity(const HeldEvent& held, const StoreMark& mark) override {
        return passOn<void>([&] { return m_store->checkContinuity(held, mark); });
    }

    Result<std::optional<HorizonHolder>> horizonHolder() override {
        return passOn<std::optional<HorizonHolder>>([&] { return m_store->horizonHolder(); });
    }

    Result<std::optional<TenantHome>> tenantHome(const RegionName& region, const TenantId& tenant) override {
        return passOn<std::optional<TenantHome>>([&] { return m_store->tenantHome(region, tenant); });
    }

    Result<AggregateHistory> load(const RegionName& region, const TenantId& tenant,
                                  const AggregateKey& aggregate) override {
        return passOn<AggregateHistory>([&] { return m_store->load(region, tenant, aggregate); });
    }

    Result<Appended> append(const Append& append) override {
        if (m_faults->beforeAppend)
            m_faults->beforeAppend(append);
        auto answer = passOn<Appended>([&] { return m_store->append(append); });
        return m_faults->answerOfAppend ? m_faults->answerOfAppend(append, std::move(answer)) : answer;
    }

    Result<Settlement> settle(const Append& append) override {
        if (m_faults->settle) {
            if (auto answer = m_faults->settle(append))
                return *answer;
        }
        return passOn<Settlement>([&] { return m_store->settle(append); });
    }

    Result<std::vector<std::string>> plans(const RegionName& region) override {
        return passOn<std::vector<std::string>>([&] { return m_store->plans(region); });
    }

    Result<void> refreshPlan(const RegionName& primary, const std::string& key) override {
        return passOn<void>([&] { return m_store->refreshPlan(primary, key); });
    }

    Result<std::int64_t> insertHistory(const RegionName& region, const HistoryBatch& history) override {
        return passOn<std::int64_t>([&] { return m_store->insertHistory(region, history); });
    }

    Intake& intake() override { return m_store->intake(); }

    EvidenceStore& evidence() override { return m_store->evidence(); }

    Relocation& relocation() override { return m_store->relocation(); }

    void cancel() override { m_store->cancel(); }

    void disconnect() override { m_store->disconnect(); }

private:
    template <class T>
    Result<T> passOn(const std::function<Result<T>()>& call) {
        m_faults->waitWhileSilent();
        if (m_faults->isDown())
            return failure(ErrorCode::Unreachable, "down for the test", {{"stage", "tcp"}});
        return call();
    }

    std::unique_ptr<EventStore> m_store;
    std::shared_ptr<Faults> m_faults;
};

} // namespace

std::unique_ptr<EventStore> spoil(std::unique_ptr<EventStore> store, std::shared_ptr<Faults> faults) {
    return std::make_unique<FaultyStore>(std::move(store), std::move(faults));
}

StoreOpener spoiledOpener(std::shared_ptr<Faults> faults) {
    return [faults](const std::string& endpoint) -> Result<std::unique_ptr<EventStore>> {
        auto store = openEventStore(endpoint, nullptr);
        if (!store)
            return store;
        return spoil(std::move(*store), faults);
    };
}

} // namespace muniment::test
