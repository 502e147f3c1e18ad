// What a person set or wrote: the list of regions, the operator's name, whether words are indexed, views, zones of
// tenants, mappings of intake, annotations, marks of compromised accounts.
#include "models/replica/annotations.h"
#include "models/replica/colour_rules.h"
#include "models/replica/compromise_marks.h"
#include "models/replica/events_table.h"
#include "models/replica/file_writer.h"
#include "models/replica/index/word_setting.h"
#include "models/replica/kept_texts.h"
#include "models/replica/policy_notes.h"
#include "models/replica/saved_views.h"
#include "models/replica/staged_changes.h"

namespace muniment {

void writeRegions(sqlite3* db, const std::vector<WorkspaceRegion>& regions) {
    sqlite::execute(db, "UPDATE regions SET place = NULL");
    sqlite::Statement save(db,
                           "INSERT INTO regions (name, endpoint, place) VALUES (?, ?, ?)"
                           " ON CONFLICT (name) DO UPDATE SET endpoint = excluded.endpoint, place = excluded.place");
    std::int64_t place = 0;
    for (const WorkspaceRegion& region : regions) {
        save.bindText(1, region.region.text());
        save.bindText(2, region.endpoint);
        save.bind(3, ++place);
        save.run();
    }
    std::vector<std::int64_t> added;
    {
        sqlite::Statement add(db, "INSERT INTO runs (region, kind, last_ordinal, events)"
                                  " SELECT code, 'live', 0, 0 FROM regions"
                                  " WHERE code NOT IN (SELECT region FROM runs WHERE kind = 'live') ORDER BY place"
                                  " RETURNING run");
        while (add.step())
            added.push_back(add.integer(0));
    }
    for (const std::int64_t run : added)
        createEventsTable(db, run);
}

void writeOperatorName(sqlite3* db, const std::string& name) {
    sqlite::Statement save(db, "INSERT INTO meta (key, value) VALUES ('operator', ?)"
                               " ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    save.bindText(1, name);
    save.run();
}

Result<void> FileWriter::setWordIndex(bool isWanted) {
    return transacted([&] {
        writeWordIndex(m_db, isWanted);
        m_memory.reset(); // it goes by what was wanted before
    });
}

Result<void> FileWriter::setPolicyNotes(const std::vector<PolicyNote>& notes) {
    return transacted([&] { writePolicyNotes(m_db, notes); });
}

Result<void> FileWriter::setRegions(const std::vector<WorkspaceRegion>& regions) {
    return transacted([&] { writeRegions(m_db, regions); });
}

Result<void> FileWriter::setOperatorName(const std::string& name) {
    return transacted([&] { writeOperatorName(m_db, name); });
}

Result<void> FileWriter::setSavedViews(const std::vector<SavedView>& views) {
    return transacted([&] { writeSavedViews(m_db, views); });
}

Result<void> FileWriter::setStagedLines(const std::vector<StagedLine>& lines) {
    return transacted([&] { writeStagedLines(m_db, lines); });
}

Result<void> FileWriter::setGuardLevel(GuardLevel level) {
    return transacted([&] { writeGuardLevel(m_db, level); });
}

Result<void> FileWriter::setKeptText(KeptText which, const std::string& json) {
    return transacted([&] { writeKeptText(m_db, which, json); });
}

Result<void> FileWriter::setCompromiseMarks(const std::vector<CompromiseMark>& marks) {
    return transacted([&] { writeCompromiseMarks(m_db, marks); });
}

Result<void> FileWriter::setColourRules(const std::vector<ColourRule>& rules) {
    return transacted([&] { writeColourRules(m_db, rules); });
}

Result<void> FileWriter::setTenantZones(const TenantZones& changed) {
    return transacted([&] { writeTenantZones(m_db, changed); });
}

Result<void> FileWriter::setAnnotations(const std::vector<AnnotatedEvent>& annotated) {
    return transacted([&] { writeAnnotations(m_db, annotated); });
}

Result<void> FileWriter::recordDisclosure(const Disclosure& disclosure) {
    return transacted([&] { writeDisclosure(m_db, disclosure); });
}

} // namespace muniment
