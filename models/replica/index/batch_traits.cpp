#include "models/replica/index/batch_traits.h"

#include "models/replica/index/event_words.h"
#include "models/replica/index/source_address.h"
#include "models/replica/text_hash.h"

#include <bit>

namespace muniment {

namespace {

constexpr std::uint64_t kFingerprintMask = 0xFF'FFFF;

std::uint64_t hashOf(std::string_view text) {
    return textHash(text);
}

std::uint64_t hashOf(std::uint64_t value) {
    return value * 0x9E3779B97F4A7C15U;
}

/// Fills a column, value by value. Open addressing, at most half full.
template <class Value>
class ColumnBuilder {
public:
    ColumnBuilder(BatchColumn<Value>& column, std::size_t events) : m_column(column), m_slots(64) {
        column.numberOf.reserve(events);
    }

    template <class Key>
    std::uint32_t add(const Key& key) {
        if (m_last == kNone || !(m_column.values[m_last] == key)) // mostly it is that of the event before
            m_last = numberOf(key);
        m_column.numberOf.push_back(m_last);
        return m_last;
    }

    /// A value that has its number.
    void addNumber(std::uint32_t number) { m_column.numberOf.push_back(number); }

    void addNone() { m_column.numberOf.push_back(kNone); }

private:
    static constexpr std::uint32_t kNone = BatchColumn<Value>::kNone;

    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t number = kNone;
    };

    template <class Key>
    std::uint32_t numberOf(const Key& key) {
        const std::uint64_t hash = hashOf(key);
        std::size_t at = placeOf(hash);
        while (m_slots[at].number != kNone && !(m_slots[at].hash == hash && m_column.values[m_slots[at].number] == key))
            at = (at + 1) & (m_slots.size() - 1);
        if (m_slots[at].number == kNone) {
            m_slots[at] = {hash, static_cast<std::uint32_t>(m_column.values.size())};
            m_column.values.emplace_back(key);
            if (2 * m_column.values.size() > m_slots.size())
                grow();
            return static_cast<std::uint32_t>(m_column.values.size() - 1);
        }
        return m_slots[at].number;
    }

    [[nodiscard]] std::size_t placeOf(std::uint64_t hash) const { return (hash ^ hash >> 32) & (m_slots.size() - 1); }

    void grow() {
        std::vector<Slot> old(2 * m_slots.size());
        old.swap(m_slots);
        for (const Slot& slot : old) {
            if (slot.number == kNone)
                continue;
            std::size_t at = placeOf(slot.hash);
            while (m_slots[at].number != kNone)
                at = (at + 1) & (m_slots.size() - 1);
            m_slots[at] = slot;
        }
    }

    BatchColumn<Value>& m_column;
    std::vector<Slot> m_slots;
    std::uint32_t m_last = kNone;
};

void addSource(const std::optional<std::string>& source, ColumnBuilder<std::string>& addresses,
               ColumnBuilder<std::string>& networks, std::vector<std::uint32_t>& networkOfAddress) {
    const std::string bytes = source ? addressBytes(*source) : std::string();
    if (bytes.empty()) {
        addresses.addNone();
        networks.addNone();
        return;
    }
    const std::uint32_t address = addresses.add(bytes);
    if (address < networkOfAddress.size())
        networks.addNumber(networkOfAddress[address]);
    else
        networkOfAddress.push_back(networks.add(networkOf(bytes)));
}

PayloadTraits addWords(BatchWords& words, std::uint32_t number, const RecordedEvent& event) {
    const DictionaryWords known = dictionaryWords(event);
    std::size_t room = kMostWordsOfEvent;
    const std::function<void(std::string_view)> keep = [&](std::string_view token) {
        if (room > 0 && !known.holds(token) && words.add(number, token))
            --room;
    };
    forEachIdWord(event, known, keep);
    return readPayload(event, keep);
}

} // namespace

BatchTraits::BatchTraits(std::span<const RecordedEvent> events, Words words) : m_hasWords(words == Words::Cut) {
    const auto builder = [&](Facet facet) {
        return ColumnBuilder<std::string>(m_facets[static_cast<std::size_t>(facet)], events.size());
    };
    auto types = builder(Facet::EventType);
    auto aggregateTypes = builder(Facet::AggregateType);
    auto tenants = builder(Facet::Tenant);
    auto outcomes = builder(Facet::Outcome);
    auto actorTypes = builder(Facet::ActorType);
    auto writers = builder(Facet::Writer);
    auto networks = builder(Facet::Network);
    ColumnBuilder addresses(m_addresses, events.size());
    std::vector<std::uint32_t> networkOfAddress;
    ColumnBuilder correlations(m_correlations, events.size());
    auto systems = builder(Facet::Os);
    auto browsers = builder(Facet::Browser);
    auto countries = builder(Facet::Country);
    const auto addIfAny = [](ColumnBuilder<std::string>& column, const std::string& text) {
        if (text.empty())
            column.addNone();
        else
            column.add(text);
    };
    std::uint32_t number = 0;
    for (const RecordedEvent& event : events) {
        types.add(event.type);
        aggregateTypes.add(event.aggregate.type);
        tenants.add(event.tenant.text());
        outcomes.add(event.outcome);
        actorTypes.add(event.actor.type);
        writers.add(event.writer);
        addSource(event.sourceIp, addresses, networks, networkOfAddress);
        const PayloadTraits traits = m_hasWords ? addWords(m_words, number++, event) : readPayloadTraits(event);
        addIfAny(systems, traits.os);
        addIfAny(browsers, traits.browser);
        addIfAny(countries, traits.country);
        if (event.correlationId)
            correlations.add(correlationFingerprint(*event.correlationId));
        else
            correlations.addNone();
    }
    m_words.sort();
}

std::uint64_t correlationFingerprint(const Uuid& id) {
    return textHash(bytesOf(id)) & kFingerprintMask;
}

} // namespace muniment
