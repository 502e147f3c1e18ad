// Protects the trees themselves: the vectors of RFC 6962, roots that grow leaf by leaf, proofs that lead to them, and
// that nothing else does.
#include "models/base/hex.h"
#include "models/merkle/compact_range.h"
#include "models/merkle/proofs.h"
#include "models/merkle/tree_hash.h"
#include "tests/merkle/plain_tree.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <random>

using namespace muniment;
using namespace muniment::test;

namespace {

Hash hashOf(std::string_view hex) {
    const auto bytes = fromHex(hex);
    Hash hash{};
    if (!bytes || bytes->size() != hash.size())
        qFatal("not a hash");
    std::copy(bytes->begin(), bytes->end(), hash.begin());
    return hash;
}

QByteArray plain(const Hash& hash) {
    return QByteArray::fromStdString(std::string(bytesOf(hash)));
}

QList<QByteArray> plain(const Proof& proof) {
    QList<QByteArray> all;
    for (const Hash& hash : proof)
        all << plain(hash);
    return all;
}

/// A tree in memory, asked as the program asks those in a file.
class MemoryTree {
public:
    explicit MemoryTree(PlainLeaves leaves) : m_leaves(std::move(leaves)) {
        for (const QByteArray& leaf : m_leaves)
            m_hashes.push_back(leafHash(m_sha, {leaf.constData(), static_cast<std::size_t>(leaf.size())}));
    }

    [[nodiscard]] const PlainLeaves& leaves() const { return m_leaves; }

    [[nodiscard]] const Hash& leaf(std::uint64_t index) const { return m_hashes[index]; }

    [[nodiscard]] std::uint64_t size() const { return m_hashes.size(); }

    [[nodiscard]] Hash root(std::uint64_t size) const { return rootOf(m_sha, std::span(m_hashes).first(size)); }

    [[nodiscard]] SubtreeRoots roots() const {
        return [this](int level, std::uint64_t index) -> Result<Hash> {
            const std::uint64_t width = std::uint64_t{1} << static_cast<unsigned>(level);
            if ((index + 1) * width > m_hashes.size())
                return failure(ErrorCode::Internal, "asked beyond the tree");
            return rootOf(m_sha, std::span(m_hashes).subspan(index * width, width));
        };
    }

    [[nodiscard]] Proof inclusion(std::uint64_t index, std::uint64_t size) const {
        return inclusionProof(m_sha, index, size, roots()).value();
    }

    [[nodiscard]] Proof consistency(std::uint64_t from, std::uint64_t to) const {
        return consistencyProof(m_sha, from, to, roots()).value();
    }

    Sha256 m_sha;

private:
    PlainLeaves m_leaves;
    std::vector<Hash> m_hashes;
};

/// Those of reliability.md §1.6.
PlainLeaves vectorLeaves() {
    PlainLeaves leaves;
    for (const char* hex :
         {"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"})
        leaves << QByteArray::fromHex(hex);
    return leaves;
}

constexpr const char* kRoots[] = {"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                                  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

/// What a verifier may be given in place of an inclusion.
struct Claim {
    Hash leaf;
    std::uint64_t index, size;
    Proof proof;
    Hash root;
};

/// Families of changes after those with which the verifiers of others are tested.
std::vector<std::pair<const char*, Claim>> mutationsOf(const Claim& right, const Sha256& sha) {
    std::vector<std::pair<const char*, Claim>> wrong;
    const auto add = [&](const char* what, const std::function<void(Claim&)>& change) {
        Claim claim = right;
        change(claim);
        wrong.emplace_back(what, claim);
    };
    for (std::size_t i = 0; i < right.proof.size(); ++i) {
        add("a flipped bit", [&](Claim& c) { c.proof[i][7] ^= 1U; });
        add("an element removed", [&](Claim& c) { c.proof.erase(c.proof.begin() + static_cast<std::ptrdiff_t>(i)); });
        add("an element twice",
            [&](Claim& c) { c.proof.insert(c.proof.begin() + static_cast<std::ptrdiff_t>(i), c.proof[i]); });
        add("the root as an element", [&](Claim& c) { c.proof[i] = c.root; });
    }
    add("garbage behind", [](Claim& c) { c.proof.emplace_back(); });
    add("garbage before", [](Claim& c) { c.proof.insert(c.proof.begin(), Hash{}); });
    add("the root behind", [](Claim& c) { c.proof.push_back(c.root); });
    add("another leaf", [](Claim& c) { c.leaf[0] ^= 0x80U; });
    add("another root", [](Claim& c) { c.root[31] ^= 1U; });
    add("the empty tree's root", [&](Claim& c) { c.root = emptyRoot(sha); });
    add("size 0", [](Claim& c) { c.size = 0; });
    add("the index at the end", [](Claim& c) { c.index = c.size; });
    return wrong;
}

} // namespace

class TreesTest : public QObject {
    Q_OBJECT
private slots:
    void hashesAsTheVectorsSay();
    void provesAsTheVectorsSay();
    void agreesWithTheDefinitions();
    void growsInBlocks();
    void takesNoOtherInclusion();
    void takesNoOtherConsistency();
    void refusesWhatIsOutside();
    void restoresOnlyItsOwnBytes();
};

void TreesTest::hashesAsTheVectorsSay() {
    const Sha256 sha;
    QCOMPARE(toHex(bytesOf(leafHash(sha, "L123456"))),
             std::string("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56"));
    // The reference's node is over texts that are no hashes.
    QCOMPARE(toHex(bytesOf(sha.of({std::string_view("\1", 1), "N123", "N456"}))),
             std::string("aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb"));
    const MemoryTree tree(vectorLeaves());
    CompactRange range;
    QCOMPARE(toHex(bytesOf(range.root(sha))), std::string(kRoots[0]));
    for (std::uint64_t size = 1; size <= 8; ++size) {
        range.append(sha, tree.leaf(size - 1));
        QCOMPARE(toHex(bytesOf(range.root(sha))), std::string(kRoots[size]));
    }
}

void TreesTest::provesAsTheVectorsSay() {
    const MemoryTree tree(vectorLeaves());
    const auto hashes = [](std::initializer_list<const char*> hexes) {
        Proof proof;
        for (const char* hex : hexes)
            proof.push_back(hashOf(hex));
        return proof;
    };
    const Proof first = hashes({"96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"});
    QCOMPARE(tree.inclusion(0, 1), Proof());
    QCOMPARE(tree.inclusion(0, 8), first);
    QCOMPARE(tree.inclusion(5, 8), hashes({"bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                                           "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                                           "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
    QCOMPARE(tree.inclusion(2, 3), hashes({kRoots[2]}));
    QCOMPARE(tree.inclusion(1, 5),
             hashes({kRoots[1], "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                     "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"}));
    QCOMPARE(tree.consistency(1, 1), Proof());
    QCOMPARE(tree.consistency(1, 8), first);
    QCOMPARE(tree.consistency(6, 8), hashes({"0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                                             "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                                             "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
    QCOMPARE(tree.consistency(2, 5), hashes({"5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                                             "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"}));
}

void TreesTest::agreesWithTheDefinitions() {
    std::mt19937_64 random(20261122);
    for (int round = 0; round < 10'000; ++round) {
        PlainLeaves leaves;
        // Most trees are small, where every shape comes up; some reach beyond two blocks.
        const auto size = static_cast<qsizetype>(round % 500 == 0 ? 1000 + random() % 1500 : 1 + random() % 40);
        for (qsizetype i = 0; i < size; ++i)
            leaves << QByteArray::number(static_cast<qulonglong>(random()), 36).first(random() % 4);
        const MemoryTree tree(leaves);
        const std::uint64_t index = random() % tree.size(), from = 1 + random() % tree.size();
        const Hash root = tree.root(tree.size());
        QCOMPARE(plain(root), plainRoot(leaves));
        const Proof path = tree.inclusion(index, tree.size());
        QCOMPARE(plain(path), plainPath(static_cast<qsizetype>(index), leaves));
        QVERIFY(isIncluded(tree.m_sha, tree.leaf(index), index, tree.size(), path, root));
        const Proof proof = tree.consistency(from, tree.size());
        QCOMPARE(plain(proof), plainProof(static_cast<qsizetype>(from), leaves));
        QVERIFY(isConsistent(tree.m_sha, from, tree.size(), proof, tree.root(from), root));
        QCOMPARE(rootAt(tree.m_sha, from, tree.roots()).value(), tree.root(from));
    }
}

void TreesTest::growsInBlocks() {
    const Sha256 sha;
    CompactRange range, ofBlocks;
    std::vector<Hash> leaves;
    for (int i = 0; i < 5'000; ++i) {
        leaves.push_back(leafHash(sha, std::to_string(i)));
        const auto block = range.append(sha, leaves.back());
        QCOMPARE(block.has_value(), leaves.size() % kBlockLeaves == 0);
        if (!block)
            continue;
        QCOMPARE(*block, rootOf(sha, std::span(leaves).last(kBlockLeaves)));
        ofBlocks.appendBlock(sha, *block);
        QVERIFY(ofBlocks == range);
    }
    QVERIFY(range.wholeBlocks() == ofBlocks);
    QVERIFY(CompactRange::restore(range.size(), range.bytes()) == range);
}

void TreesTest::takesNoOtherInclusion() {
    for (const int size : {1, 2, 3, 5, 8, 13, 33}) {
        PlainLeaves leaves;
        for (int i = 0; i < size; ++i)
            leaves << QByteArray::number(i);
        const MemoryTree tree(leaves);
        for (std::uint64_t index = 0; index < tree.size(); ++index) {
            const Claim right{tree.leaf(index), index, tree.size(), tree.inclusion(index, tree.size()),
                              tree.root(tree.size())};
            QVERIFY(isIncluded(tree.m_sha, right.leaf, right.index, right.size, right.proof, right.root));
            for (const auto& [what, claim] : mutationsOf(right, tree.m_sha))
                QVERIFY2(!isIncluded(tree.m_sha, claim.leaf, claim.index, claim.size, claim.proof, claim.root), what);
            for (const std::uint64_t other : {index - 1, index + 1, index ^ 2U})
                if (other != index && other < tree.size())
                    QVERIFY(!isIncluded(tree.m_sha, right.leaf, other, right.size, right.proof, right.root));
            for (const std::uint64_t other : {2 * tree.size(), tree.size() / 2})
                QVERIFY(!isIncluded(tree.m_sha, right.leaf, index, other, right.proof, right.root));
        }
    }
}

void TreesTest::takesNoOtherConsistency() {
    PlainLeaves leaves;
    for (int i = 0; i < 40; ++i)
        leaves << QByteArray::number(i);
    const MemoryTree tree(leaves);
    const Sha256& sha = tree.m_sha;
    for (std::uint64_t to = 1; to <= tree.size(); ++to)
        for (std::uint64_t from = 1; from <= to; ++from) {
            const Proof proof = tree.consistency(from, to);
            const Hash older = tree.root(from), newer = tree.root(to);
            QVERIFY(isConsistent(sha, from, to, proof, older, newer));
            for (std::size_t i = 0; i < proof.size(); ++i) {
                Proof flipped = proof, shorter = proof, longer = proof;
                flipped[i][0] ^= 1U;
                shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(i));
                longer.insert(longer.begin() + static_cast<std::ptrdiff_t>(i), proof[i]);
                for (const Proof& wrong : {flipped, shorter, longer})
                    QVERIFY(!isConsistent(sha, from, to, wrong, older, newer));
            }
            Proof longer = proof;
            longer.push_back(newer);
            QVERIFY(!isConsistent(sha, from, to, longer, older, newer));
            longer = proof;
            longer.emplace_back();
            QVERIFY(!isConsistent(sha, from, to, longer, older, newer));
            if (from != to) {
                QVERIFY(!isConsistent(sha, from, to, proof, newer, older));
                QVERIFY(!isConsistent(sha, from, to, {}, older, newer));
                QVERIFY(!isConsistent(sha, to, from, proof, older, newer));
                QVERIFY(!isConsistent(sha, from, from, proof, older, newer));
            } else {
                QVERIFY(!isConsistent(sha, from, to, {}, older, emptyRoot(sha)));
            }
            QVERIFY(!isConsistent(sha, 0, to, proof, older, newer));
            QVERIFY(!isConsistent(sha, 0, to, {}, emptyRoot(sha), newer));
        }
}

void TreesTest::refusesWhatIsOutside() {
    const MemoryTree tree(vectorLeaves());
    QCOMPARE(inclusionProof(tree.m_sha, 8, 8, tree.roots()).error().code, ErrorCode::InvalidInput);
    QCOMPARE(consistencyProof(tree.m_sha, 0, 8, tree.roots()).error().code, ErrorCode::InvalidInput);
    QCOMPARE(consistencyProof(tree.m_sha, 5, 4, tree.roots()).error().code, ErrorCode::InvalidInput);
    QCOMPARE(inclusionProof(tree.m_sha, 0, 9, tree.roots()).error().detail, std::string("asked beyond the tree"));
}

void TreesTest::restoresOnlyItsOwnBytes() {
    const Sha256 sha;
    CompactRange range;
    for (int i = 0; i < 7; ++i)
        range.append(sha, leafHash(sha, std::to_string(i)));
    const std::string bytes = range.bytes();
    QCOMPARE(bytes.size(), 3 * sizeof(Hash));
    QVERIFY(!CompactRange::restore(6, bytes));
    QVERIFY(!CompactRange::restore(7, bytes.substr(1)));
    QVERIFY(!CompactRange::restore(7, bytes + "x"));
    QVERIFY(CompactRange::restore(0, "").has_value());
}

MUNIMENT_TEST(trees, TreesTest);
#include "test_trees.moc"
