#include "models/integrity/server_findings.h"

#include "models/base/hex.h"

#include <map>
#include <set>
#include <utility>

namespace muniment {

namespace {

constexpr std::size_t kMostFindings = 100;

} // namespace

bool ServerFindings::isFull() const {
    return m_findings.size() >= kMostFindings;
}

TrailFinding ServerFindings::finding(TrailChange change, const TenantId& tenant, std::int32_t epoch) const {
    TrailFinding finding;
    finding.change = change;
    finding.against = TrailWitness::Server;
    finding.region = m_region;
    finding.tenant = tenant;
    finding.epoch = epoch;
    finding.before = m_before;
    return finding;
}

TrailFinding ServerFindings::ofLocal(TrailChange change, const ScannedLeaf& local, const TenantId& tenant) const {
    TrailFinding found = finding(change, tenant, local.epoch);
    found.event = local.n;
    found.eventId = local.eventId;
    found.expected = toHex(bytesOf(local.leaf));
    return found;
}

void ServerFindings::both(const ScannedLeaf& local, const RecordedEvent& server) {
    const Hash there = m_hasher.hash(server);
    if (there != local.leaf && !isFull()) {
        m_findings.push_back(ofLocal(TrailChange::Edited, local, server.tenant));
        m_findings.back().found = toHex(bytesOf(there));
    }
    m_before = local.n;
}

void ServerFindings::onlyHere(TrailChange change, const ScannedLeaf& local, const TenantId& tenant) {
    if (!isFull())
        m_findings.push_back(ofLocal(change, local, tenant));
}

void ServerFindings::onlyThere(const RecordedEvent& server) {
    if (isFull())
        return;
    TrailFinding inserted = finding(TrailChange::Inserted, server.tenant, server.epoch);
    inserted.eventId = server.eventId;
    inserted.found = toHex(bytesOf(m_hasher.hash(server)));
    m_findings.push_back(std::move(inserted));
}

std::vector<TrailFinding> ServerFindings::take() {
    joinMoved(m_findings);
    return std::exchange(m_findings, {});
}

void joinMoved(std::vector<TrailFinding>& findings) {
    std::map<Uuid, std::size_t> missing;
    for (std::size_t i = 0; i < findings.size(); ++i)
        if (findings[i].eventId &&
            (findings[i].change == TrailChange::Deleted || findings[i].change == TrailChange::Cut))
            missing.emplace(*findings[i].eventId, i);
    std::set<std::size_t> joined;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (findings[i].change != TrailChange::Inserted || !findings[i].eventId)
            continue;
        const auto from = missing.find(*findings[i].eventId);
        if (from == missing.end())
            continue;
        findings[from->second].change = TrailChange::Reordered;
        findings[from->second].found = findings[i].found;
        joined.insert(i);
    }
    std::size_t i = 0;
    std::erase_if(findings, [&](const TrailFinding&) { return joined.contains(i++); });
}

} // namespace muniment
