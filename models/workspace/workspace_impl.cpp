#include "models/workspace/workspace_impl.h"

#include "models/eventstore/endpoint.h"

#include <QTimer>

namespace muniment {

namespace {

constexpr std::chrono::milliseconds kCloseWithin{700};

StoreOpener openerOf(const WorkspaceOptions& options) {
    if (options.open)
        return options.open;
    return [secrets = options.secrets](const std::string& endpoint) { return openEventStore(endpoint, secrets); };
}

} // namespace

Workspace::Impl::Impl(Workspace& owner, std::unique_ptr<Replica> replica, WorkspaceOptions options)
    : m_owner(owner),
      m_replica(std::move(replica)),
      m_options(std::move(options)),
      m_open(openerOf(m_options)),
      m_mailbox(std::make_shared<OwnerMailbox>(&owner)) {}

Workspace::Impl::~Impl() {
    m_mailbox->close();
    // Everybody is asked before anybody is waited for.
    if (m_engine)
        m_engine->requestStop();
    for (auto& [region, worker] : m_workers)
        m_leavingWorkers.push_back(std::move(worker));
    const auto deadline = std::chrono::steady_clock::now() + kCloseWithin;
    for (const auto& worker : m_leavingWorkers)
        worker->requestStop();
    m_watch.reset();
    m_pool.reset();
    m_engine.reset();
    for (const auto& worker : m_leavingWorkers)
        std::ignore = worker->waitEnded(deadline);
}

Result<void> Workspace::Impl::begin() {
    auto read = readRegions();
    if (!read)
        return read;
    m_pool = std::make_unique<QueryPool>(*m_replica, m_options.queryThreads);
    std::vector<RegionRecord> records;
    for (const auto& [region, record] : m_records)
        records.push_back(record);
    if (!isReadOnly()) {
        m_engine = std::make_unique<SyncEngine>(*m_replica, SyncSettings{m_options.follower, m_open}, systemClock(),
                                                listener());
        m_engine->setRegions(records);
        return {};
    }
    m_watch = std::make_unique<FileWatch>(*m_replica, records, [this](const std::vector<RegionRecord>& moved) {
        m_mailbox->post([this, moved] { showWatched(moved); });
    });
    return {};
}

Result<void> Workspace::Impl::readRegions() {
    auto snapshot = m_replica->snapshot();
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    auto name = (*snapshot)->operatorName();
    if (!name)
        return tl::unexpected(name.error());
    auto records = (*snapshot)->regions();
    if (!records)
        return tl::unexpected(records.error());
    m_operatorName = std::move(*name);
    m_records.clear();
    for (RegionRecord& record : *records)
        m_records.emplace(record.region, record);
    return {};
}

SyncListener Workspace::Impl::listener() {
    SyncListener listener;
    listener.applied = [this](const AppliedBatch& batch) { m_mailbox->post([this, batch] { showApplied(batch); }); };
    listener.regionChanged = [this](const RegionName& region) { postRegionChanged(region); };
    listener.progressChanged = [this] { m_mailbox->post([this] { emit m_owner.progressChanged(); }); };
    listener.pauseChanged = [this] { m_mailbox->post([this] { emit m_owner.pauseChanged(); }); };
    listener.rebuilt = [this](const RebuildStatus& status) {
        m_mailbox->post([this, status] { emit m_owner.rebuildChanged(status); });
    };
    listener.stopped = [this] { m_mailbox->post([this] { emit m_owner.stopped(); }); };
    return listener;
}

void Workspace::Impl::postRegionChanged(const RegionName& region) {
    {
        const std::lock_guard lock(m_mutex);
        m_changedRegions.insert(region);
        if (m_changedRegions.size() > 1)
            return; // a post is under way already
    }
    m_mailbox->post([this] {
        std::set<RegionName> changed;
        {
            const std::lock_guard lock(m_mutex);
            changed.swap(m_changedRegions);
        }
        for (const RegionName& each : changed)
            emit m_owner.regionChanged(QString::fromStdString(each.text()));
    });
}

void Workspace::Impl::showApplied(const AppliedBatch& batch) {
    if (const auto record = m_records.find(batch.region); record != m_records.end()) {
        record->second.events += batch.events;
        record->second.cursor = batch.cursor;
    }
    emit m_owner.batchApplied(batch);
    std::vector<std::uint64_t> visible;
    for (const Awaited& awaited : m_awaited) {
        if (awaited.region == batch.region && batch.cursor && *batch.cursor >= awaited.key)
            visible.push_back(awaited.number);
    }
    for (const std::uint64_t number : visible)
        deliverAwaited(number);
}

void Workspace::Impl::showWatched(const std::vector<RegionRecord>& records) {
    for (const RegionRecord& record : records) {
        AppliedBatch batch;
        batch.region = record.region;
        const auto known = m_records.find(record.region);
        batch.events = record.events - (known == m_records.end() ? 0 : known->second.events);
        batch.cursor = record.cursor;
        batch.knownThrough = record.knownThrough;
        batch.touchedOrganizations = batch.touchedUsers = batch.events != 0;
        m_records[record.region] = record;
        m_records[record.region].events -= batch.events; // showApplied adds them
        if (batch.events != 0)
            showApplied(batch);
        emit m_owner.regionChanged(QString::fromStdString(record.region.text()));
    }
}

std::vector<WorkspaceRegion> Workspace::Impl::endpoints() const {
    std::vector<WorkspaceRegion> all;
    for (const auto& [region, record] : m_records)
        all.push_back({region, record.endpoint});
    return all;
}

void Workspace::Impl::startFollowing() {
    if (m_engine)
        m_engine->start();
}

void Workspace::Impl::stopFollowing() {
    if (m_engine && m_engine->isFollowing())
        m_engine->requestStop();
    else
        m_mailbox->post([this] { emit m_owner.stopped(); });
}

void Workspace::Impl::syncNow() {
    if (m_engine)
        m_engine->wakeAll();
}

std::vector<RegionStatus> Workspace::Impl::regions() const {
    if (m_engine)
        return m_engine->regions();
    std::vector<RegionStatus> all;
    for (const auto& [region, record] : m_records) {
        all.push_back(statusOf(record));
        all.back().lag = lagOf(all.back(), systemClock().now());
    }
    return all;
}

SyncProgress Workspace::Impl::progress() const {
    return m_engine ? m_engine->progress() : SyncProgress{};
}

std::optional<Error> Workspace::Impl::pausedBy() const {
    return m_engine ? m_engine->pausedBy() : std::nullopt;
}

void Workspace::Impl::rebuild(const std::string& readModel) {
    if (m_engine)
        m_engine->startRebuild(readModel);
}

Workspace::Ticket Workspace::Impl::query(QObject* context, QueryPool::Work work,
                                         std::function<void(Result<std::any>)> done) {
    const QPointer<QObject> guard(context ? context : &m_owner);
    const std::stop_source stop;
    m_pool->submit(stop, std::move(work), [mailbox = m_mailbox, guard, stop, done](Result<std::any> result) {
        // Looked at where the ticket is cancelled and the context dies: neither can happen in between.
        mailbox->post([guard, stop, done, result = std::move(result)] {
            if (guard && !stop.stop_requested())
                done(result);
        });
    });
    return Ticket(stop);
}

CommandWorker* Workspace::Impl::workerOf(const RegionName& region) {
    const auto record = m_records.find(region);
    if (record == m_records.end())
        return nullptr;
    auto& worker = m_workers[region];
    if (!worker)
        worker =
            std::make_unique<CommandWorker>(WorkspaceRegion{region, record->second.endpoint}, m_open, systemClock());
    return worker.get();
}

void Workspace::Impl::submit(CommandRequest request, QObject* context, std::function<void(Result<CommandResult>)> done,
                             std::function<void(const Error&)> onUnknown, std::chrono::milliseconds wait) {
    const QPointer<QObject> guard(context ? context : &m_owner);
    if (request.operatorName.empty())
        request.operatorName = m_operatorName;
    const RegionName region = request.region;
    CommandWorker* worker = workerOf(region);
    if (!worker) {
        const Error unknown{ErrorCode::NotFound, {}, {{"what", "region"}, {"id", region.text()}}};
        return m_mailbox->post([guard, done, unknown] {
            if (guard)
                done(tl::unexpected(unknown));
        });
    }
    const auto answered = [this, mailbox = m_mailbox, guard, done, region, wait](Result<CommandResult> result) {
        mailbox->post([this, guard, done, region, wait, result = std::move(result)] {
            const auto deliver = [guard, done, result] {
                if (guard)
                    done(result);
            };
            if (!result || !result->appended)
                return deliver();
            deliverWhenVisible(region, result->appended->key, wait, deliver);
        });
    };
    const auto unknown = [mailbox = m_mailbox, guard, onUnknown](const Error& error) {
        mailbox->post([guard, onUnknown, error] {
            if (guard && onUnknown)
                onUnknown(error);
        });
    };
    worker->submit(std::move(request), answered, unknown);
}

bool Workspace::Impl::isBroughtByItself(const RegionName& region) const {
    if (m_watch)
        return true; // by the process that writes the file
    const auto all = m_engine->regions();
    return std::any_of(all.begin(), all.end(),
                       [&](const RegionStatus& status) { return status.region == region && status.isFollowing; });
}

void Workspace::Impl::deliverWhenVisible(const RegionName& region, LogKey key, std::chrono::milliseconds wait,
                                         std::function<void()> deliver) {
    const auto record = m_records.find(region);
    const bool isVisible = record != m_records.end() && record->second.cursor && *record->second.cursor >= key;
    if (isVisible || wait.count() <= 0 || !isBroughtByItself(region))
        return deliver();
    if (m_engine)
        m_engine->wake(region);
    const std::uint64_t number = ++m_lastAwaited;
    m_awaited.push_back({number, region, key, std::move(deliver)});
    QTimer::singleShot(wait, &m_owner, [this, number] { deliverAwaited(number); });
}

void Workspace::Impl::deliverAwaited(std::uint64_t number) {
    const auto awaited =
        std::find_if(m_awaited.begin(), m_awaited.end(), [number](const Awaited& a) { return a.number == number; });
    if (awaited == m_awaited.end())
        return;
    const auto deliver = std::move(awaited->deliver);
    m_awaited.erase(awaited);
    deliver();
}

Result<void> Workspace::Impl::onWriter(std::function<Result<void>(ReplicaWriter&)> job) {
    if (!m_engine)
        return failure(ErrorCode::FileReadOnly, "opened for reading only", {{"file", file().string()}});
    return m_engine->onWriter(std::move(job)).get();
}

Result<void> Workspace::Impl::setRegions(const std::vector<WorkspaceRegion>& regions) {
    std::vector<WorkspaceRegion> clean;
    for (const WorkspaceRegion& region : regions) {
        auto endpoint = parseEndpoint(region.endpoint);
        if (!endpoint)
            return tl::unexpected(endpoint.error().with("region", region.region.text()));
        clean.push_back({region.region, endpoint->text});
    }
    auto written = onWriter([clean](ReplicaWriter& writer) { return writer.setRegions(clean); });
    if (!written)
        return written;
    const bool wasFollowing = m_engine->isFollowing();
    auto read = readRegions();
    if (!read)
        return read;
    std::vector<RegionRecord> records;
    for (const auto& [region, record] : m_records)
        records.push_back(record);
    m_engine->setRegions(records);
    if (wasFollowing)
        m_engine->start();

    for (auto worker = m_workers.begin(); worker != m_workers.end();) {
        const auto record = m_records.find(worker->first);
        const bool stays = record != m_records.end() && record->second.endpoint == worker->second->region().endpoint;
        if (!stays) {
            worker->second->requestStop();
            m_leavingWorkers.push_back(std::move(worker->second));
        }
        worker = stays ? std::next(worker) : m_workers.erase(worker);
    }
    for (const RegionRecord& record : records)
        postRegionChanged(record.region);
    return {};
}

Result<void> Workspace::Impl::setOperatorName(const std::string& name) {
    auto written = onWriter([name](ReplicaWriter& writer) { return writer.setOperatorName(name); });
    if (written)
        m_operatorName = name;
    return written;
}

} // namespace muniment
