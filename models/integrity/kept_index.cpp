#include "models/integrity/kept_index.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <algorithm>
#include <iterator>
#include <limits>

namespace muniment {

KeptIndex::OriginKey KeptIndex::keyOf(std::string_view origin) {
    const auto digest = QCryptographicHash::hash(
        QByteArray::fromRawData(origin.data(), static_cast<qsizetype>(origin.size())), QCryptographicHash::Sha256);
    OriginKey key{};
    std::copy_n(digest.begin(), key.size(), key.begin());
    return key;
}

void KeptIndex::add(std::string_view origin, const KeptCheckpoint& kept) {
    m_rows.insert(Row{keyOf(origin), kept});
}

std::optional<KeptCheckpoint> KeptIndex::find(std::string_view origin, std::uint64_t size) const {
    const auto key = keyOf(origin);
    const auto row = m_rows.lower_bound(Row{key, {size, {}, 0, 0}});
    if (row == m_rows.end() || row->origin != key || row->kept.size != size)
        return std::nullopt;
    return row->kept;
}

std::optional<KeptCheckpoint> KeptIndex::latest(std::string_view origin) const {
    constexpr auto kLast = std::numeric_limits<std::uint64_t>::max();
    const auto key = keyOf(origin);
    const auto behind = m_rows.upper_bound(Row{key, {kLast, {}, kLast, 0}});
    if (behind == m_rows.begin() || std::prev(behind)->origin != key)
        return std::nullopt;
    return std::prev(behind)->kept;
}

void KeptIndex::forEachOf(std::string_view origin, const std::function<void(const KeptCheckpoint&)>& visit) const {
    const auto key = keyOf(origin);
    for (auto row = m_rows.lower_bound(Row{key, {}}); row != m_rows.end() && row->origin == key; ++row)
        visit(row->kept);
}

} // namespace muniment
