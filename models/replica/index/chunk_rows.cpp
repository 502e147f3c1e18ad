#include "models/replica/index/chunk_rows.h"

#include "models/replica/index/container.h"
#include "models/replica/index/word_postings.h"

namespace muniment {

ChunkRows::ChunkRows(sqlite3* db, std::string_view prefix)
    : m_readDelta(db, indexSql("SELECT body FROM index_deltas WHERE k = ?", prefix)),
      m_dropDelta(db, indexSql("DELETE FROM index_deltas WHERE k = ?", prefix)),
      m_insertDelta(db, indexSql("INSERT INTO index_deltas (k, body) VALUES (?, ?)", prefix)),
      m_insertFacet(db, indexSql("INSERT INTO index_facets (k, body) VALUES (?, ?)", prefix)),
      m_insertKey(db, indexSql("INSERT INTO index_keys (k, body) VALUES (?, ?)", prefix)),
      m_insertWord(db, indexSql("INSERT INTO index_words (k, body) VALUES (?, ?)", prefix)),
      m_insertWordContainer(db, indexSql("INSERT INTO index_word_containers (k, body) VALUES (?, ?)", prefix)) {}

void ChunkRows::insert(sqlite::Statement& statement, std::int64_t k, std::string_view body) {
    statement.bind(1, k);
    statement.bindBlob(2, body);
    statement.run();
}

std::string ChunkRows::takeDelta(std::int64_t k) {
    if (auto held = m_deltas.extract(k))
        return std::move(held.mapped());
    m_readDelta.bind(1, k);
    std::string delta = m_readDelta.step() ? m_readDelta.text(0) : std::string();
    m_readDelta.reset();
    if (!delta.empty()) {
        m_dropDelta.bind(1, k);
        m_dropDelta.run();
    }
    return delta;
}

void ChunkRows::flush() {
    for (const auto& [k, body] : m_deltas)
        insert(m_insertDelta, k, body);
    m_deltas.clear();
}

template <class Value, class Read>
Postings<Value> ChunkRows::joined(const Stretch& stretch, IndexKind kind, Postings<Value> own, Read&& read) {
    m_read.clear();
    m_terms.clear();
    std::vector<Postings<Value>> parts;
    for (const std::int64_t first : stretch.joined) {
        if (std::string delta = takeDelta(deltaRow(kind, stretch.run, first)); !delta.empty())
            m_read.push_back(std::move(delta));
    }
    for (const std::string& bytes : m_read)
        parts.push_back(read(bytes));
    parts.push_back(std::move(own));
    return merged(std::move(parts));
}

Postings<std::uint64_t> ChunkRows::joinedCodes(const Stretch& stretch, IndexKind kind, Postings<std::uint64_t> own) {
    return joined(stretch, kind, std::move(own), [](const std::string& bytes) { return readCodePostings(bytes); });
}

void ChunkRows::insertDelta(const Stretch& stretch, IndexKind kind, const Postings<std::uint64_t>& postings) {
    CodePostingsBody body;
    forEachValue(postings, [&](std::uint64_t value, Places places) { body.append(value, places); });
    if (!body.isEmpty())
        m_deltas.emplace(deltaRow(kind, stretch.run, stretch.begin()), std::move(body).bytes());
}

void ChunkRows::writeFacet(const Stretch& stretch, Facet facet, OwnPostings<std::uint64_t> own) {
    const auto postings = joinedCodes(stretch, facet, std::move(own.postings));
    if (!stretch.fillsChunk())
        return insertDelta(stretch, facet, postings);
    forEachValue(postings, [&](std::uint64_t code, Places places) {
        if (code > static_cast<std::uint64_t>(kMostFacetCode))
            throw sqlite::Failure(Error{ErrorCode::FileError, "the file holds as many texts as it can", {}});
        insert(m_insertFacet, facetRow(facet, static_cast<std::int64_t>(code), stretch.run, stretch.chunk()),
               containerBody(places));
    });
}

void ChunkRows::writeKey(const Stretch& stretch, IndexKey key, OwnPostings<std::uint64_t> own) {
    const auto postings = joinedCodes(stretch, key, std::move(own.postings));
    if (!stretch.fillsChunk())
        return insertDelta(stretch, key, postings);
    std::array<CodePostingsBody, kBuckets> buckets;
    forEachValue(postings, [&](std::uint64_t value, Places places) {
        buckets[value % kBuckets].append(value / kBuckets, places);
    });
    for (std::int64_t bucket = 0; bucket < kBuckets; ++bucket)
        if (const auto& body = buckets[static_cast<std::size_t>(bucket)]; !body.isEmpty())
            insert(m_insertKey, bucketRow(key, bucket, stretch.run, stretch.chunk()), body.bytes());
}

void ChunkRows::writeWords(const Stretch& stretch, OwnPostings<std::string_view> own) {
    const auto postings = joined(stretch, IndexKey::Word, std::move(own.postings), [&](const std::string& bytes) {
        return readWordPostings(bytes, m_terms.emplace_back());
    });
    if (stretch.fillsChunk())
        return insertWordRows(stretch, postings);
    WordPostingsBody body;
    forEachValue(postings, [&](std::string_view term, Places places) { body.append(term, places); });
    if (!body.isEmpty())
        m_deltas.emplace(deltaRow(IndexKey::Word, stretch.run, stretch.begin()), std::move(body).bytes());
}

void ChunkRows::insertWordRows(const Stretch& stretch, const Postings<std::string_view>& postings) {
    std::array<WordPostingsBody, kBuckets> buckets;
    std::int64_t containers = 0;
    forEachValue(postings, [&](std::string_view term, Places places) {
        auto& bucket = buckets[static_cast<std::size_t>(bucketOfTerm(term))];
        if (places.count() < kFewestInContainer || containers == kMostWordContainers) {
            bucket.append(term, places);
            return;
        }
        bucket.appendContainer(term, containers);
        insert(m_insertWordContainer, wordContainerRow(stretch.run, stretch.chunk(), containers++),
               containerBody(places));
    });
    for (std::int64_t bucket = 0; bucket < kBuckets; ++bucket)
        if (const auto& body = buckets[static_cast<std::size_t>(bucket)]; !body.isEmpty())
            insert(m_insertWord, bucketRow(IndexKey::Word, bucket, stretch.run, stretch.chunk()), body.bytes());
}

} // namespace muniment
