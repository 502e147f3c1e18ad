// A workspace file with its kept checkpoints, its key and its clock, as one workstation has them.
#pragma once

#include "models/integrity/checkpoint.h"
#include "models/integrity/local_verifier.h"
#include "models/integrity/sealed_history.h"
#include "models/integrity/witness.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"

#include <QTest>

#include <SQLiteCpp/Database.h>

namespace muniment::test {

class SetClock : public Clock {
public:
    [[nodiscard]] Instant now() const override { return m_now; }

    [[nodiscard]] std::chrono::nanoseconds monotonic() const override {
        return std::chrono::microseconds(m_now.micros);
    }

    void pass(std::chrono::seconds seconds) { m_now.micros += std::chrono::microseconds(seconds).count(); }

private:
    Instant m_now{1'800'000'000'000'000};
};

inline const RegionName kEurope("eu-west-1");
inline const RegionName kAmerica("us-east-1");

class Workstation {
public:
    explicit Workstation(std::vector<std::string> regions, const char* label = "desk")
        : m_fixture(std::move(regions)),
          m_replica(m_fixture.create()),
          m_key(MUST(SigningKey::generate(label))) {
        const auto path = keptCheckpointsPath(m_fixture.path());
        MUST(addKnownKey(knownKeysPath(m_fixture.path()), m_key.verifierKey(), KeyOwner::Own));
        m_kept.emplace(MUST(KeptCheckpoints::open(path, {m_key.verifierKey()})));
        for (const RegionRecord& record : MUST(MUST(m_replica->snapshot())->regions()))
            MUST(m_replica->writer()->recordStoreMark(record.region, {"inst", "sys"}));
    }

    void apply(Batch batch) {
        batch.knownThrough = batch.events.empty() ? batch.knownThrough : std::optional(batch.events.back().recordedAt);
        std::ignore = MUST(m_replica->writer()->apply(*prepareBatch(std::move(batch))));
    }

    void know(const RegionName& region, Instant through) {
        MUST(m_replica->writer()->recordKnownThrough(region, through));
    }

    [[nodiscard]] Witness& witness() {
        if (!m_witness) {
            m_witness.emplace(*m_replica, *m_kept, m_key, m_clock);
            std::ignore = MUST(m_witness->begin({}, {}, {}));
        }
        return *m_witness;
    }

    /// Origins and sizes of what is signed now.
    [[nodiscard]] QStringList sealed() {
        QStringList all;
        for (const Checkpoint& checkpoint : checkpoints(MUST(witness().seal())))
            all << QString::fromStdString(checkpoint.origin + " " + std::to_string(checkpoint.size));
        return all;
    }

    [[nodiscard]] static std::vector<Checkpoint> checkpoints(const Sealing& sealing) {
        std::vector<Checkpoint> all;
        for (const std::string& note : sealing.notes)
            all.push_back(MUST(parseCheckpoint(MUST(parseNote(note)).text)));
        return all;
    }

    [[nodiscard]] Verification verified() {
        const auto kept = MUST(readKeptHistory(*m_kept, MUST(readKnownKeys(knownKeysPath(m_fixture.path())))));
        return MUST(verifyLocally(*m_replica, kept.sealed, {}, {}));
    }

    void tamper(const std::string& sql) {
        SQLite::Database database(m_fixture.path().string(), SQLite::OPEN_READWRITE);
        database.setBusyTimeout(5'000);
        if (database.exec(sql) == 0)
            qFatal("nothing was changed");
    }

    [[nodiscard]] SetClock& clock() { return m_clock; }

    [[nodiscard]] Replica& replica() { return *m_replica; }

    [[nodiscard]] const SigningKey& key() const { return m_key; }

    [[nodiscard]] std::filesystem::path path() const { return m_fixture.path(); }

    /// What is kept, as the verifier takes it.
    [[nodiscard]] KeptHistory history() const {
        return MUST(readKeptHistory(*m_kept, MUST(readKnownKeys(knownKeysPath(path())))));
    }

    [[nodiscard]] KeptCheckpoints& kept() { return *m_kept; }

private:
    ReplicaFixture m_fixture;
    std::unique_ptr<Replica> m_replica;
    SigningKey m_key;
    SetClock m_clock;
    std::optional<KeptCheckpoints> m_kept;
    std::optional<Witness> m_witness;
};

inline SampleLog logOf(const RegionName& region, std::uint64_t seed) {
    SampleLogSettings settings;
    settings.region = region;
    settings.seed = seed;
    return SampleLog(settings);
}

} // namespace muniment::test
