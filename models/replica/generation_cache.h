// A bounded cache that forgets what has not been asked for lately, at the cost of one comparison a look-up.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace muniment {

/// Two generations: what is found in the old one moves to the young one; when the young one is full it becomes the old
/// one and the old one is dropped. Entries keep their address until they are dropped, which only age() does.
template <class Key, class Value, class Hash = std::hash<Key>, class Equal = std::equal_to<>>
class GenerationCache {
public:
    explicit GenerationCache(std::size_t limit) : m_limit(limit) {}

    template <class Lookup>
    [[nodiscard]] Value* find(const Lookup& key) {
        if (const auto young = m_young.find(key); young != m_young.end())
            return &young->second;
        const auto old = m_old.find(key);
        if (old == m_old.end())
            return nullptr;
        return &m_young.insert(m_old.extract(old)).position->second;
    }

    Value& insert(Key key, Value value) {
        return m_young.insert_or_assign(std::move(key), std::move(value)).first->second;
    }

    /// Between batches: nothing that was handed out may be used after it.
    void age() {
        if (m_young.size() < m_limit)
            return;
        m_old = std::move(m_young);
        m_young.clear();
        m_young.reserve(m_limit);
    }

    void clear() {
        m_young.clear();
        m_old.clear();
    }

private:
    std::size_t m_limit;
    std::unordered_map<Key, Value, Hash, Equal> m_young;
    std::unordered_map<Key, Value, Hash, Equal> m_old;
};

/// Lets a map of std::string be asked with a string_view.
struct TextHash {
    using is_transparent = void;

    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};

} // namespace muniment
