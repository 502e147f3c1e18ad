#include "models/timeline/evaluation/named_ids.h"

#include "models/replica/aggregate_id.h"
#include "models/replica/index/tokenizer.h"
#include "models/replica/sqlite.h"
#include "models/timeline/evaluation/text_pattern.h"

#include <optional>
#include <set>
#include <string>

namespace muniment {

namespace {

struct Dictionary {
    const char* whole;     ///< codes of the id ?1, whose packed form is ?2
    const char* beginning; ///< ids from ?1 on, in their order
    const char* all;
};

Dictionary dictionaryOf(IdKind kind) {
    switch (kind) {
    case IdKind::Tenant:
        return {"SELECT code FROM tenants WHERE id IN (?1, ?2)",
                "SELECT code, id FROM tenants WHERE id >= ?1 ORDER BY id", "SELECT code, id FROM tenants"};
    case IdKind::Actor:
        return {"SELECT code FROM actors WHERE id IN (?1, ?2)",
                "SELECT code, id FROM actors WHERE id >= ?1 ORDER BY id", "SELECT code, id FROM actors"};
    case IdKind::Aggregate:
        break;
    }
    return {"SELECT code FROM aggregates WHERE id IN (?1, ?2)",
            "SELECT code, id FROM aggregates WHERE is_listed = 1 AND id >= ?1 ORDER BY id",
            "SELECT code, id FROM aggregates"};
}

/// Empty when more than one id begins so.
std::vector<std::int64_t> codesOfOnly(Snapshot& snapshot, const Dictionary& dictionary, const std::string& beginning) {
    std::vector<std::int64_t> codes;
    std::string id;
    auto& rows = snapshot.statement(dictionary.beginning);
    rows.bindText(1, beginning);
    while (rows.step() && rows.bytes(1).starts_with(beginning)) {
        if (!codes.empty() && rows.bytes(1) != id) {
            codes.clear();
            break;
        }
        id = rows.text(1);
        codes.push_back(rows.integer(0));
    }
    rows.clear();
    return codes;
}

std::vector<std::int64_t> codesOfWhole(Snapshot& snapshot, const Dictionary& dictionary, const std::string& id) {
    std::vector<std::int64_t> codes;
    auto& rows = snapshot.statement(dictionary.whole);
    const auto packed = packAggregateId(id);
    rows.bindText(1, id);
    if (packed)
        rows.bindBlob(2, bytesOf(*packed));
    while (rows.step())
        codes.push_back(rows.integer(0));
    rows.clear();
    return codes;
}

/// Most aggregates are sessions, and their dictionary has no index of ids: but an event's words hold its aggregate's
/// id, so the few events with this word lead to the aggregates. Absent where that would not be quicker than to read
/// all.
std::optional<std::vector<std::int64_t>> aggregatesByWord(const Evidence& evidence, const std::string& id) {
    constexpr std::uint64_t kMostEvents = 20'000;
    const auto tokens = tokensOf(id);
    if (tokens.empty() || !evidence.index.hasWords())
        return std::nullopt;
    const auto packed = packAggregateId(id);
    std::set<std::int64_t> codes;
    for (const std::int64_t run : evidence.index.runs()) {
        Roaring events = evidence.index.word(run, tokens.front(), false);
        for (std::size_t i = 1; i < tokens.size(); ++i)
            events &= evidence.index.word(run, tokens[i], false);
        if (events.cardinality() > kMostEvents)
            return std::nullopt;
        auto& row = evidence.snapshot.statement("SELECT a.code FROM events_of_run e CROSS JOIN aggregates a ON"
                                                " a.code = e.aggregate WHERE e.n = ?1 AND a.id IN (?2, ?3)",
                                                run);
        row.bindText(2, id);
        if (packed)
            row.bindBlob(3, bytesOf(*packed));
        for (const std::uint32_t ordinal : events) {
            row.bind(1, EventNumber::of(run, ordinal).value);
            if (row.step())
                codes.insert(row.integer(0));
            row.reset();
        }
        row.clear();
    }
    return std::vector<std::int64_t>(codes.begin(), codes.end());
}

} // namespace

std::vector<std::int64_t> codesOfIds(const Evidence& evidence, IdKind kind, const std::vector<FilterValue>& values) {
    Snapshot& snapshot = evidence.snapshot;
    const Dictionary dictionary = dictionaryOf(kind);
    std::vector<std::int64_t> codes;
    for (const FilterValue& value : values) {
        if (value.hasWildcard) {
            const TextPattern pattern(value, TextPattern::Compare::Whole);
            auto& rows = snapshot.statement(dictionary.all);
            while (rows.step())
                if (pattern.matches(aggregateIdOf(rows, 1)))
                    codes.push_back(rows.integer(0));
            rows.reset();
            continue;
        }
        const auto byWord = kind == IdKind::Aggregate ? aggregatesByWord(evidence, value.text) : std::nullopt;
        const auto whole = byWord ? *byWord : codesOfWhole(snapshot, dictionary, value.text);
        codes.insert(codes.end(), whole.begin(), whole.end());
        if (!value.isQuoted && value.text.size() >= kMinIdPrefix) {
            const auto only = codesOfOnly(snapshot, dictionary, value.text);
            codes.insert(codes.end(), only.begin(), only.end());
        }
    }
    return codes;
}

} // namespace muniment
