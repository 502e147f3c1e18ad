#include "models/access/node_ids.h"

#include "models/replica/text_hash.h"

#include <bit>
#include <cstring>

namespace muniment {

namespace {

constexpr std::uint64_t kMixer = 0x9E37'79B9'7F4A'7C15; // 2^64 / golden ratio

std::uint64_t mixed(std::uint64_t value) { // the finisher of MurmurHash3
    value ^= value >> 33;
    value *= 0xFF51'AFD7'ED55'8CCD;
    value ^= value >> 33;
    value *= 0xC4CE'B9FE'1A85'EC53;
    return value ^ (value >> 33);
}

} // namespace

const char* wordOf(NodeKind kind) {
    switch (kind) {
    case NodeKind::User:
        return "user";
    case NodeKind::Team:
        return "team";
    case NodeKind::Role:
        return "role";
    case NodeKind::Resource:
        break;
    }
    return "resource";
}

NodeKind kindOfWord(std::string_view word) {
    if (word == "user")
        return NodeKind::User;
    if (word == "team")
        return NodeKind::Team;
    return word == "role" ? NodeKind::Role : NodeKind::Resource;
}

NodeIdTable::Key NodeIdTable::keyOf(NodeKind kind, HomeIndex home, std::string_view id) {
    Key key;
    if (id.size() == 16) {
        std::memcpy(&key.first, id.data(), 8);
        std::memcpy(&key.second, id.data() + 8, 8);
    } else {
        key.first = textHash(id);
        key.second = textHash(std::string(id) + '\1');
    }
    const std::uint64_t where = (std::uint64_t{home.value} << 3 | static_cast<std::uint64_t>(kind)) + 1;
    key.first ^= where * kMixer;
    key.second += mixed(where + id.size());
    return key;
}

std::size_t NodeIdTable::slotOf(const Key& key) const {
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = mixed(key.first ^ std::rotl(key.second, 32)) & mask;
    while (m_slots[slot].index != UINT32_MAX && m_slots[slot].key != key)
        slot = (slot + 1) & mask;
    return slot;
}

void NodeIdTable::reserve(std::size_t nodes) {
    const std::size_t count = std::bit_ceil(nodes * 2 + 16);
    if (count <= m_slots.size())
        return;
    std::vector<Slot> old(count);
    old.swap(m_slots);
    for (const Slot& slot : old)
        if (slot.index != UINT32_MAX)
            m_slots[slotOf(slot.key)] = slot;
}

void NodeIdTable::add(NodeKind kind, HomeIndex home, std::string_view id, std::uint32_t index) {
    reserve(++m_used);
    const Key key = keyOf(kind, home, id);
    m_slots[slotOf(key)] = {key, index};
}

std::optional<std::uint32_t> NodeIdTable::find(NodeKind kind, HomeIndex home, std::string_view id) const {
    if (m_slots.empty())
        return std::nullopt;
    const Slot& slot = m_slots[slotOf(keyOf(kind, home, id))];
    return slot.index == UINT32_MAX ? std::nullopt : std::optional(slot.index);
}

} // namespace muniment
