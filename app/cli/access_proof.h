// Proofs about access at the command line: `access why --proof` writes one, `bundle info` tells what one proves.
#pragma once

#include "app/cli/access.h"
#include "models/proof/access_proof_check.h"

namespace muniment::cli {

struct WrittenProof {
    std::filesystem::path file;
    std::int64_t events = 0;
    std::int64_t withheld = 0; ///< of them: only what and when they are is shown
    std::string signer;        ///< the key to be told to whoever gets it
};

/// --proof, and where the key is that signs it.
[[nodiscard]] std::vector<Option> proofOptions();

/// The answer to the question as a bundle where --proof says. InvalidInput without --at: a proof is of a moment.
[[nodiscard]] Result<WrittenProof> writeProof(const Invocation& invocation, AccessFile& file,
                                              const TypedQuestion& typed, Output& output);
[[nodiscard]] JsonObject proofJson(const WrittenProof& proof);
[[nodiscard]] std::string proofWords(const WrittenProof& proof);

/// What was checked of a bundle that claims an answer.
[[nodiscard]] JsonObject verdictJson(const AccessVerdict& verdict);
void tellVerdict(const AccessVerdict& verdict, Output& output);

} // namespace muniment::cli
