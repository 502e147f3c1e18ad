#include "models/replica/file_writer.h"

#include "models/replica/event_mark.h"
#include "models/replica/excerpt.h"
#include "models/replica/fences.h"
#include "models/replica/index/word_setting.h"
#include "models/replica/replica_file.h"

#include <algorithm>
#include <set>
#include <sqlite3.h>

namespace muniment {

namespace {

constexpr std::size_t kExpectedAhead = 8; ///< events
constexpr std::size_t kRowsAtOnce = 256;  ///< so few that what was read of them is still near the processor
constexpr int kCacheKiBInBacklog = 160 * 1024;
constexpr std::chrono::seconds kBacklogEndsAfter{5};

constexpr std::string_view kMoved = "org.region.moved";

std::uint8_t bit(EventMark mark) {
    return static_cast<std::uint8_t>(mark);
}

} // namespace

FileWriter::Memory::Memory(sqlite3* db)
    : isExcerpt(muniment::isExcerpt(db)),
      dictionaries(db),
      addresses(db),
      index(db, dictionaries, addresses, hasWordIndex(db)),
      aggregates(db),
      moves(db),
      trees(db),
      insertFence(db, "INSERT INTO fences (k, logged_at) VALUES (?, ?)"),
      insertFinding(db, "INSERT INTO findings (kind, region, n, count, detail) VALUES (?, ?, ?, 1, ?)"),
      moveKnownThrough(db, "UPDATE regions SET known_through = max(coalesce(known_through, ?1), ?1) WHERE name = ?2") {
    for (const ReadModelDescription& description : readModels())
        models.push_back({&description, makeReadModel(db, description, description.table)});
    for (LiveModel& live : models) {
        ModelsOfType& ofType = modelsByType[live.description->aggregateType];
        ofType.models.push_back(&live);
        ofType.isListed |= live.description->isListed;
    }
}

FileWriter::FileWriter(std::unique_ptr<SQLite::Database> database)
    : m_database(std::move(database)),
      m_db(m_database->getHandle()) {}

FileWriter::~FileWriter() {
    m_checkpointer.reset();
    m_staged.reset();
    m_rebuilds.clear();
    m_memory.reset();
}

FileWriter::Memory& FileWriter::memory() {
    if (!m_memory)
        m_memory = std::make_unique<Memory>(m_db);
    return *m_memory;
}

void FileWriter::forget(Error& error) {
    m_staged.reset(); // rolls back
    m_rebuilds.clear();
    m_memory.reset();
    error.context["file"] = m_database->getFilename();
}

FileWriter::LiveRun& FileWriter::runOf(const Batch& batch) {
    if (batch.backfill)
        return backfillRunOf(batch);
    auto& runs = memory().runs;
    auto found = runs.find(batch.region);
    if (found == runs.end())
        found = runs.try_emplace(batch.region, m_db, RunState::liveRun(m_db, batch.region)).first;
    return found->second;
}

Result<AppliedBatch> FileWriter::apply(const PreparedBatch& batch) {
    settleAfterBacklog();
    auto staged = stageIn(batch);
    if (!staged)
        return staged;
    if (auto committed = commit(); !committed)
        return tl::unexpected(committed.error());
    return staged;
}

Result<AppliedBatch> FileWriter::stage(const PreparedBatch& batch) {
    prepareForBacklog();
    return stageIn(batch);
}

Result<AppliedBatch> FileWriter::stageIn(const PreparedBatch& batch) {
    auto result = sqlite::guarded([&] {
        if (!m_staged)
            begin();
        AppliedBatch applied;
        applied.region = batch.batch().region;
        applied.knownThrough = batch.batch().knownThrough;
        if (auto news = onlyNews(batch.batch()))
            addNews(batch.batch(),
                    PreparedBatch(std::move(*news),
                                  memory().index.hasWords() ? BatchTraits::Words::Cut : BatchTraits::Words::LeftOut),
                    applied);
        else
            addEvents(batch, applied);
        if (applied.knownThrough)
            moveKnownThrough(applied.region, *applied.knownThrough);
        return applied;
    });
    if (!result)
        forget(result.error());
    return result;
}

Result<void> FileWriter::commit() {
    if (!m_staged)
        return {};
    auto result = sqlite::guarded([&] {
        memory().aggregates.flush();
        memory().addresses.flush();
        memory().index.flush();
        memory().trees.flush();
        for (const LiveModel& live : memory().models)
            live.model->flush();
        commitTransaction(*m_staged);
        m_staged.reset();
    });
    if (!result)
        forget(result.error());
    return result;
}

void FileWriter::begin() {
    if (m_checkpointer)
        m_checkpointer->beforeBegin();
    m_staged.emplace(m_db);
}

void FileWriter::commitTransaction(sqlite::WriteTransaction& transaction) {
    if (m_checkpointer)
        m_checkpointer->commit([&] { transaction.commit(); });
    else
        transaction.commit();
}

void FileWriter::prepareForBacklog() {
    if (!m_lastStaged) {
        setUp("cache_size", -kCacheKiBInBacklog);
        if (auto database = openForCheckpoints(m_database->getFilename()))
            m_checkpointer = std::make_unique<Checkpointer>(m_db, std::move(*database));
    }
    m_lastStaged = std::chrono::steady_clock::now();
}

void FileWriter::setUp(const char* pragma, int value) {
    // Where it fails, it is slower.
    sqlite3_exec(m_db, ("PRAGMA " + std::string(pragma) + " = " + std::to_string(value)).c_str(), nullptr, nullptr,
                 nullptr);
}

void FileWriter::settleAfterBacklog() {
    if (m_staged || !m_lastStaged || std::chrono::steady_clock::now() - *m_lastStaged < kBacklogEndsAfter)
        return;
    m_lastStaged.reset();
    m_memory.reset();
    stopCheckpointer();
    setUp("cache_size", -kWriterCacheKiB);
    sqlite3_db_release_memory(m_db);
}

void FileWriter::stopCheckpointer() {
    m_checkpointer.reset();
    setUp("wal_autocheckpoint", kAutoCheckpointPages);
}

void FileWriter::addEvents(const PreparedBatch& batch, AppliedBatch& applied) {
    const auto& events = batch.batch().events;
    const auto& misplaced = batch.batch().misplaced;
    LiveRun& live = runOf(batch.batch());
    RunState& run = live.state;
    const BatchNames& known = batch.names();
    NameCodes names{std::vector<AggregateEntry>(known.aggregates().size()),
                    std::vector<const ModelsOfType*>(known.aggregates().size()),
                    std::vector<std::int64_t>(known.actors().size()),
                    std::vector<std::int64_t>(known.kindCount()),
                    {},
                    {},
                    {}};
    if (!memory().moves.isEmpty())
        names.fingerprints = known.aggregates();
    const EventNumber first = run.next();
    std::set<const LiveModel*> touched;
    names.marks.reserve(events.size());
    names.rows.reserve(kRowsAtOnce);
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (i + kExpectedAhead < events.size())
            expect(run, batch, i + kExpectedAhead, names);
        write(run, batch, i, names, std::binary_search(misplaced.begin(), misplaced.end(), events[i].key), touched);
        if (names.rows.size() == kRowsAtOnce || i + 1 == events.size()) {
            live.insertEvents.run(names.rows);
            names.rows.clear();
        }
    }
    applied.events = static_cast<std::int64_t>(events.size());
    if (batch.batch().passed)
        run.pass(*batch.batch().passed);
    if (!batch.batch().backfill)
        applied.cursor = run.cursor();
    if (events.empty()) {
        run.save();
        return;
    }
    for (const LiveModel* model : touched)
        applied.touched.insert(model->description->name);
    std::vector<std::int64_t> aggregates;
    for (const AggregateEntry& entry : names.aggregates)
        aggregates.push_back(entry.code);
    // Who prepared the batch may not have known yet that words are wanted.
    std::optional<BatchTraits> traits;
    if (memory().index.hasWords() && !batch.traits().hasWords())
        traits.emplace(events);
    memory().index.write(first, traits ? *traits : batch.traits(),
                         {known.aggregateNumbers(), aggregates, known.actorNumbers(), names.actors, names.marks});
    memory().aggregates.keep(names.aggregates, names.fingerprints.empty() ? known.aggregates() : names.fingerprints);
    memory().dictionaries.age();
    run.save();
}

void FileWriter::expect(const RunState& run, const PreparedBatch& batch, std::size_t i, const NameCodes& names) {
    const BatchNames& known = batch.names();
    run.expect(batch.batch().events[i]);
    if (const std::uint32_t at = known.aggregateOf(i); names.aggregates[at].code == 0)
        memory().aggregates.expect(known.aggregates()[at]);
    if (const std::uint32_t at = known.actorOf(i); names.actors[at] == 0)
        memory().dictionaries.expectActor(known.actors()[at]);
}

void FileWriter::ask(NameCodes& names, const RunState& run, const PreparedBatch& batch, std::size_t i) {
    const RecordedEvent& event = batch.batch().events[i];
    const BatchNames& known = batch.names();
    Dictionaries& dictionaries = memory().dictionaries;
    const std::uint32_t at = known.aggregateOf(i);
    if (names.aggregates[at].code == 0) {
        names.models[at] = &modelsOf(event.aggregate.type);
        const RootRegion* root = memory().moves.rootOf(event.tenant, run.region());
        Fingerprint fingerprint = known.aggregates()[at];
        if (root != nullptr) {
            if (names.fingerprints.empty())
                names.fingerprints = known.aggregates();
            names.fingerprints[at] = fingerprint = fingerprintFor(*root, event);
        }
        names.aggregates[at] =
            memory().aggregates.find({root != nullptr ? root->code : run.region(), dictionaries.tenant(event.tenant),
                                      dictionaries.aggregateType(event.aggregate.type), event.aggregate.id.text(),
                                      names.models[at]->isListed, fingerprint});
    }
    if (std::int64_t& actor = names.actors[known.actorOf(i)]; actor == 0)
        actor = dictionaries.actor(event.actor, known.actors()[known.actorOf(i)]);
    if (std::int64_t& kind = names.kinds[known.kindOf(i)]; kind == 0)
        kind = dictionaries.kind(event);
}

void FileWriter::write(RunState& run, const PreparedBatch& batch, std::size_t i, NameCodes& names, bool isMisplaced,
                       std::set<const LiveModel*>& touched) {
    const RecordedEvent& event = batch.batch().events[i];
    const PreparedBatch::Stored& stored = batch.stored()[i];
    Memory& held = memory();
    const RunState::Place place = run.advance(event);
    std::uint8_t marks = place.marks;
    if ((marks & bit(EventMark::RepeatedId)) != 0)
        addFinding("event.repeated", run, place.number, event.eventId.text());
    if (event.payload && stored.fault != PayloadFault::None) {
        marks |= bit(EventMark::PayloadFault);
        addFinding("payload." + std::string(payloadFaultName(stored.fault)), run, place.number, {});
    }

    if (isMisplaced) {
        marks |= bit(EventMark::ForgedPosition);
        addFinding("position.forged", run, place.number, "the position is not that of its transaction");
    }

    if (event.type == kMoved)
        held.moves.noteMoved(event, run.region(), held.dictionaries.tenant(event.tenant), place.number.value);
    ask(names, run, batch, i);
    AggregateEntry& aggregate = names.aggregates[batch.names().aggregateOf(i)];
    EventCodes codes;
    codes.tenant = aggregate.tenant;
    codes.aggregate = aggregate.code;
    codes.kind = names.kinds[batch.names().kindOf(i)];
    codes.actor = names.actors[batch.names().actorOf(i)];
    if (!held.isExcerpt)
        held.trees.add({run.region(), codes.tenant, event.epoch}, event, place.number, batch.leaves()[i]);

    if (event.sequence <= aggregate.lastSequence) {
        marks |= bit(EventMark::SequenceInversion);
        addFinding("sequence.inversion", run, place.number,
                   std::to_string(event.sequence) + " after " + std::to_string(aggregate.lastSequence));
    } else if (event.sequence - 1 != aggregate.lastSequence && !held.isExcerpt) {
        marks |= bit(EventMark::SequenceHole);
        addFinding("sequence.hole", run, place.number,
                   std::to_string(event.sequence) + " after " + std::to_string(aggregate.lastSequence));
    }
    aggregate.lastSequence = std::max(aggregate.lastSequence, event.sequence);

    names.marks.push_back(marks);
    names.rows.push_back({place.number, place.loggedAt, codes, marks, &event, &stored});
    if (place.beginsBlock) {
        held.insertFence.bind(1, EventNumber::of(place.number.run(), blockOf(place.number.ordinal())).value);
        held.insertFence.bind(2, place.loggedAt.micros);
        held.insertFence.run();
    }
    const ModelsOfType& listing = *names.models[batch.names().aggregateOf(i)];
    if (listing.models.empty())
        return;
    const RootRegion* root = held.moves.isEmpty() ? nullptr : held.moves.rootOf(event.tenant, run.region());
    const ProjectedEvent projected{place.number.value,
                                   place.loggedAt,
                                   codes.aggregate,
                                   codes.tenant,
                                   root != nullptr ? root->code : run.region(),
                                   event.aggregate.id.text(),
                                   event.sequence,
                                   event.epoch,
                                   event.type,
                                   event.payload,
                                   aggregate.isNew(),
                                   !held.moves.isEmpty() && held.moves.closedBefore(event.tenant) > 0};
    for (const LiveModel* live : listing.models)
        if (live->model->take(projected))
            touched.insert(live);
}

const FileWriter::ModelsOfType& FileWriter::modelsOf(std::string_view aggregateType) {
    static const ModelsOfType kNone;
    const auto found = memory().modelsByType.find(aggregateType);
    return found == memory().modelsByType.end() ? kNone : found->second;
}

void FileWriter::addFinding(std::string_view kind, const RunState& run, EventNumber n, const std::string& detail) {
    auto& insert = memory().insertFinding;
    insert.bindText(1, kind);
    insert.bind(2, run.region());
    insert.bind(3, n.value);
    insert.bindText(4, detail);
    insert.run();
}

void FileWriter::moveKnownThrough(const RegionName& region, Instant knownThrough) {
    auto& move = memory().moveKnownThrough;
    move.bind(1, knownThrough.micros);
    move.bindText(2, region.text());
    move.run();
}

Result<void> FileWriter::recordKnownThrough(const RegionName& region, Instant knownThrough) {
    return transacted([&] { moveKnownThrough(region, knownThrough); });
}

Result<void> FileWriter::recordStoreMark(const RegionName& region, const StoreMark& mark) {
    return transacted([&] {
        sqlite::Statement save(m_db, "UPDATE regions SET installation = ?, system_identifier = ? WHERE name = ?");
        save.bindText(1, mark.installation);
        save.bindText(2, mark.systemIdentifier);
        save.bindText(3, region.text());
        save.run();
    });
}

Result<void> FileWriter::forgetStoreMark(const RegionName& region) {
    return transacted([&] {
        sqlite::Statement forget(m_db,
                                 "UPDATE regions SET installation = NULL, system_identifier = NULL WHERE name = ?");
        forget.bindText(1, region.text());
        forget.run();
    });
}

Result<void> FileWriter::checkpoint() {
    if (auto staged = commit(); !staged)
        return staged;
    return sqlite::guarded([&] {
        stopCheckpointer();
        const int resultCode = sqlite3_wal_checkpoint_v2(m_db, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
        // A reader that stays in an old snapshot keeps the WAL; it goes at the next call.
        if (resultCode != SQLITE_OK && resultCode != SQLITE_BUSY)
            throw sqlite::Failure(sqlite::errorOf(m_db, resultCode, "checkpoint"));
    });
}

} // namespace muniment
