#include "models/integrity/bundle_format.h"

namespace muniment {

namespace {

void put(std::string& out, std::uint64_t value, unsigned bytes) {
    for (unsigned i = bytes; i-- > 0;)
        out += static_cast<char>((value >> (8 * i)) & 0xffU);
}

/// Takes the number off the front.
std::uint64_t take(std::string_view& bytes, std::size_t count) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = value << 8U | static_cast<unsigned char>(bytes[i]);
    bytes.remove_prefix(count);
    return value;
}

Hash takeHash(std::string_view bytes) {
    Hash hash{};
    std::copy_n(bytes.begin(), hash.size(), hash.begin());
    return hash;
}

void put(std::string& out, const Hash& hash) {
    out.append(hash.begin(), hash.end());
}

} // namespace

void append(std::string& out, const LeafHeader& header) {
    put(out, header.tree, 4);
    put(out, header.index, 8);
    put(out, header.length, 4);
}

void append(std::string& out, const BlockRecord& record) {
    put(out, record.tree, 4);
    put(out, record.leaves, 4);
    put(out, record.block, 8);
    put(out, record.leafBytes, 8);
    put(out, record.siblings, 8);
    put(out, record.root);
}

void append(std::string& out, const SiblingRecord& record) {
    put(out, record.tree, 4);
    put(out, record.level, 4);
    put(out, record.index, 8);
    put(out, record.hash);
}

LeafHeader leafHeaderOf(std::string_view bytes) {
    LeafHeader header;
    header.tree = static_cast<std::uint32_t>(take(bytes, 4));
    header.index = take(bytes, 8);
    header.length = static_cast<std::uint32_t>(take(bytes, 4));
    return header;
}

BlockRecord blockRecordOf(std::string_view bytes) {
    BlockRecord record;
    record.tree = static_cast<std::uint32_t>(take(bytes, 4));
    record.leaves = static_cast<std::uint32_t>(take(bytes, 4));
    record.block = take(bytes, 8);
    record.leafBytes = take(bytes, 8);
    record.siblings = take(bytes, 8);
    record.root = takeHash(bytes);
    return record;
}

SiblingRecord siblingRecordOf(std::string_view bytes) {
    SiblingRecord record;
    record.tree = static_cast<std::uint32_t>(take(bytes, 4));
    record.level = static_cast<std::uint32_t>(take(bytes, 4));
    record.index = take(bytes, 8);
    record.hash = takeHash(bytes);
    return record;
}

} // namespace muniment
