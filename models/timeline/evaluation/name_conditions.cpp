#include "models/timeline/evaluation/name_conditions.h"

#include "models/replica/sqlite.h"
#include "models/timeline/evaluation/name_spans.h"
#include "models/timeline/evaluation/named_ids.h"

#include <map>
#include <set>

namespace muniment {

namespace {

std::vector<TextPattern> foldedPatterns(const FilterTerm& term) {
    std::vector<TextPattern> patterns;
    for (const FilterValue& value : term.values)
        patterns.emplace_back(value, TextPattern::Compare::Folded);
    return patterns;
}

std::vector<std::int64_t> codesFrom(sqlite::Statement& rows) {
    std::vector<std::int64_t> codes;
    while (rows.step())
        codes.push_back(rows.integer(0));
    rows.clear();
    return codes;
}

/// What a name condition knows whatever it is about.
class NameCondition : public Condition {
public:
    NameCondition(const Evidence& evidence, std::vector<std::int64_t> codes, std::vector<NameSpan> spans)
        : m_evidence(evidence),
          m_codes(std::move(codes)),
          m_spans(std::move(spans)) {
        auto& rows = evidence.snapshot.statement("SELECT run, region FROM runs");
        while (rows.step())
            m_regions.emplace(rows.integer(0), rows.integer(1));
        rows.reset();
        auto& homes = evidence.snapshot.statement("SELECT tenant, region, root FROM tenant_homes");
        while (homes.step())
            m_roots[{homes.integer(0), homes.integer(1)}] = homes.integer(2);
        homes.reset();
    }

    [[nodiscard]] Cost cost() const override { return Cost::Keys; }

    /// A later event may give a name, or a second id with the same beginning.
    [[nodiscard]] bool isSettled() const override { return false; }

protected:
    [[nodiscard]] const Evidence& evidence() const { return m_evidence; }

    [[nodiscard]] const std::vector<std::int64_t>& codes() const { return m_codes; }

    [[nodiscard]] const std::vector<NameSpan>& spans() const { return m_spans; }

    [[nodiscard]] std::int64_t regionOf(const RunRecord& run) const { return m_regions.at(run.run); }

    /// Under which region a tenant's things are kept when its events stand in the run.
    [[nodiscard]] std::int64_t rootOf(std::int64_t tenant, const RunRecord& run) const {
        const auto root = m_roots.find({tenant, regionOf(run)});
        return root == m_roots.end() ? regionOf(run) : root->second;
    }

    /// Ordinals of the run in which the name held; none where it is another region's.
    [[nodiscard]] Roaring stretchOf(const NameSpan& span, const RunRecord& run) const {
        if (span.region != rootOf(span.tenant, run))
            return {};
        if (!m_roots.contains({span.tenant, span.region}))
            return ordinalsBetween(span.firstIn(run.run), span.lastIn(run.run));
        // The runs of a tenant that has moved follow one another in time, not by their numbers.
        const auto before = [&](EventNumber n, Instant at) {
            return n.run() == run.run ? n.ordinal() - 1 : m_evidence.times.lastBefore(run, at);
        };
        return ordinalsBetween(before(span.from, span.validFrom) + 1,
                               span.until ? before(*span.until, *span.validUntil) : UINT32_MAX);
    }

    [[nodiscard]] Roaring ofTenant(const RunRecord& run, std::int64_t tenant) const {
        return m_evidence.index.facet(run.run, Facet::Tenant, tenant);
    }

private:
    const Evidence m_evidence;
    std::vector<std::int64_t> m_codes; ///< named by their ids
    std::vector<NameSpan> m_spans;     ///< named by their names, in stretches
    std::map<std::int64_t, std::int64_t> m_regions;
    std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> m_roots; ///< by tenant that has moved, and region
};

class TenantCondition final : public NameCondition {
public:
    using NameCondition::NameCondition;

    [[nodiscard]] Cost cost() const override { return Cost::Facets; }

    [[nodiscard]] Roaring matches(const RunRecord& run, const Roaring& among) override {
        Roaring found = evidence().index.facetAny(run.run, Facet::Tenant, codes());
        for (const NameSpan& span : spans())
            found |= ofTenant(run, span.tenant) & stretchOf(span, run);
        return found & among;
    }
};

class SubjectCondition final : public NameCondition {
public:
    using NameCondition::NameCondition;

    [[nodiscard]] Roaring matches(const RunRecord& run, const Roaring& among) override {
        Roaring found = evidence().index.key(run.run, IndexKey::Aggregate, codes());
        for (const NameSpan& span : spans()) {
            throwIfStopped(evidence().snapshot);
            if (const Roaring stretch = stretchOf(span, run); !stretch.isEmpty())
                found |= evidence().index.key(run.run, IndexKey::Aggregate, {&span.entity, 1}) & stretch;
        }
        return found & among;
    }
};

class ActorCondition final : public NameCondition {
public:
    ActorCondition(const Evidence& evidence, std::vector<std::int64_t> codes, const std::vector<NameSpan>& spans)
        : NameCondition(evidence, std::move(codes), {}) {
        for (const NameSpan& span : spans)
            m_people[span.id].spans.push_back(span);
        for (auto& [id, person] : m_people) {
            auto& actors = evidence.snapshot.statement("SELECT code FROM actors WHERE id = ?");
            actors.bindText(1, id);
            person.actors = codesFrom(actors);
            auto& homes = evidence.snapshot.statement(
                "SELECT tenant, region FROM aggregates WHERE is_listed = 1 AND id = ? AND type ="
                " (SELECT code FROM words WHERE text = 'user')");
            homes.bindText(1, id);
            while (homes.step())
                person.homes.insert({homes.integer(1), homes.integer(0)});
            homes.clear();
        }
    }

    [[nodiscard]] Roaring matches(const RunRecord& run, const Roaring& among) override {
        Roaring found = evidence().index.key(run.run, IndexKey::Actor, codes());
        for (const auto& [id, person] : m_people) {
            throwIfStopped(evidence().snapshot);
            const Roaring acted = evidence().index.key(run.run, IndexKey::Actor, person.actors) & among;
            if (!acted.isEmpty())
                found |= named(run, person, acted);
        }
        return found & among;
    }

private:
    /// Users that share an id, and the actors that carry it.
    struct Person {
        std::vector<NameSpan> spans;
        std::vector<std::int64_t> actors;
        std::set<std::pair<std::int64_t, std::int64_t>> homes; ///< (region, tenant) in which there is such a user
    };

    [[nodiscard]] Roaring named(const RunRecord& run, const Person& person, const Roaring& acted) const {
        Roaring elsewhere = acted;
        for (const auto& [homeRegion, tenant] : person.homes)
            if (homeRegion == rootOf(tenant, run))
                elsewhere -= ofTenant(run, tenant);
        Roaring found;
        for (const NameSpan& span : person.spans) {
            if (span.region == rootOf(span.tenant, run))
                found |= ofTenant(run, span.tenant) & acted & stretchOf(span, run);
            if (!elsewhere.isEmpty()) {
                const std::int64_t last =
                    span.validUntil ? evidence().times.lastBefore(run, *span.validUntil) : run.lastOrdinal;
                found |= elsewhere & ordinalsBetween(evidence().times.lastBefore(run, span.validFrom) + 1, last);
            }
        }
        return found;
    }

    std::map<std::string, Person> m_people; ///< by id
};

} // namespace

ConditionPointer tenantCondition(const FilterTerm& term, const Evidence& evidence) {
    return std::make_unique<TenantCondition>(
        evidence, codesOfIds(evidence, IdKind::Tenant, term.values),
        spansOfNames(evidence.snapshot, NamedKind::Organization, foldedPatterns(term)));
}

ConditionPointer actorCondition(const FilterTerm& term, const Evidence& evidence) {
    return std::make_unique<ActorCondition>(evidence, codesOfIds(evidence, IdKind::Actor, term.values),
                                            spansOfNames(evidence.snapshot, NamedKind::User, foldedPatterns(term)));
}

ConditionPointer subjectCondition(const FilterTerm& term, const Evidence& evidence) {
    const auto patterns = foldedPatterns(term);
    auto spans = spansOfNames(evidence.snapshot, NamedKind::User, patterns);
    const auto organizations = spansOfNames(evidence.snapshot, NamedKind::Organization, patterns);
    spans.insert(spans.end(), organizations.begin(), organizations.end());
    return std::make_unique<SubjectCondition>(evidence, codesOfIds(evidence, IdKind::Aggregate, term.values),
                                              std::move(spans));
}

} // namespace muniment
