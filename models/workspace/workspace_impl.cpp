#include "models/workspace/workspace_impl.h"

#include "models/replica/index/word_setting.h"
#include "models/workspace/intake_settings.h"

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
      m_mailbox(std::make_shared<OwnerMailbox>(&owner)),
      m_workers(m_open),
      m_awaited(&owner),
      m_ownWrites(&owner) {}

Workspace::Impl::~Impl() {
    m_mailbox->close();
    // Everybody is asked before anybody is waited for.
    if (m_engine)
        m_engine->requestStop();
    const auto deadline = std::chrono::steady_clock::now() + kCloseWithin;
    m_workers.requestStop();
    m_watch.reset();
    m_pool.reset();
    m_engine.reset();
    m_workers.waitEnded(deadline);
}

Result<void> Workspace::Impl::begin() {
    auto settings = readSettings();
    if (!settings)
        return tl::unexpected(settings.error());
    m_operatorName = std::move(settings->operatorName);
    m_keepsWords = settings->keepsWords;
    m_views = std::move(settings->views);
    m_colourRules = std::move(settings->colourRules);
    m_tenantZones = std::move(settings->tenantZones);
    m_staged = std::move(settings->staged);
    m_guard = settings->guard;
    m_intakeMappings = std::move(settings->intakeMappings);
    m_compromises = std::move(settings->compromises);
    const std::vector<RegionRecord>& records = settings->regions;
    for (const RegionRecord& record : records)
        m_records.emplace(record.region, record);
    m_pool = std::make_unique<QueryPool>(*m_replica, m_options.queryThreads);
    if (!isReadOnly()) {
        m_engine = std::make_unique<SyncEngine>(*m_replica, SyncSettings{m_options.follower, m_open, true},
                                                systemClock(), listener());
        m_engine->setRegions(records);
        return {};
    }
    FileWatchListener watching;
    watching.regionsMoved = [this](const std::vector<RegionRecord>& moved) {
        m_mailbox->post([this, moved] { showWatched(moved); });
    };
    watching.annotationsChanged = [this] { m_mailbox->post([this] { emit m_owner.annotationsChanged(); }); };
    m_watch = std::make_unique<FileWatch>(*m_replica, records, std::move(watching));
    return {};
}

Result<Workspace::Impl::Settings> Workspace::Impl::readSettings() const {
    auto snapshot = m_replica->snapshot();
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    auto name = (*snapshot)->operatorName();
    if (!name)
        return tl::unexpected(name.error());
    const auto words = wantsWordIndex(**snapshot);
    if (!words)
        return tl::unexpected(words.error());
    auto records = (*snapshot)->regions();
    if (!records)
        return tl::unexpected(records.error());
    auto views = muniment::savedViews(**snapshot);
    if (!views)
        return tl::unexpected(views.error());
    auto rules = muniment::colourRules(**snapshot);
    if (!rules)
        return tl::unexpected(rules.error());
    auto zones = muniment::tenantZones(**snapshot);
    if (!zones)
        return tl::unexpected(zones.error());
    auto staged = muniment::stagedLines(**snapshot);
    if (!staged)
        return tl::unexpected(staged.error());
    const auto guard = muniment::guardLevel(**snapshot);
    if (!guard)
        return tl::unexpected(guard.error());
    auto mappings = intakeMappingsOf(**snapshot);
    if (!mappings)
        return tl::unexpected(mappings.error());
    auto marks = compromiseMarks(**snapshot);
    if (!marks)
        return tl::unexpected(marks.error());
    return Settings{
        std::move(*name),   *words, std::move(*records),  std::move(*views), std::move(*rules), std::move(*zones),
        std::move(*staged), *guard, std::move(*mappings), std::move(*marks)};
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
    // What came from a later home is no part of the region's own log, which has a cursor.
    if (const auto record = m_records.find(batch.region); record != m_records.end() && batch.cursor) {
        record->second.events += batch.events;
        record->second.cursor = batch.cursor;
    }
    if (batch.cursor) // before anybody who is told asks again
        m_ownWrites.takeCursor(batch.region, *batch.cursor);
    emit m_owner.batchApplied(batch);
    m_awaited.takeApplied(batch);
}

void Workspace::Impl::showWatched(const std::vector<RegionRecord>& records) {
    for (const RegionRecord& record : records) {
        AppliedBatch batch;
        batch.region = record.region;
        const auto known = m_records.find(record.region);
        batch.events = record.events - (known == m_records.end() ? 0 : known->second.events);
        batch.cursor = record.cursor;
        batch.knownThrough = record.knownThrough;
        if (batch.events != 0)
            batch.touched.insert(readModelNames().begin(), readModelNames().end());
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
    m_isFollowingWanted = true;
    if (!m_engine)
        return;
    m_engine->start();
    m_engine->completeWordIndex();
}

void Workspace::Impl::stopFollowing() {
    m_isFollowingWanted = false;
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

} // namespace muniment
