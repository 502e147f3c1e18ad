// The definitions of RFC 6962 §2.1 as they stand there, over leaves and by recursion: slow, and made of nothing that
// the program's own trees are made of.
#pragma once

#include <QByteArray>
#include <QList>

namespace muniment::test {

using PlainLeaves = QList<QByteArray>; ///< what the leaves hold, not their hashes

/// MTH(D)
[[nodiscard]] QByteArray plainRoot(const PlainLeaves& leaves);
/// PATH(m, D)
[[nodiscard]] QList<QByteArray> plainPath(qsizetype m, const PlainLeaves& leaves);
/// PROOF(m, D)
[[nodiscard]] QList<QByteArray> plainProof(qsizetype m, const PlainLeaves& leaves);

} // namespace muniment::test
