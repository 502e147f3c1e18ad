#include "models/items/evidence_export.h"

#include "models/directory/organizations.h"
#include "models/integrity/bundle_check.h"
#include "models/integrity/courier_plan.h"
#include "models/integrity/known_keys.h"
#include "models/items/filter_words.h"
#include "models/items/moment_words.h"
#include "models/items/plain_text.h"
#include "models/timeline/run_matches.h"

#include <QCoreApplication>

#include <map>

namespace muniment {

namespace {

/// What a courier takes to check the bundle before, of the whole way.
constexpr double kChecking = 0.3;

Result<std::vector<EventNumber>> numbersOf(Snapshot& snapshot, const MatchSet& matches) {
    const auto runs = snapshot.runs();
    if (!runs)
        return tl::unexpected(runs.error());
    std::vector<EventNumber> numbers;
    for (const RunRecord& run : *runs) {
        const RunMatches inRun(matches, run);
        for (std::int64_t i = 1; i <= inRun.count(); ++i)
            numbers.push_back(EventNumber::of(run.run, inRun.ordinalAt(i)));
    }
    return numbers;
}

/// Names of organizations as they are now, looked up once.
class OrganizationNames {
public:
    explicit OrganizationNames(Snapshot& snapshot) : m_snapshot(snapshot) {}

    [[nodiscard]] std::string of(const TenantId& tenant) {
        const auto known = m_names.find(tenant);
        if (known != m_names.end())
            return known->second;
        const auto org = findOrganization(m_snapshot, tenant.text());
        return m_names.emplace(tenant, org ? org->name : std::string()).first->second;
    }

private:
    Snapshot& m_snapshot;
    std::map<TenantId, std::string> m_names;
};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EvidenceWords)
};

/// Which events were chosen, in words.
QString wordsOf(const TimelineQuestion& question, Instant now) {
    const QString words = filterWords(question.filter, now, ClockZone());
    return withoutIsolates(question.asOf ? Words::tr("%1 As of %2.").arg(words, momentText(*question.asOf, ClockZone()))
                                         : words);
}

Result<BundleManifest> write(Snapshot& snapshot, BundleRequest request, const EvidenceOrder& order,
                             const SigningKey& maker, const std::stop_token& stop, const BundleProgress& progress) {
    auto keys = readKnownKeys(knownKeysPath(order.workspace));
    if (!keys)
        return tl::unexpected(keys.error());
    const auto kept = KeptCheckpoints::open(keptCheckpointsPath(order.workspace), keys->all);
    if (!kept)
        return tl::unexpected(kept.error());
    request.kept = &*kept;
    request.keys = std::move(keys->all);
    return writeBundle(snapshot, request, maker, order.target, stop, progress);
}

Result<BundleInfo> checkBefore(const CourierOrder& courier, const SigningKey& maker, const std::stop_token& stop,
                               const BundleProgress& progress) {
    auto known = readKnownKeys(knownKeysPath(courier.order.workspace));
    if (!known)
        return tl::unexpected(known.error());
    std::vector<VerifierKey> keys = std::move(known->all);
    keys.insert(keys.end(), courier.trusted.begin(), courier.trusted.end());
    keys.push_back(maker.verifierKey());
    return checkBundle(*courier.after, keys, stop, [&](double done) { progress(kChecking * done); });
}

BundleRequest requestOf(Snapshot& snapshot, const EvidenceOrder& order, const TimelineQuestion& question) {
    BundleRequest request = evidenceRequest(snapshot, order);
    request.filterWords = wordsOf(question, order.madeAt).toStdString();
    request.filterText = printFilter(question.filter);
    return request;
}

} // namespace

BundleRequest evidenceRequest(Snapshot& snapshot, const EvidenceOrder& order) {
    BundleRequest request;
    request.tool = "Muniment " + QCoreApplication::applicationVersion().toStdString();
    request.madeAt = order.madeAt;
    request.madeBy = snapshot.operatorName().value_or(std::string());
    request.workspace = order.workspace.filename().string();
    request.organizationName = [names = std::make_shared<OrganizationNames>(snapshot)](const TenantId& tenant) {
        return names->of(tenant);
    };
    return request;
}

Result<BundleManifest> exportEvidence(Snapshot& snapshot, const TimelineQuestion& question, const MatchSet& matches,
                                      const EvidenceOrder& order, const SigningKey& maker, const std::stop_token& stop,
                                      const BundleProgress& progress) {
    auto events = numbersOf(snapshot, matches);
    if (!events)
        return tl::unexpected(events.error());
    BundleRequest request = requestOf(snapshot, order, question);
    request.events = std::move(*events);
    return write(snapshot, std::move(request), order, maker, stop, progress);
}

Result<WrittenCourier> exportCourier(Snapshot& snapshot, const CourierOrder& courier, const SigningKey& maker,
                                     const std::stop_token& stop, const BundleProgress& progress) {
    std::optional<BundleInfo> before;
    if (courier.after) {
        auto checked = checkBefore(courier, maker, stop, progress);
        if (!checked)
            return tl::unexpected(checked.error());
        before = std::move(*checked);
    }
    auto plan = planCourier(snapshot, before, stop);
    if (!plan)
        return tl::unexpected(plan.error());
    if (before && plan->events.empty())
        return failure(ErrorCode::Refused, "no events have come since", {{"why", "nothingNew"}});
    const std::uint64_t number = plan->note.number;
    const double begin = courier.after ? kChecking : 0;
    BundleRequest request = requestOf(snapshot, courier.order, {});
    request.events = std::move(plan->events);
    request.courier = std::move(plan->note);
    return write(snapshot, std::move(request), courier.order, maker, stop,
                 [&](double done) { progress(begin + (1 - begin) * done); })
        .map([&](BundleManifest manifest) {
            return WrittenCourier{number, std::move(manifest)};
        });
}

} // namespace muniment
