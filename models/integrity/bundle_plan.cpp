#include "models/integrity/bundle_plan.h"

#include "models/integrity/base64.h"
#include "models/merkle/tree_hash.h"
#include "models/replica/replica.h"
#include "models/replica/sqlite.h"
#include "models/replica/trees/leaf_scan.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace muniment {

namespace {

template <class T>
T orThrow(Result<T> result) {
    if (!result)
        throw sqlite::Failure(result.error());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

class Planner {
public:
    Planner(Snapshot& snapshot, const BundleSeals& seals, const std::stop_token& stop,
            const std::function<bool(const RecordedEvent&)>& isWithheld)
        : m_snapshot(snapshot),
          m_seals(seals),
          m_stop(stop),
          m_isWithheld(isWithheld) {}

    BundlePlan plan(std::span<const EventNumber> events) {
        findTrees(events);
        for (PlannedTree& tree : m_plan.trees) {
            const auto prover = orThrow(TreeProver::make(m_snapshot, tree.record));
            for (ChosenLeaf& leaf : tree.leaves) {
                askStop();
                leaf.index = orThrow(prover->indexOf(leaf.event));
            }
            std::ranges::sort(tree.leaves, {}, &ChosenLeaf::index);
            sealByOwn(tree, *prover);
        }
        sealByStates();
        for (PlannedTree& tree : m_plan.trees)
            if (tree.tree.head.size == 0)
                sealNow(tree);
        return std::move(m_plan);
    }

private:
    void askStop() const {
        if (m_stop.stop_requested())
            throw sqlite::Failure(Error{ErrorCode::Cancelled, {}, {}});
    }

    void findTrees(std::span<const EventNumber> events) {
        std::vector<EventNumber> ordered(events.begin(), events.end());
        std::ranges::sort(ordered);
        const auto again = std::ranges::unique(ordered);
        ordered.erase(again.begin(), again.end());
        std::map<std::int64_t, RegionName> regions;
        for (const RunRecord& run : orThrow(m_snapshot.runs()))
            regions.emplace(run.run, run.region);
        m_records = orThrow(treeRecords(m_snapshot));
        std::map<std::tuple<RegionName, TenantId, std::int32_t>, std::size_t> places;
        for (std::size_t i = 0; i < m_records.size(); ++i)
            places.emplace(std::tuple(m_records[i].region, m_records[i].tenant, m_records[i].epoch), i);
        std::vector<std::vector<ChosenLeaf>> leaves(m_records.size());
        std::vector<LogKey> last(m_records.size());
        LeafScan scan(m_snapshot, std::make_shared<EventTexts>(m_snapshot));
        for (const EventNumber n : ordered) {
            askStop();
            const RecordedEvent event = scan.event(n);
            const auto place = places.find({regions[n.run()], event.tenant, event.epoch});
            if (place == places.end())
                throw sqlite::Failure(Error{
                    ErrorCode::NotFound, "the event is in no tree", {{"what", "event"}, {"id", event.eventId.text()}}});
            leaves[place->second].push_back({0, n});
            last[place->second] = std::max(last[place->second], event.key);
            ++m_plan.events;
            const bool isChosenOff = m_isWithheld && m_isWithheld(event);
            m_plan.withheld += isChosenOff || !event.sealed.empty() ? 1 : 0;
            m_plan.textBytes += (isChosenOff ? 0 : event.payload.value_or(std::string()).size()) +
                                event.actor.id.text().size() + event.aggregate.id.text().size() + event.type.size();
        }
        for (std::size_t i = 0; i < m_records.size(); ++i) {
            if (leaves[i].empty())
                continue;
            BundleTree tree{TenantLog{m_records[i].region, m_records[i].tenant, m_records[i].epoch}, {}};
            m_plan.trees.push_back({m_records[i], std::move(leaves[i]), last[i], std::move(tree)});
        }
    }

    [[noreturn]] static void contradict(const std::string& origin, std::uint64_t size, const Hash& kept,
                                        const Hash& found) {
        throw sqlite::Failure(Error{ErrorCode::Refused,
                                    "the file's tree is not the one that a kept checkpoint is of",
                                    {{"why", "contradiction"},
                                     {"origin", origin},
                                     {"size", std::to_string(size)},
                                     {"keptRoot", toBase64(bytesOf(kept))},
                                     {"root", toBase64(bytesOf(found))}}});
    }

    std::uint32_t add(std::string note) {
        noteSigners(note);
        m_plan.notes.push_back(std::move(note));
        return static_cast<std::uint32_t>(m_plan.notes.size() - 1);
    }

    void sealByOwn(PlannedTree& tree, TreeProver& prover) {
        const auto kept = keptOf(tree);
        if (!kept)
            return;
        tree.tree.head = orThrow(prover.headAt(kept->size));
        if (tree.tree.head.root != kept->root)
            contradict(originOf(tree.tree), kept->size, kept->root, tree.tree.head.root);
        tree.tree.number = add(orThrow(m_seals.kept->noteOf(*kept)));
    }

    void sealByStates() {
        if (m_seals.kept == nullptr)
            return;
        std::map<RegionName, std::map<LogKey, std::pair<Checkpoint, std::string>>> states;
        orThrow(m_seals.kept->forEachNote([&](std::uint64_t, std::string_view bytes) -> Result<void> {
            const auto note = parseNote(bytes);
            auto checkpoint = note ? parseCheckpoint(note->text) : tl::unexpected(note.error());
            const auto state = checkpoint ? parseRegionState(checkpoint->origin) : tl::unexpected(checkpoint.error());
            if (state)
                states[state->region].emplace(state->position, std::pair(std::move(*checkpoint), std::string(bytes)));
            return {};
        }));
        for (const RegionRecord& region : orThrow(m_snapshot.regions()))
            if (const auto known = states.find(region.region); region.cursor && known != states.end())
                sealByState(region, known->second);
    }

    void sealByState(const RegionRecord& region, const std::map<LogKey, std::pair<Checkpoint, std::string>>& states) {
        const auto isWaiting = [&](const PlannedTree& tree) {
            return tree.tree.head.size == 0 && tree.record.region == region.region;
        };
        std::optional<LogKey> latest; // of the states that the file has come to
        for (const auto& [at, state] : states)
            if (at <= *region.cursor && isSigned(state.second))
                latest = at;
        std::optional<LogKey> needed;
        for (const PlannedTree& tree : m_plan.trees)
            if (latest && isWaiting(tree) && tree.last <= *latest)
                needed = std::max(needed.value_or(tree.last), tree.last);
        if (!needed)
            return;
        auto state = states.lower_bound(*needed);
        while (!isSigned(state->second.second)) // the latest is
            ++state;
        const auto& [at, sealed] = *state;
        PlannedState planned;
        std::map<std::pair<TenantId, std::int32_t>, std::pair<std::uint64_t, TreeHead>> heads;
        LeafHasher hasher;
        for (const TreeRecord& record : m_records) {
            const TreeHead head = record.region == region.region ? headAt(record, at) : TreeHead{};
            if (head.size == 0)
                continue;
            heads.emplace(std::pair(record.tenant, record.epoch), std::pair(planned.leaves.size(), head));
            planned.leaves.push_back(hasher.headHash(record.tenant, record.epoch, head));
        }
        if (planned.leaves.size() != sealed.first.size)
            return; // of a file that may hold more, or less, than this
        if (const Hash root = rootOf(hasher.sha(), planned.leaves); root != sealed.first.root)
            contradict(sealed.first.origin, sealed.first.size, sealed.first.root, root);
        planned.tree = {orThrow(parseRegionState(sealed.first.origin)), {sealed.first.size, sealed.first.root}};
        planned.tree.number = add(sealed.second);
        for (PlannedTree& tree : m_plan.trees) {
            if (!isWaiting(tree) || at < tree.last)
                continue;
            const auto& [index, head] = heads.at({tree.record.tenant, tree.record.epoch});
            tree.tree.head = head;
            tree.tree.proof = BundleProof::State;
            tree.tree.number = static_cast<std::uint32_t>(m_plan.trees.size() + m_plan.states.size());
            planned.chosen.push_back(index);
            planned.heads.emplace_back(hasher.headBytes(tree.record.tenant, tree.record.epoch, head));
        }
        m_plan.states.push_back(std::move(planned));
    }

    TreeHead headAt(const TreeRecord& record, const LogKey& at) {
        askStop();
        return orThrow(treeHeadAt(m_snapshot, record, at));
    }

    void sealNow(PlannedTree& tree) {
        tree.tree.head = tree.record.head(Sha256());
        tree.tree.proof = BundleProof::Now;
        ++m_plan.sealedNow;
        const Checkpoint checkpoint{originOf(tree.tree), tree.tree.head.size, tree.tree.head.root};
        const auto note = orThrow(m_seals.maker.cosign({orThrow(printCheckpoint(checkpoint)), {}}, m_seals.now));
        tree.tree.number = add(orThrow(writeNote(note)));
        m_plan.signers.insert(m_seals.maker.verifierKey());
    }

    /// The smallest that covers the tree's chosen leaves and is signed by somebody whom we know.
    std::optional<KeptCheckpoint> keptOf(const PlannedTree& tree) const {
        std::optional<KeptCheckpoint> found;
        if (m_seals.kept == nullptr)
            return found;
        const std::uint64_t needed = tree.leaves.back().index + 1;
        m_seals.kept->forEachOf(originOf(tree.tree), [&](const KeptCheckpoint& kept) {
            if (!found && kept.size >= needed && kept.size <= tree.record.range.size() && isSigned(kept))
                found = kept;
        });
        return found;
    }

    bool isSigned(const KeptCheckpoint& kept) const {
        const auto bytes = m_seals.kept->noteOf(kept);
        return bytes && isSigned(*bytes);
    }

    bool isSigned(const std::string& bytes) const {
        const auto note = parseNote(bytes);
        const auto signers = note ? verifyNote(*note, m_seals.keys) : tl::unexpected(note.error());
        return signers && std::ranges::any_of(*signers, [&](const NoteSigner& signer) {
                   return !m_seals.since || (signer.at && *signer.at >= *m_seals.since);
               });
    }

    void noteSigners(const std::string& bytes) {
        const auto note = orThrow(parseNote(bytes));
        for (const NoteSigner& signer : orThrow(verifyNote(note, m_seals.keys)))
            for (const VerifierKey& key : m_seals.keys)
                if (key.name == signer.name && key.id == signer.keyId && key.type == signer.type)
                    m_plan.signers.insert(key);
    }

    Snapshot& m_snapshot;
    const BundleSeals& m_seals;
    const std::stop_token& m_stop;
    const std::function<bool(const RecordedEvent&)>& m_isWithheld;
    std::vector<TreeRecord> m_records; ///< all of the file
    BundlePlan m_plan;
};

} // namespace

Result<BundlePlan> planBundle(Snapshot& snapshot, std::span<const EventNumber> events, const BundleSeals& seals,
                              const std::stop_token& stop,
                              const std::function<bool(const RecordedEvent&)>& isWithheld) {
    return sqlite::guarded([&] { return Planner(snapshot, seals, stop, isWithheld).plan(events); });
}

} // namespace muniment
