#include "models/integrity/leaf_stream.h"

#include "models/replica/sqlite.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr std::int64_t kChunkEvents = 8'192;
constexpr std::int64_t kMostAhead = 8; ///< chunks that wait to be taken

} // namespace

LeafStream::LeafStream(Replica& replica, std::shared_ptr<const EventTexts> texts, std::int64_t run,
                       std::int64_t lastOrdinal, int threads)
    : m_replica(replica),
      m_texts(std::move(texts)),
      m_run(run),
      m_lastOrdinal(lastOrdinal),
      m_chunks((lastOrdinal + kChunkEvents - 1) / kChunkEvents) {
    const auto wanted = std::min<std::int64_t>(threads, m_chunks);
    for (std::int64_t i = 0; i < wanted; ++i)
        m_threads.emplace_back([this](const std::stop_token& stop) { work(stop); });
}

LeafStream::~LeafStream() {
    for (std::jthread& thread : m_threads)
        thread.request_stop();
}

Result<LeafChunk> LeafStream::read(LeafScan& scan, std::int64_t chunk) const {
    LeafChunk read;
    read.leaves.reserve(kChunkEvents);
    const std::int64_t first = chunk * kChunkEvents + 1;
    const auto scanned = sqlite::guarded([&] {
        scan.read(m_run, first, std::min(first + kChunkEvents - 1, m_lastOrdinal), read.leaves,
                  [&](EventNumber n, const Error& error) {
                      read.unreadable.push_back({n, error});
                  });
    });
    if (!scanned)
        return tl::unexpected(scanned.error());
    return read;
}

void LeafStream::work(const std::stop_token& stop) {
    auto snapshot = m_replica.snapshot();
    std::optional<LeafScan> scan;
    if (snapshot)
        scan.emplace(**snapshot, m_texts);
    while (true) {
        std::int64_t chunk = 0;
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [&] { return m_begun == m_chunks || m_begun < m_given + kMostAhead; }))
                return;
            if (m_begun == m_chunks)
                return;
            chunk = m_begun++;
        }
        Result<LeafChunk> done = scan ? read(*scan, chunk) : tl::unexpected(snapshot.error());
        const std::lock_guard lock(m_mutex);
        m_done.emplace(chunk, std::move(done));
        m_changed.notify_all();
    }
}

Result<std::optional<LeafChunk>> LeafStream::next() {
    std::unique_lock lock(m_mutex);
    if (m_given == m_chunks)
        return std::nullopt;
    m_changed.wait(lock, [&] { return m_done.contains(m_given); });
    auto done = m_done.extract(m_given);
    ++m_given;
    m_changed.notify_all();
    if (!done.mapped())
        return tl::unexpected(done.mapped().error());
    return std::move(*done.mapped());
}

} // namespace muniment
