#include "tests/merkle/plain_tree.h"

#include <QCryptographicHash>

namespace muniment::test {

namespace {

QByteArray sha256(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// The largest power of two smaller than n.
qsizetype k(qsizetype n) {
    qsizetype power = 1;
    while (2 * power < n)
        power *= 2;
    return power;
}

QList<QByteArray> subProof(qsizetype m, const PlainLeaves& leaves, bool isComplete) {
    const qsizetype n = leaves.size();
    if (m == n)
        return isComplete ? QList<QByteArray>() : QList<QByteArray>{plainRoot(leaves)};
    const qsizetype split = k(n);
    if (m <= split)
        return subProof(m, leaves.first(split), isComplete) << plainRoot(leaves.sliced(split));
    return subProof(m - split, leaves.sliced(split), false) << plainRoot(leaves.first(split));
}

} // namespace

QByteArray plainRoot(const PlainLeaves& leaves) {
    if (leaves.isEmpty())
        return sha256({});
    if (leaves.size() == 1)
        return sha256(QByteArray(1, '\0') + leaves[0]);
    const qsizetype split = k(leaves.size());
    return sha256(QByteArray(1, '\1') + plainRoot(leaves.first(split)) + plainRoot(leaves.sliced(split)));
}

QList<QByteArray> plainPath(qsizetype m, const PlainLeaves& leaves) {
    if (leaves.size() == 1)
        return {};
    const qsizetype split = k(leaves.size());
    if (m < split)
        return plainPath(m, leaves.first(split)) << plainRoot(leaves.sliced(split));
    return plainPath(m - split, leaves.sliced(split)) << plainRoot(leaves.first(split));
}

QList<QByteArray> plainProof(qsizetype m, const PlainLeaves& leaves) {
    return subProof(m, leaves, true);
}

} // namespace muniment::test
