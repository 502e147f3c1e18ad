// Checkpoints of others from the regions' servers, as the commands compare and tell them.
#pragma once

#include "app/cli/sealing.h"
#include "models/integrity/published_checkpoints.h"
#include "models/integrity/signing_key.h"
#include "models/replica/replica.h"

#include <set>
#include <string>
#include <vector>

namespace muniment::cli {

/// Compares what servers bring, page by page, and tells each contradiction once. What agrees is kept when there is a
/// key, and each contradiction is put beside our own word for the same origin and size, in FILE.contradictions.
class PublishedNotes {
public:
    /// All live as long. `key` may be null: nothing is kept and nothing written.
    PublishedNotes(std::filesystem::path file, Replica& replica, Keeping& keeping, const SigningKey* key,
                   Output& output)
        : m_file(std::move(file)),
          m_replica(replica),
          m_keeping(keeping),
          m_key(key),
          m_output(output) {}

    /// Those of before that could not be compared yet are compared again with them.
    [[nodiscard]] Result<void> compare(std::vector<std::string> notes);
    /// Contradictions that were found earlier: they stay true.
    [[nodiscard]] Result<void> compareKeptContradictions();
    /// How many agreed, and whose counted for nothing.
    void tell();

    [[nodiscard]] bool hasFoundNothing() const { return m_contradictions == 0; }

private:
    [[nodiscard]] Result<void> found(const ComparedPublication& compared);
    [[nodiscard]] bool isOurs(const ComparedPublication& compared) const;
    [[nodiscard]] Result<std::string> ownWord(const ComparedPublication& compared) const;

    const std::filesystem::path m_file;
    Replica& m_replica;
    Keeping& m_keeping;
    const SigningKey* m_key;
    Output& m_output;
    std::vector<std::string> m_waiting; ///< for the file to come as far; the newest
    std::set<std::string> m_told;       ///< notes of contradictions
    std::set<std::string> m_agreed;     ///< digests of notes that need not be compared again
    std::set<std::string> m_strangers;  ///< names
    std::int64_t m_contradictions = 0;
    std::int64_t m_others = 0; ///< of those that agreed
    std::optional<std::chrono::steady_clock::time_point> m_comparedAt;
};

} // namespace muniment::cli
