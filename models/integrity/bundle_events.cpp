#include "models/integrity/bundle_events.h"

#include "models/integrity/bundle_format.h"
#include "models/integrity/bundle_zip_reader.h"
#include "models/replica/prepared_batch.h"

#include <algorithm>
#include <utility>

namespace muniment {

namespace {

constexpr std::size_t kBatchEvents = 8'192;
constexpr std::size_t kBatchBytes = 16 * 1024 * 1024;
constexpr std::size_t kEventsBetweenQuestions = 1024;

} // namespace

Result<BundleEvents> BundleEvents::read(const std::filesystem::path& bundle, const BundleManifest& manifest,
                                        const std::filesystem::path& near, const std::stop_token& stop,
                                        const std::function<Result<void>(const BundleEvent&)>& visit) {
    auto lines = BundleEntryStream::open(bundle, bundle::kEvents);
    if (!lines)
        return tl::unexpected(lines.error());
    auto spool = SpoolFile::create(near);
    if (!spool)
        return tl::unexpected(spool.error());
    BundleEvents events(std::move(*spool));
    while (true) {
        if (events.m_lines.size() % kEventsBetweenQuestions == 0 && stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        const auto line = lines->line("event");
        if (!line)
            return tl::unexpected(line.error());
        if (!*line)
            break;
        const auto event = parseBundleEvent(**line);
        if (!event)
            return refusedBundle("event", "a line that is no event", bundle::kEvents);
        if (visit)
            if (auto visited = visit(*event); !visited)
                return tl::unexpected(visited.error());
        if (auto taken = events.take(**line, *event); !taken)
            return tl::unexpected(taken.error());
    }
    if (std::ranges::find(manifest.entries, lines->entry()) == manifest.entries.end())
        return refusedBundle("hash", "an entry was exchanged meanwhile", bundle::kEvents);
    return events;
}

Result<void> BundleEvents::take(std::string_view text, const BundleEvent& event) {
    const Log log{event.region, event.event.tenant, event.event.epoch};
    const auto isSame = [&](const Log& other) {
        return other.region == log.region && other.tenant == log.tenant && other.epoch == log.epoch;
    };
    if (m_logs.empty() || !isSame(m_logs.back())) // they come log by log
        m_logs.push_back(log);
    auto& last = m_lastTimes.try_emplace(event.region, event.event.recordedAt).first->second;
    last = std::max(last, event.event.recordedAt);
    m_lines.push_back({event.event.key, m_bytes, static_cast<std::uint32_t>(text.size()),
                       static_cast<std::uint32_t>(m_logs.size() - 1)});
    m_bytes += text.size();
    return m_spool.append(text);
}

std::vector<std::optional<Backfill>> BundleEvents::closedLogs(const std::map<TenantId, KnownHome>& known) const {
    std::map<TenantId, KnownHome> homes = known;
    std::map<TenantId, std::int32_t> first;
    for (const Log& log : m_logs) {
        KnownHome& home = homes[log.tenant];
        home.epoch = std::max(home.epoch, log.epoch);
        if (known.contains(log.tenant))
            continue;
        const auto [earliest, isNew] = first.try_emplace(log.tenant, log.epoch);
        if (isNew || log.epoch < earliest->second) {
            earliest->second = log.epoch;
            home.root = log.region;
        }
    }
    std::vector<std::optional<Backfill>> closed;
    for (const Log& log : m_logs) {
        const KnownHome& home = homes[log.tenant];
        closed.push_back(log.epoch < home.epoch ? std::optional(Backfill{log.tenant, log.epoch, home.root})
                                                : std::nullopt);
    }
    return closed;
}

Result<RecordedEvent> BundleEvents::eventOf(const Line& line) {
    const auto text = m_spool.at(line.offset, line.length);
    if (!text)
        return tl::unexpected(text.error());
    auto event = parseBundleEvent(*text);
    if (!event)
        return tl::unexpected(event.error());
    return std::move(event->event);
}

Result<void> BundleEvents::stage(ReplicaWriter& into, const std::map<TenantId, KnownHome>& known,
                                 const std::map<RegionName, RegionEnd>& ends, const std::stop_token& stop,
                                 const std::function<void(double)>& progress) {
    const auto closed = closedLogs(known);
    // Closed logs one by one, as they come: by tenant, then epoch. Then the regions, each in the order of its log.
    std::vector<std::size_t> ranks;
    std::map<RegionName, std::size_t> regions;
    for (std::size_t log = 0; log < m_logs.size(); ++log)
        ranks.push_back(
            closed[log] ? log : m_logs.size() + regions.try_emplace(m_logs[log].region, regions.size()).first->second);
    std::ranges::sort(m_lines, {}, [&](const Line& line) { return std::pair(ranks[line.log], line.key); });
    std::uint64_t taken = 0;
    std::size_t at = 0;
    while (at < m_lines.size()) {
        const std::uint32_t first = m_lines[at].log;
        const std::size_t rank = ranks[first];
        Batch batch;
        batch.region = m_logs[first].region;
        batch.backfill = closed[first];
        for (std::size_t bytes = 0; at < m_lines.size() && ranks[m_lines[at].log] == rank &&
                                    batch.events.size() < kBatchEvents && bytes < kBatchBytes;
             ++at) {
            auto event = eventOf(m_lines[at]);
            if (!event)
                return tl::unexpected(event.error());
            batch.events.push_back(std::move(*event));
            bytes += m_lines[at].length;
        }
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        const auto staged = into.stage(*prepareBatch(std::move(batch)));
        if (!staged)
            return tl::unexpected(staged.error());
        taken += static_cast<std::uint64_t>(staged->events);
        if (progress)
            progress(static_cast<double>(at) / static_cast<double>(m_lines.size()));
    }
    if (taken != count())
        return refusedBundle("notTaken", "an event is in the file already", bundle::kEvents);
    for (const auto& [region, end] : ends) {
        Batch batch;
        batch.region = region;
        batch.passed = end.passed;
        batch.knownThrough = end.knownThrough;
        if (const auto staged = into.stage(*prepareBatch(std::move(batch))); !staged)
            return tl::unexpected(staged.error());
    }
    return {};
}

} // namespace muniment
