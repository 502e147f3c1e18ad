#include "models/workspace/workspace.h"

#include "models/eventstore/endpoint.h"
#include "models/workspace/bulk_run.h"
#include "models/workspace/workspace_impl.h"

namespace muniment {

Workspace::Workspace() = default;

Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::create(const std::filesystem::path& file, const ReplicaSettings& settings,
                                                     WorkspaceOptions options) {
    ReplicaSettings clean = settings;
    for (WorkspaceRegion& region : clean.regions) {
        auto endpoint = parseEndpoint(region.endpoint);
        if (!endpoint)
            return tl::unexpected(endpoint.error().with("region", region.region.text()));
        region.endpoint = endpoint->text;
    }
    auto replica = Replica::create(file, clean);
    if (!replica)
        return tl::unexpected(replica.error());
    return over(std::move(*replica), std::move(options));
}

Result<std::unique_ptr<Workspace>> Workspace::open(const std::filesystem::path& file, WorkspaceOptions options) {
    auto replica = Replica::open(file, options.access);
    if (!replica)
        return tl::unexpected(replica.error());
    return over(std::move(*replica), std::move(options));
}

Result<std::unique_ptr<Workspace>> Workspace::over(std::unique_ptr<Replica> replica, WorkspaceOptions options) {
    std::unique_ptr<Workspace> workspace(new Workspace);
    workspace->m_impl = std::make_unique<Impl>(*workspace, std::move(replica), std::move(options));
    auto begun = workspace->m_impl->begin();
    if (!begun)
        return tl::unexpected(begun.error());
    return workspace;
}

const std::filesystem::path& Workspace::file() const {
    return m_impl->file();
}

bool Workspace::isReadOnly() const {
    return m_impl->isReadOnly();
}

std::vector<SavedView> Workspace::savedViews() const {
    return m_impl->savedViews();
}

std::vector<StagedLine> Workspace::stagedLines() const {
    return m_impl->stagedLines();
}

GuardLevel Workspace::guardLevel() const {
    return m_impl->guardLevel();
}

std::vector<IntakeMapping> Workspace::intakeMappings() const {
    return m_impl->intakeMappings();
}

std::vector<CompromiseMark> Workspace::compromises() const {
    return m_impl->compromises();
}

std::vector<ColourRule> Workspace::colourRules() const {
    return m_impl->colourRules();
}

TenantZones Workspace::tenantZones() const {
    return m_impl->tenantZones();
}

std::string Workspace::operatorName() const {
    return m_impl->operatorName();
}

bool Workspace::keepsWords() const {
    return m_impl->keepsWords();
}

std::vector<WorkspaceRegion> Workspace::endpoints() const {
    return m_impl->endpoints();
}

void Workspace::startFollowing() {
    m_impl->startFollowing();
}

void Workspace::stopFollowing() {
    m_impl->stopFollowing();
}

void Workspace::syncNow() {
    m_impl->syncNow();
}

std::vector<RegionStatus> Workspace::regions() const {
    return m_impl->regions();
}

SyncProgress Workspace::progress() const {
    return m_impl->progress();
}

std::optional<Error> Workspace::pausedBy() const {
    return m_impl->pausedBy();
}

Result<std::unique_ptr<BulkRun>> Workspace::makeBulkRun(const RegionName& region,
                                                        const BulkRunSettings& settings) const {
    return m_impl->makeBulkRun(region, settings);
}

StoreOpener Workspace::storeOpener() const {
    return m_impl->storeOpener();
}

std::shared_ptr<SecretSource> Workspace::secrets() const {
    return m_impl->secrets();
}

void Workspace::rebuild(const std::string& readModel) {
    m_impl->rebuild(readModel);
}

Workspace::Ticket Workspace::queryAny(QObject* context,
                                      std::function<Result<std::any>(Snapshot&, std::stop_token)> work,
                                      std::function<void(Result<std::any>)> done) {
    return m_impl->query(context, std::move(work), std::move(done));
}

void Workspace::submit(CommandRequest request, QObject* context, std::function<void(Result<CommandResult>)> done,
                       std::function<void(const Error&)> onUnknown, std::chrono::milliseconds wait) {
    m_impl->submit(std::move(request), context, std::move(done), std::move(onUnknown), wait);
}

bool Workspace::areWritesSettled() const {
    return m_impl->ownWrites().areSettled();
}

void Workspace::whenWritesSettled(QObject* context, std::function<void(bool)> done, std::chrono::milliseconds wait) {
    m_impl->ownWrites().whenSettled(context != nullptr ? context : this, wait, std::move(done));
}

void Workspace::preview(const RegionName& region, std::vector<CommandRequest> requests, QObject* context,
                        std::function<void(std::vector<Result<CommandResult>>)> done) {
    m_impl->preview(region, std::move(requests), context, std::move(done));
}

void Workspace::compare(CommandRequest request, QObject* context, std::function<void(Result<ThreeWays>)> done) {
    m_impl->compare(std::move(request), context, std::move(done));
}

Workspace::Ticket Workspace::askRegionAny(const RegionName& region, QObject* context,
                                          std::function<Result<std::any>(EventStore&, const std::stop_token&)> work,
                                          std::function<void(Result<std::any>)> done) {
    return m_impl->askRegion(region, context, std::move(work), std::move(done));
}

void Workspace::change(WorkspaceChange change, QObject* context, std::function<void(Result<void>)> done) {
    m_impl->change(std::move(change), context, std::move(done));
}

void Workspace::annotate(const std::map<EventNumber, EventAnnotation>& annotations, QObject* context,
                         std::function<void(Result<void>)> done) {
    m_impl->annotate(annotations, context, std::move(done));
}

void Workspace::recordDisclosure(EventNumber number, const std::string& field, const std::string& reason,
                                 QObject* context, std::function<void(Result<void>)> done) {
    m_impl->recordDisclosure(number, field, reason, context, std::move(done));
}

} // namespace muniment
