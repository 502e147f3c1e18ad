// Notes, keys and answers as the tests of this folder write them.
#pragma once

#include "models/integrity/checkpoint.h"
#include "models/integrity/signing_key.h"

#include <QByteArray>
#include <QTest>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

/// So that QCOMPARE prints what it compares.
template <>
inline char* QTest::toString(const std::string& text) {
    return qstrdup(text.c_str());
}

namespace muniment::test {

/// "ok", or the code and what the context says of it: "refused badSignature".
template <class T>
std::string outcome(const Result<T>& result) {
    if (result)
        return "ok";
    const auto why = result.error().get("why");
    return std::string(errorCodeName(result.error().code)) + (why.empty() ? "" : " " + why);
}

inline Instant atSecond(std::int64_t seconds) {
    return Instant{seconds * kMicrosPerSecond};
}

/// The same key for the same byte.
inline SigningKey keyOf(std::string_view label, std::uint8_t seed) {
    std::array<std::uint8_t, 32> bytes{};
    bytes.fill(seed);
    return std::move(SigningKey::fromPrivateBytes(label, PrivateBytes(bytes)).value());
}

inline Checkpoint checkpointOf(std::string origin, std::uint64_t size, std::uint8_t root) {
    Checkpoint checkpoint{std::move(origin), size};
    checkpoint.root.fill(root);
    return checkpoint;
}

inline std::string noteBy(const SigningKey& key, const Checkpoint& checkpoint, Instant at) {
    return writeNote(key.cosign(SignedNote{printCheckpoint(checkpoint).value(), {}}, at).value()).value();
}

inline std::string bytesOf(const QByteArray& hex) {
    return QByteArray::fromHex(hex).toStdString();
}

inline std::string contentsOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void write(const std::string& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// `bytes` with one bit turned.
inline std::string turned(std::string bytes, std::size_t at, unsigned int bit) {
    bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << bit));
    return bytes;
}

} // namespace muniment::test
