// What a person set and wrote, on its way from one file to the one that takes its place.
#include "models/replica/annotations.h"
#include "models/replica/colour_rules.h"
#include "models/replica/compromise_marks.h"
#include "models/replica/kept_texts.h"
#include "models/replica/saved_views.h"
#include "models/replica/sifted_replica.h"
#include "models/replica/sqlite.h"
#include "models/replica/staged_changes.h"
#include "models/replica/tenant_zones.h"

#include <algorithm>
#include <map>

namespace muniment {

namespace {

template <class T>
T taken(Result<T> result) {
    if (!result)
        throw sqlite::Failure(result.error());
    return std::move(*result);
}

void done(const Result<void>& result) {
    if (!result)
        throw sqlite::Failure(result.error());
}

/// Numbers of the old file's events in the new one.
class Renumbering {
public:
    Renumbering(Snapshot& from, Snapshot& into) : m_from(from), m_into(into) {
        const auto runs = taken(from.runs());
        for (const RunRecord& run : runs)
            m_regions[run.run] = run.region;
    }

    /// Absent: the new file does not hold it.
    [[nodiscard]] std::optional<EventNumber> operator()(EventNumber old) {
        auto event = m_from.event(old);
        const auto region = m_regions.find(old.run());
        if (!event || region == m_regions.end())
            return std::nullopt;
        const auto found = taken(m_into.findEvent(region->second, event->key));
        if (!found || taken(m_into.event(*found)).eventId != event->eventId)
            return std::nullopt;
        return found;
    }

private:
    Snapshot& m_from;
    Snapshot& m_into;
    std::map<std::int64_t, RegionName> m_regions;
};

std::vector<Disclosure> allDisclosures(Snapshot& snapshot) {
    auto& rows = snapshot.statement("SELECT DISTINCT n FROM disclosures ORDER BY id");
    std::vector<EventNumber> numbers;
    while (rows.step())
        numbers.push_back(EventNumber{rows.integer(0)});
    rows.reset();
    std::vector<Disclosure> all;
    for (const EventNumber number : numbers)
        std::ranges::copy(taken(disclosuresOf(snapshot, number)), std::back_inserter(all));
    std::ranges::stable_sort(all, {}, &Disclosure::shownAt);
    return all;
}

bool holdsTenant(Snapshot& snapshot, const TenantId& tenant) {
    auto& row = snapshot.statement("SELECT 1 FROM tenants WHERE id = ?");
    row.bindText(1, tenant.text());
    const bool isThere = row.step();
    row.reset();
    return isThere;
}

void carrySettings(Snapshot& from, Snapshot& into, ReplicaWriter& writer) {
    done(writer.setSavedViews(taken(savedViews(from))));
    done(writer.setColourRules(taken(colourRules(from))));
    done(writer.setTenantZones(taken(tenantZones(from))));
    done(writer.setStagedLines(taken(stagedLines(from))));
    done(writer.setGuardLevel(taken(guardLevel(from))));
    for (const KeptText which : {KeptText::Intake, KeptText::Residency, KeptText::Places})
        if (const std::string text = taken(keptText(from, which)); !text.empty())
            done(writer.setKeptText(which, text));
    auto marks = taken(compromiseMarks(from));
    std::erase_if(marks, [&](const CompromiseMark& mark) { return !holdsTenant(into, mark.tenant); });
    done(writer.setCompromiseMarks(marks));
}

} // namespace

Result<std::int64_t> carryOverSettings(Replica& from, Replica& into) {
    auto old = from.snapshot();
    if (!old)
        return tl::unexpected(old.error());
    auto present = into.snapshot();
    if (!present)
        return tl::unexpected(present.error());
    return sqlite::guarded([&] {
        ReplicaWriter& writer = *into.writer();
        carrySettings(**old, **present, writer);
        Renumbering numberOf(**old, **present);
        auto annotated = taken(allAnnotations(**old));
        const auto before = std::ssize(annotated);
        std::erase_if(annotated, [&](AnnotatedEvent& each) {
            const auto number = numberOf(each.number);
            each.number = number.value_or(EventNumber{});
            return !number;
        });
        done(writer.setAnnotations(annotated));
        for (Disclosure disclosure : allDisclosures(**old)) {
            disclosure.number = numberOf(disclosure.number).value_or(EventNumber{});
            done(writer.recordDisclosure(disclosure));
        }
        return static_cast<std::int64_t>(before - std::ssize(annotated));
    });
}

} // namespace muniment
