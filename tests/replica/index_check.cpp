#include "tests/replica/index_check.h"

#include "models/replica/aggregate_id.h"
#include "models/replica/event_mark.h"
#include "models/replica/event_rows.h"
#include "models/replica/events_table.h"
#include "models/replica/index/batch_traits.h"
#include "models/replica/index/event_index.h"
#include "models/replica/index/event_words.h"
#include "models/replica/index/source_address.h"
#include "models/replica/sqlite.h"
#include "tests/replica/replica_fixture.h"

#include <SQLiteCpp/Database.h>
#include <map>
#include <set>

namespace muniment::test {

namespace {

using Ordinals = std::vector<std::uint32_t>;

Ordinals ordinalsOf(const Roaring& set) {
    Ordinals ordinals(set.cardinality());
    set.toUint32Array(ordinals.data());
    return ordinals;
}

/// What the index should say, by walking over the events.
struct Naive {
    std::map<Facet, std::map<std::string, Ordinals>> facets;
    std::map<std::string, Ordinals> actors, aggregates, addresses;
    std::map<Uuid, Ordinals> correlations;
    std::map<std::string, Ordinals> words;
    std::int64_t last = 0;
};

Naive naiveOf(Snapshot& snapshot, std::int64_t run, std::int64_t last) {
    Naive naive;
    naive.last = last;
    sqlite::Statement rows(snapshot.database().getHandle(), eventsSql(selectStoredEvents(), run));
    rows.bind(1, EventNumber::of(run, 1).value);
    rows.bind(2, EventNumber::of(run, last).value);
    while (rows.step()) {
        const StoredEvent stored = readStoredEvent(rows);
        const RecordedEvent& event = stored.event;
        const auto ordinal = static_cast<std::uint32_t>(stored.number.ordinal());
        const auto note = [&](Facet facet, const std::string& text) { naive.facets[facet][text].push_back(ordinal); };
        note(Facet::EventType, event.type);
        note(Facet::AggregateType, event.aggregate.type);
        note(Facet::Tenant, event.tenant.text());
        note(Facet::Outcome, event.outcome);
        note(Facet::ActorType, event.actor.type);
        note(Facet::Writer, event.writer);
        for (unsigned bit = 1; bit < 0x80; bit <<= 1)
            if ((stored.marks & bit) != 0)
                note(Facet::Mark, std::string(markName(bit)));
        PayloadTraits traits = readPayload(event, [](std::string_view) {});
        if (!traits.os.empty())
            note(Facet::Os, traits.os);
        if (!traits.browser.empty())
            note(Facet::Browser, traits.browser);
        if (!traits.country.empty())
            note(Facet::Country, traits.country);
        for (const std::string& word : eventWords(event))
            naive.words[word].push_back(ordinal);
        if (event.sourceIp) {
            const std::string bytes = addressBytes(*event.sourceIp);
            note(Facet::Network, networkOf(bytes));
            naive.addresses[bytes].push_back(ordinal);
        }
        naive.actors[event.actor.type + ' ' + event.actor.id.text()].push_back(ordinal);
        naive.aggregates[event.tenant.text() + ' ' + event.aggregate.type + ' ' + event.aggregate.id.text()].push_back(
            ordinal);
        if (event.correlationId)
            naive.correlations[*event.correlationId].push_back(ordinal);
    }
    return naive;
}

std::map<std::string, std::int64_t> codes(Snapshot& snapshot, const std::string& sql) {
    std::map<std::string, std::int64_t> found;
    sqlite::Statement rows(snapshot.database().getHandle(), sql);
    while (rows.step())
        found[rows.text(0)] = rows.integer(1);
    return found;
}

std::map<std::string, std::int64_t> aggregateCodes(Snapshot& snapshot, std::int64_t run) {
    std::map<std::string, std::int64_t> found;
    sqlite::Statement rows(snapshot.database().getHandle(),
                           "SELECT t.id || ' ' || w.text || ' ', a.id, a.code FROM aggregates a"
                           " JOIN words w ON w.code = a.type JOIN tenants t ON t.code = a.tenant"
                           " WHERE region = (SELECT region FROM runs WHERE run = ?)");
    rows.bind(1, run);
    while (rows.step())
        found[rows.text(0) + aggregateIdOf(rows, 1)] = rows.integer(2);
    return found;
}

Ordinals keyed(EventIndex& index, std::int64_t run, IndexKey key, std::int64_t value) {
    return ordinalsOf(index.key(run, key, std::span(&value, 1)));
}

/// About two hundred of them, spread evenly.
template <class Key>
std::map<Key, Ordinals> some(const std::map<Key, Ordinals>& all) {
    std::map<Key, Ordinals> chosen;
    std::size_t at = 0;
    for (const auto& entry : all)
        if (at++ % (all.size() / 200 + 1) == 0)
            chosen.insert(entry);
    return chosen;
}

/// Words whole, and beginnings of them.
std::string differenceOfWords(EventIndex& index, std::int64_t run, const Naive& naive) {
    std::size_t at = 0;
    for (const auto& [word, expected] : some(naive.words)) {
        ++at;
        if (ordinalsOf(index.word(run, word, false)) != expected)
            return "word " + word;
        // The beginning of a token is one, save that of an address.
        const bool isAddress = word.find('.') != std::string::npos;
        const std::string prefix = isAddress ? word : word.substr(0, 1 + at % 5);
        std::set<std::uint32_t> all;
        for (auto found = naive.words.lower_bound(prefix);
             found != naive.words.end() && found->first.starts_with(prefix); ++found)
            all.insert(found->second.begin(), found->second.end());
        if (ordinalsOf(index.word(run, prefix, true)) != Ordinals(all.begin(), all.end()))
            return "prefix " + prefix;
    }
    return {};
}

} // namespace

std::string indexDifference(Snapshot& snapshot, std::int64_t run, std::int64_t last) {
    const Naive naive = naiveOf(snapshot, run, last);
    RunBounds bounds;
    bounds.lastOrdinal[run] = last;
    EventIndex index(snapshot, bounds);
    if (index.present(run).cardinality() != static_cast<std::uint64_t>(last))
        return "present";
    for (const Facet facet : kFacets) {
        std::map<std::string, Ordinals> found;
        for (const FacetValue& value : index.values(facet))
            if (Ordinals ordinals = ordinalsOf(index.facet(run, facet, value.code)); !ordinals.empty())
                found[value.text] = std::move(ordinals);
        const auto expected = naive.facets.find(facet);
        if (found != (expected == naive.facets.end() ? std::map<std::string, Ordinals>() : expected->second))
            return "facet " + std::string(facetName(facet));
    }
    const auto actors =
        codes(snapshot, "SELECT w.text || ' ' || a.id, a.code FROM actors a JOIN words w ON w.code = a.type");
    for (const auto& [name, expected] : some(naive.actors))
        if (keyed(index, run, IndexKey::Actor, actors.at(name)) != expected)
            return "actor " + name;
    const auto aggregates = aggregateCodes(snapshot, run);
    for (const auto& [name, expected] : some(naive.aggregates))
        if (keyed(index, run, IndexKey::Aggregate, aggregates.at(name)) != expected)
            return "aggregate " + name;
    for (const auto& [address, expected] : some(naive.addresses)) {
        const auto found = index.addresses(address, address);
        if (found.size() != 1 || keyed(index, run, IndexKey::Address, found.front()) != expected)
            return "address";
    }
    for (const auto& [id, expected] : some(naive.correlations))
        if (ordinalsOf(index.correlated(run, id)) != expected)
            return "correlation " + id.text();
    return differenceOfWords(index, run, naive);
}

std::string indexDifference(Replica& replica, std::int64_t last) {
    return indexDifference(*MUST(replica.snapshot()), 1, last);
}

std::vector<std::string> indexFindings(Replica& replica) {
    std::set<std::string> kinds;
    for (const Finding& finding : MUST(examineReplica(*MUST(replica.snapshot()), 1, {}, {})))
        if (finding.kind.starts_with("index.") || finding.kind.starts_with("file."))
            kinds.insert(finding.kind);
    return {kinds.begin(), kinds.end()};
}

} // namespace muniment::test
