#include "models/regions/kept_placement.h"

#include "models/base/canonical_json.h"

#include <algorithm>

namespace muniment {

namespace {

// Facts stand beside the finding's own members, with this before their names.
constexpr std::string_view kFact = "fact.";

std::string printFinding(const PlacementFinding& finding) {
    PayloadBuilder json;
    json.text("finding", placementFindingName(finding.code))
        .text("tenant", finding.tenant.text())
        .text("region", finding.region.text());
    for (const auto& [name, value] : finding.facts)
        json.text(std::string(kFact) + name, value);
    return json.build();
}

std::optional<PlacementFinding::Code> codeOf(std::string_view name) {
    for (int code = 0; code <= static_cast<int>(PlacementFinding::Code::RegionNotFollowed); ++code)
        if (placementFindingName(static_cast<PlacementFinding::Code>(code)) == name)
            return static_cast<PlacementFinding::Code>(code);
    return std::nullopt;
}

std::optional<PlacementFinding> parseFinding(std::string_view json) {
    const auto members = readMembers(json);
    if (!members)
        return std::nullopt;
    PlacementFinding finding;
    std::optional<PlacementFinding::Code> code;
    for (const PayloadMember& member : *members) {
        if (member.key == "finding")
            code = codeOf(member.value);
        else if (member.key == "tenant")
            finding.tenant = TenantId(member.value);
        else if (member.key == "region")
            finding.region = RegionName(member.value);
        else if (member.key.starts_with(kFact))
            finding.facts[member.key.substr(kFact.size())] = member.value;
    }
    if (!code)
        return std::nullopt;
    finding.code = *code;
    return finding;
}

std::vector<PayloadMember> elementsOf(const PayloadMember& member) {
    auto elements = readElements(member.value);
    return elements ? std::move(*elements) : std::vector<PayloadMember>();
}

} // namespace

void KeptPlacement::take(const PlacementReport& report, const std::set<TenantId>& only, Instant at) {
    if (only.empty()) {
        *this = {};
        m_everybodyAt = at;
    }
    // Whatever was asked, all regions were.
    std::erase_if(m_findings, [&only](const PlacementFinding& finding) {
        return finding.tenant.isEmpty() || only.contains(finding.tenant);
    });
    for (const TenantId& tenant : only)
        m_alone[tenant] = at;
    m_findings.insert(m_findings.end(), report.findings.begin(), report.findings.end());
}

std::optional<Instant> KeptPlacement::askedAt(const TenantId& tenant) const {
    const auto alone = m_alone.find(tenant);
    return alone == m_alone.end() ? m_everybodyAt : std::max(m_everybodyAt, std::optional(alone->second));
}

std::vector<PlacementFinding> KeptPlacement::findingsOf(const TenantId& tenant, const RegionName& home) const {
    std::vector<PlacementFinding> findings;
    std::ranges::copy_if(m_findings, std::back_inserter(findings), [&](const PlacementFinding& finding) {
        return finding.tenant.isEmpty() ? finding.region == home : finding.tenant == tenant;
    });
    std::ranges::stable_sort(findings, {}, [](const PlacementFinding& finding) { return severityOf(finding.code); });
    return findings;
}

std::string KeptPlacement::print() const {
    PayloadBuilder json;
    if (m_everybodyAt)
        json.integer("everybodyAt", m_everybodyAt->micros);
    PayloadBuilder alone;
    for (const auto& [tenant, at] : m_alone)
        alone.integer(tenant.text(), at.micros);
    std::vector<std::string> findings;
    for (const PlacementFinding& finding : m_findings)
        findings.push_back(printFinding(finding));
    return json.text("alone", alone.build()).texts("findings", findings).build();
}

KeptPlacement KeptPlacement::parse(std::string_view json) {
    KeptPlacement placement;
    const auto members = json.empty() ? Result<std::vector<PayloadMember>>() : readMembers(json);
    if (!members)
        return placement;
    const auto instant = [](const PayloadMember& member) {
        return Instant{std::strtoll(member.value.c_str(), nullptr, 10)};
    };
    for (const PayloadMember& member : *members) {
        if (member.key == "everybodyAt") {
            placement.m_everybodyAt = instant(member);
        } else if (member.key == "alone") {
            if (const auto alone = readMembers(member.value))
                for (const PayloadMember& each : *alone)
                    placement.m_alone[TenantId(each.key)] = instant(each);
        } else if (member.key == "findings") {
            for (const PayloadMember& element : elementsOf(member))
                if (auto finding = parseFinding(element.value))
                    placement.m_findings.push_back(std::move(*finding));
        }
    }
    return placement;
}

} // namespace muniment
