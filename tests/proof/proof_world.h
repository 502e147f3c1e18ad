// An organization with people, teams, roles, nested resources and grants that came and went, and proofs about it.
#pragma once

#include "models/proof/access_proof.h"
#include "models/proof/access_proof_check.h"
#include "tests/integrity/bundle_zip.h"
#include "tests/replica/replica_fixture.h"

#include <QTemporaryDir>

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

namespace muniment::test {

inline const RegionName kHome("eu");
inline const RegionName kNewHome("us");

/// Minutes since the organization began.
[[nodiscard]] Instant minute(int minutes);

class ProofWorld {
public:
    /// Acme, and another organization whose events stand between: ann edits the folder's handbook through two teams,
    /// bob did until minute 40, carla's grant was until minute 50, dora is locked since minute 45; the last event is of
    /// minute 70, and the log is known through minute 100. `withheld`: whose first event has lost its personal fields.
    explicit ProofWorld(const std::string& withheld = {});

    /// Acme lives in another region from minute 110 on, where ann lost the grant in minute 120; known through 200.
    void move();
    /// One more event of an organization, in the region where Acme lives.
    void orgEvent(const NewEvent& event, int minutes, const std::string& tenant = "acme");

    [[nodiscard]] Replica& replica() { return *m_replica; }

    [[nodiscard]] const SigningKey& maker() const { return m_maker; }

    /// Whether somebody may edit the handbook then.
    [[nodiscard]] static AskedAccess asked(const std::string& user, int minutes);

    [[nodiscard]] Result<AccessProofPlan> plan(const AskedAccess& asked);
    /// Everything but what a plan says; made at minute 1,000.
    [[nodiscard]] BundleRequest request() const;
    /// Where nothing is yet.
    [[nodiscard]] std::filesystem::path newPath();
    /// As a proof is written; its path.
    [[nodiscard]] Result<std::filesystem::path> write(const AccessProofPlan& plan, const BundleRequest& request);

    [[nodiscard]] std::filesystem::path proof(const AskedAccess& asked) {
        return MUST(write(MUST(plan(asked)), request()));
    }

    /// As whoever gets it checks it, knowing only the maker's key.
    [[nodiscard]] Result<AccessVerdict> check(const std::filesystem::path& bundle) const;

    [[nodiscard]] EventNumber number(const Uuid& event);

private:
    void fact(const std::string& type, const std::string& id, const NewEvent& event, int minutes,
              const std::string& tenant = "acme");
    void fill();
    void grantsComeAndGo();
    void flush(Instant knownThrough);

    ReplicaFixture m_files;
    QTemporaryDir m_folder;
    std::unique_ptr<Replica> m_replica;
    SigningKey m_maker;
    RegionName m_home = kHome;
    std::int32_t m_epoch = 1;
    std::vector<RecordedEvent> m_events; ///< not yet written
    std::map<std::pair<std::string, AggregateKey>, std::int64_t> m_sequences;
    std::map<RegionName, std::int64_t> m_positions;
    int m_paths = 0;
};

} // namespace muniment::test
