#include "models/replica/index/index_rebuild.h"

#include "models/replica/index/indexed_events.h"
#include "models/replica/index/word_setting.h"
#include "models/replica/resources.h"
#include "models/replica/sqlite.h"

namespace muniment {

namespace {

std::string prefixOf(std::int64_t generation) {
    return "index_g" + std::to_string(generation) + "_";
}

} // namespace

const std::string kIndexName = "index";

IndexRebuild::IndexRebuild(sqlite3* db, Dictionaries& dictionaries, Addresses& addresses)
    : m_db(db),
      m_dictionaries(dictionaries),
      m_addresses(addresses) {}

void IndexRebuild::create(std::int64_t generation) {
    for (const char* const table : kIndexTables)
        sqlite::execute(m_db, "DROP TABLE IF EXISTS " + indexSql(table, prefixOf(generation)));
    sqlite::execute(m_db, indexSql(replicaResource("index_v1.sql"), prefixOf(generation)));
}

void IndexRebuild::open(std::int64_t generation) {
    m_shadow =
        std::make_unique<IndexWriter>(m_db, m_dictionaries, m_addresses, wantsWordIndex(m_db), prefixOf(generation));
}

void IndexRebuild::project(std::int64_t run, std::int64_t from, std::int64_t to) {
    IndexedEvents(m_db, run, from, to).writeInto(*m_shadow);
}

void IndexRebuild::flush() {
    m_shadow->flush();
    m_addresses.flush();
}

void IndexRebuild::swap(std::int64_t generation) {
    m_shadow.reset(); // its statements would keep the tables from being renamed
    noteWordIndexBuilt(m_db);
    for (const char* const table : kIndexTables) {
        sqlite::execute(m_db, std::string("DROP TABLE ") + table);
        sqlite::execute(m_db, "ALTER TABLE " + indexSql(table, prefixOf(generation)) + " RENAME TO " + table);
    }
}

} // namespace muniment
