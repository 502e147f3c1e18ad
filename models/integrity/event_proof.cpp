#include "models/integrity/event_proof.h"

#include "models/base/hex.h"
#include "models/integrity/base64.h"
#include "models/merkle/leaf_fields.h"
#include "models/merkle/tree_hash.h"
#include "models/replica/replica.h"

#include <algorithm>

namespace muniment {

namespace {

/// Which side the siblings of leaf `index` in a tree of `size` stand on, from the leaf upwards: a level at which the
/// node is the last and has none is left out.
TreePath pathOf(const Sha256& sha, std::uint64_t index, const TreeHead& head, const Hash& leaf, const Proof& siblings) {
    TreePath path{index, head, {}, leaf};
    std::uint64_t node = index, last = head.size - 1;
    for (const Hash& sibling : siblings) {
        while (node % 2 == 0 && node == last && last > 0) {
            node /= 2;
            last /= 2;
        }
        const bool isLeft = node % 2 == 1;
        path.steps.push_back({sibling, isLeft});
        path.reached = isLeft ? nodeHash(sha, sibling, path.reached) : nodeHash(sha, path.reached, sibling);
        node /= 2;
        last /= 2;
    }
    return path;
}

const SealedHead* smallestCovering(const SealedHistory& sealed, const TreeRecord& tree, std::uint64_t index) {
    const SealedHead* found = nullptr;
    for (const SealedHead& head : sealed.heads) {
        const bool isOf = head.region == tree.region && head.tenant == tree.tenant && head.epoch == tree.epoch;
        if (isOf && head.head.size > index && head.head.size <= tree.range.size() &&
            (found == nullptr || head.head.size < found->head.size))
            found = &head;
    }
    return found;
}

/// The newest one is the cheapest: most trees have not grown since.
const SealedRegion* newestCovering(const SealedHistory& sealed, const RegionName& region, const LogKey& event,
                                   const std::optional<LogKey>& cursor) {
    const SealedRegion* found = nullptr;
    for (const SealedRegion& state : sealed.regions)
        if (state.region == region && event <= state.at && cursor && state.at <= *cursor &&
            (found == nullptr || found->at < state.at))
            found = &state;
    return found;
}

Result<std::optional<RegionRecord>> recordOf(Snapshot& snapshot, const RegionName& region) {
    auto records = snapshot.regions();
    if (!records)
        return tl::unexpected(records.error());
    const auto record = std::ranges::find(*records, region, &RegionRecord::region);
    return record == records->end() ? std::nullopt : std::optional(*record);
}

/// The region's state as the file has it; absent: the file holds other tenants than the one that was sealed.
Result<std::optional<StateProof>> proveState(Snapshot& snapshot, const TreeRecord& tree, const TreeHead& head,
                                             const SealedRegion& sealed, const StoreMark& mark,
                                             const std::stop_token& stop) {
    const auto trees = treeRecords(snapshot);
    if (!trees)
        return tl::unexpected(trees.error());
    LeafHasher hasher;
    std::vector<Hash> leaves;
    std::optional<std::uint64_t> index;
    StateProof proof{{mark.installation, sealed.region, sealed.at}, {}, {}};
    for (const TreeRecord& one : *trees) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        if (one.region != sealed.region)
            continue;
        const auto then = one.code == tree.code ? Result<TreeHead>(head) : treeHeadAt(snapshot, one, sealed.at);
        if (!then)
            return tl::unexpected(then.error());
        if (then->size == 0)
            continue;
        if (one.code == tree.code) {
            index = leaves.size();
            proof.head = hasher.headBytes(one.tenant, one.epoch, *then);
        }
        leaves.push_back(hasher.headHash(one.tenant, one.epoch, *then));
    }
    if (!index || leaves.size() != sealed.head.size)
        return std::nullopt;
    const Sha256& sha = hasher.sha();
    const auto roots = [&](int level, std::uint64_t at) -> Result<Hash> {
        const std::size_t width = std::size_t{1} << static_cast<unsigned>(level);
        return rootOf(sha, std::span(leaves).subspan(at * width, width));
    };
    const auto siblings = inclusionProof(sha, *index, leaves.size(), roots);
    if (!siblings)
        return tl::unexpected(siblings.error());
    proof.path = pathOf(sha, *index, {leaves.size(), rootOf(sha, leaves)}, leaves[*index], *siblings);
    return proof;
}

std::string hex(const Hash& hash) {
    return toHex(bytesOf(hash));
}

void print(const TreePath& path, std::string& out) {
    out += "index: " + std::to_string(path.index) + " (from 0)\nsize: " + std::to_string(path.head.size) + "\n";
    for (const ProofStep& step : path.steps)
        out += (step.isLeft ? "left:  " : "right: ") + hex(step.hash) + "\n";
    out += "root: " + hex(path.reached) + "\n";
}

} // namespace

bool EventProof::holds() const {
    if (!path.holds())
        return false;
    if (state)
        return state->path.holds() && seal && state->path.head == seal->head;
    return !seal || seal->head == path.head;
}

Result<EventProof> proveEvent(Snapshot& snapshot, EventNumber event, const SealedHistory& sealed,
                              const std::stop_token& stop) {
    const auto tree = treeOf(snapshot, event);
    if (!tree)
        return tl::unexpected(tree.error());
    const auto stored = snapshot.event(event);
    if (!stored)
        return tl::unexpected(stored.error());
    auto prover = TreeProver::make(snapshot, *tree);
    if (!prover)
        return tl::unexpected(prover.error());
    const auto index = (*prover)->indexOf(event);
    if (!index)
        return tl::unexpected(index.error());
    std::optional<CoveringSeal> seal;
    const SealedRegion* ofRegion = nullptr;
    std::optional<StoreMark> mark;
    std::uint64_t size = tree->range.size();
    if (const SealedHead* own = smallestCovering(sealed, *tree, *index); own != nullptr) {
        seal = CoveringSeal{own->entry, own->sealedAt, own->isOwn, own->head};
        size = own->head.size;
    } else {
        const auto record = recordOf(snapshot, tree->region);
        if (!record)
            return tl::unexpected(record.error());
        if (*record && (*record)->mark) {
            mark = (*record)->mark;
            ofRegion = newestCovering(sealed, tree->region, stored->key, (*record)->cursor);
        }
    }
    std::optional<StateProof> state;
    if (ofRegion != nullptr) {
        const auto then = (*prover)->sizeAt(ofRegion->at);
        if (!then)
            return tl::unexpected(then.error());
        const auto head = (*prover)->headAt(*then);
        if (!head)
            return tl::unexpected(head.error());
        auto proved = proveState(snapshot, *tree, *head, *ofRegion, *mark, stop);
        if (!proved)
            return tl::unexpected(proved.error());
        if (*proved) {
            size = *then;
            seal = CoveringSeal{ofRegion->entry, ofRegion->sealedAt, ofRegion->isOwn, ofRegion->head};
        }
        state = std::move(*proved);
    }
    auto proved = (*prover)->prove(event, size);
    if (!proved)
        return tl::unexpected(proved.error());
    const Sha256 sha;
    EventProof proof{{tree->region, tree->tenant, tree->epoch}, stored->eventId.text(), std::move(proved->leaf)};
    proof.leafHash = leafHash(sha, proof.leaf);
    proof.isWithheld = !stored->sealed.empty();
    proof.path = pathOf(sha, proved->index, proved->head, proof.leafHash, proved->path);
    proof.state = std::move(state);
    proof.seal = std::move(seal);
    return proof;
}

std::string printProof(const EventProof& proof) {
    std::string out = "Proof that an event stands in its organization's log (RFC 6962, leaf version 1)\n\n"
                      "event id: " +
                      proof.eventId + "\nlog: " + originOf(proof.log) +
                      "\n\nThe leaf, field by field, one after the "
                      "other:\n";
    for (const LeafField& field : leafFields(proof.leaf).value_or(std::vector<LeafField>()))
        out += toHex(field.bytes) + "  " + std::string(field.name) + "\n";
    out += "\nleaf hash = SHA-256(00, leaf): " + hex(proof.leafHash) +
           "\n\nFrom the leaf hash upwards, each line gives SHA-256(01, left, right) with what was reached:\n";
    print(proof.path, out);
    if (proof.state) {
        out += "\nThe organization's log as a leaf of its region's state:\nstate: " + originOf(proof.state->state) +
               "\nleaf: " + toHex(proof.state->head) + "\n";
        print(proof.state->path, out);
    }
    if (!proof.seal)
        return out + "\nNo kept checkpoint covers this event yet: the root above is the file's own word.\n";
    const Hash& sealed = proof.seal->head.root;
    out += "\nThe last root above in base64, which the signed note must state: " +
           toBase64({reinterpret_cast<const char*>(sealed.data()), sealed.size()}) + "\n";
    if (!proof.holds())
        out += "IT DOES NOT: this is not the event that was sealed.\n";
    return out + "\nThe signed note (c2sp.org/tlog-checkpoint, tlog-cosignature):\n" + proof.seal->note;
}

} // namespace muniment
