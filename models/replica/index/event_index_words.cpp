// Questions about words: stored words, and the ids and addresses that the dictionaries already know events by.
#include "models/replica/index/event_index.h"
#include "models/replica/index/source_address.h"
#include "models/replica/index/tokenizer.h"
#include "models/replica/index/word_search.h"
#include "models/replica/index/word_setting.h"
#include "models/replica/sqlite.h"

#include <SQLiteCpp/Database.h>
#include <algorithm>

namespace muniment {

namespace {

bool isDigits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Part of what isPlainToken() holds of.
bool isPartOfPlainToken(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

/// The first text that comes after all that begin with `prefix`, which is ASCII.
std::string after(std::string_view prefix) {
    std::string text(prefix);
    ++text.back();
    return text;
}

std::vector<std::int64_t> codesBetween(sqlite::Statement& rows, std::string_view first, std::string_view last) {
    std::vector<std::int64_t> codes;
    rows.bindText(1, first);
    rows.bindText(2, last);
    while (rows.step())
        codes.push_back(rows.integer(0));
    rows.reset();
    return codes;
}

} // namespace

bool EventIndex::hasWords() {
    return hasWordIndex(m_snapshot.database().getHandle());
}

Roaring EventIndex::word(std::int64_t run, std::string_view token, bool isPrefix) {
    const std::int64_t last = lastOf(run);
    if (last == 0 || token.empty() || token.size() > kLongestToken)
        return {};
    Roaring found = hasWords() ? WordSearch(token, isPrefix).find(m_snapshot, run, firstChunkOf(run), last) : Roaring();
    found |= identified(run, token, isPrefix);
    found |= fromAddress(run, token, isPrefix);
    return found;
}

Roaring EventIndex::identified(std::int64_t run, std::string_view token, bool isPrefix) {
    if (!(isPrefix ? isPartOfPlainToken(token) : isPlainToken(token)))
        return {};
    const std::string end = isPrefix ? after(token) : std::string(token);
    const auto codes = [&](const char* ofPrefix, const char* ofWhole) {
        return codesBetween(m_snapshot.statement(isPrefix ? ofPrefix : ofWhole), token, end);
    };
    const auto actors =
        codes("SELECT code FROM actors WHERE id >= ? AND id < ?", "SELECT code FROM actors WHERE id BETWEEN ? AND ?");
    const auto aggregates = codes("SELECT code FROM aggregates WHERE is_listed = 1 AND id >= ? AND id < ?",
                                  "SELECT code FROM aggregates WHERE is_listed = 1 AND id BETWEEN ? AND ?");
    const auto tenants =
        codes("SELECT code FROM tenants WHERE id >= ? AND id < ?", "SELECT code FROM tenants WHERE id BETWEEN ? AND ?");
    Roaring found = facetAny(run, Facet::Tenant, tenants);
    found |= key(run, IndexKey::Actor, actors);
    found |= key(run, IndexKey::Aggregate, aggregates);
    return found;
}

Roaring EventIndex::fromAddress(std::int64_t run, std::string_view token, bool isPrefix) {
    if (isPrefix && isDigits(token)) {
        std::vector<std::int64_t> networks;
        for (const FacetValue& network : values(Facet::Network))
            if (network.text.starts_with(token) && network.text.find(':') == std::string::npos)
                networks.push_back(network.code);
        return facetAny(run, Facet::Network, networks);
    }
    if (token.find(':') != std::string_view::npos)
        return {};
    std::string address = addressBytes(std::string(token));
    if (address.empty())
        return {};
    if (!isPrefix)
        return key(run, IndexKey::Address, addresses(address, address));
    // 10.0.0.2 begins 10.0.0.20, too.
    const std::string_view lastPart = token.substr(token.rfind('.') + 1);
    std::vector<std::int64_t> codes;
    for (int part = 0; part < 256; ++part) {
        if (!std::to_string(part).starts_with(lastPart))
            continue;
        address.back() = static_cast<char>(part);
        const auto found = addresses(address, address);
        codes.insert(codes.end(), found.begin(), found.end());
    }
    return key(run, IndexKey::Address, codes);
}

} // namespace muniment
