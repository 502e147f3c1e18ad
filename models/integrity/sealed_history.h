// The kept checkpoints as the verifier takes them.
#pragma once

#include "models/integrity/kept_checkpoints.h"
#include "models/integrity/known_keys.h"
#include "models/integrity/verification.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace muniment {

struct KeptHistory {
    SealedHistory sealed;
    std::uint64_t own = 0;      ///< signed with a key of this workspace
    std::uint64_t believed = 0; ///< signed by others whom a person has said to believe
    std::uint64_t unknown = 0;  ///< signed by nobody we know, or of what is not a log of ours: they say nothing
    /// Numbers of entries whose signature by a key that we know does not verify: somebody changed the file.
    std::vector<std::uint64_t> forged;
};

/// Verifies the signatures of all, about 0.1 ms each.
[[nodiscard]] Result<KeptHistory> readKeptHistory(const KeptCheckpoints& kept, const KnownKeys& keys);

/// What is kept beside a workspace, with whom it is believed.
struct KeptTrail {
    KnownKeys keys;
    KeptHistory history;

    [[nodiscard]] std::uint64_t count() const {
        return history.own + history.believed + history.unknown + history.forged.size();
    }
};

/// Reads what is kept beside a workspace, and makes no file where there is none. A further call verifies only what came
/// since the last one, unless the keys are others or the file ends otherwise: to be sure of all, ask a new one.
/// Thread-safe.
class KeptReading {
public:
    explicit KeptReading(std::filesystem::path workspace) : m_workspace(std::move(workspace)) {}

    [[nodiscard]] Result<std::shared_ptr<const KeptTrail>> read();

private:
    std::filesystem::path m_workspace;
    std::mutex m_mutex;
    std::shared_ptr<const KeptTrail> m_read;
    std::uint64_t m_entries = 0; ///< of the file that m_read knows
    std::string m_last;          ///< the last of them
};

} // namespace muniment
