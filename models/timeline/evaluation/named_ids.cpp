#include "models/timeline/evaluation/named_ids.h"

#include "models/replica/sqlite.h"
#include "models/timeline/evaluation/text_pattern.h"

#include <optional>
#include <string>

namespace muniment {

namespace {

struct Dictionary {
    const char* whole;     ///< codes of the id ?1
    const char* beginning; ///< ids from ?1 on, in their order
    const char* all;
};

Dictionary dictionaryOf(IdKind kind) {
    switch (kind) {
    case IdKind::Tenant:
        return {"SELECT code FROM tenants WHERE id = ?1", "SELECT code, id FROM tenants WHERE id >= ?1 ORDER BY id",
                "SELECT code, id FROM tenants"};
    case IdKind::Actor:
        return {"SELECT code FROM actors WHERE id = ?1", "SELECT code, id FROM actors WHERE id >= ?1 ORDER BY id",
                "SELECT code, id FROM actors"};
    case IdKind::Aggregate:
        break;
    }
    return {"SELECT code FROM aggregates WHERE id = ?1",
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

} // namespace

std::vector<std::int64_t> codesOfIds(Snapshot& snapshot, IdKind kind, const std::vector<FilterValue>& values) {
    const Dictionary dictionary = dictionaryOf(kind);
    std::vector<std::int64_t> codes;
    for (const FilterValue& value : values) {
        if (value.hasWildcard) {
            const TextPattern pattern(value, TextPattern::Compare::Whole);
            auto& rows = snapshot.statement(dictionary.all);
            while (rows.step())
                if (pattern.matches(rows.bytes(1)))
                    codes.push_back(rows.integer(0));
            rows.reset();
            continue;
        }
        auto& rows = snapshot.statement(dictionary.whole);
        rows.bindText(1, value.text);
        while (rows.step())
            codes.push_back(rows.integer(0));
        rows.clear();
        if (!value.isQuoted && value.text.size() >= kMinIdPrefix) {
            const auto only = codesOfOnly(snapshot, dictionary, value.text);
            codes.insert(codes.end(), only.begin(), only.end());
        }
    }
    return codes;
}

} // namespace muniment
