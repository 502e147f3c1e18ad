#include "models/replica/sqlite.h"
#include "models/timeline/evaluation/index_conditions.h"
#include "models/timeline/filter/address_block.h"

#include <algorithm>
#include <array>

namespace muniment {

namespace {

using Bytes = std::array<std::uint8_t, 16>;

constexpr std::size_t kMappedBytes = 12;
constexpr Bytes kMappedFirst{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0};
constexpr Bytes kMappedLast{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff};

std::string_view viewOf(const Bytes& bytes, std::size_t from = 0) {
    return {reinterpret_cast<const char*>(bytes.data()) + from, bytes.size() - from};
}

Bytes lastOf(const AddressBlock& block) {
    Bytes last = block.first;
    for (std::size_t bit = static_cast<std::size_t>(block.length); bit < last.size() * 8; ++bit)
        last[bit / 8] = static_cast<std::uint8_t>(last[bit / 8] | 0x80 >> bit % 8);
    return last;
}

/// The index has an address as it was written: IPv4 in 4 bytes, IPv6 and what is IPv4 inside it in 16.
std::vector<std::int64_t> codesIn(const AddressBlock& block, EventIndex& index) {
    const Bytes& first = block.first;
    const Bytes last = lastOf(block);
    std::vector<std::int64_t> codes = index.addresses(viewOf(first), viewOf(last));
    if (first >= kMappedFirst && last <= kMappedLast) {
        const auto plain = index.addresses(viewOf(first, kMappedBytes), viewOf(last, kMappedBytes));
        codes.insert(codes.end(), plain.begin(), plain.end());
    } else if (first <= kMappedFirst && last >= kMappedLast) {
        const auto mapped = index.addresses(viewOf(kMappedFirst), viewOf(kMappedLast));
        std::erase_if(codes,
                      [&](std::int64_t code) { return std::find(mapped.begin(), mapped.end(), code) != mapped.end(); });
    }
    return codes;
}

class AddressCondition final : public Condition {
public:
    AddressCondition(EventIndex& index, std::vector<std::int64_t> codes) : m_index(index), m_codes(std::move(codes)) {}

    [[nodiscard]] Cost cost() const override { return Cost::Keys; }

    [[nodiscard]] Roaring matches(const RunRecord& run, const Roaring& among) override {
        return m_codes.empty() ? Roaring() : m_index.key(run.run, IndexKey::Address, m_codes) & among;
    }

private:
    EventIndex& m_index;
    std::vector<std::int64_t> m_codes;
};

class CorrelationCondition final : public Condition {
public:
    CorrelationCondition(EventIndex& index, std::vector<Uuid> ids) : m_index(index), m_ids(std::move(ids)) {}

    [[nodiscard]] Cost cost() const override { return Cost::Keys; }

    [[nodiscard]] Roaring matches(const RunRecord& run, const Roaring& among) override {
        Roaring found;
        for (const Uuid& id : m_ids)
            found |= m_index.correlated(run.run, id);
        return found & among;
    }

private:
    EventIndex& m_index;
    std::vector<Uuid> m_ids;
};

sqlite::Failure unusable(const FilterTerm& term, const FilterValue& value) {
    return sqlite::Failure(Error{ErrorCode::InvalidInput,
                                 "not a value of this field",
                                 {{"field", std::string(filterFieldName(term.field))}, {"value", value.text}}});
}

} // namespace

ConditionPointer addressCondition(const FilterTerm& term, const Evidence& evidence) {
    std::vector<std::int64_t> codes;
    for (const FilterValue& value : term.values) {
        const auto block = parseAddressBlock(value.text);
        if (!block)
            throw unusable(term, value);
        const auto inBlock = codesIn(*block, evidence.index);
        codes.insert(codes.end(), inBlock.begin(), inBlock.end());
    }
    return std::make_unique<AddressCondition>(evidence.index, std::move(codes));
}

ConditionPointer correlationCondition(const FilterTerm& term, const Evidence& evidence) {
    std::vector<Uuid> ids;
    for (const FilterValue& value : term.values) {
        const auto id = parseUuid(value.text);
        if (!id)
            throw unusable(term, value);
        ids.push_back(*id);
    }
    return std::make_unique<CorrelationCondition>(evidence.index, std::move(ids));
}

} // namespace muniment
