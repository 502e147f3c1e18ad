#include "models/replica/payload_codec.h"

#include "models/replica/resources.h"

#include <array>
#include <memory>
#include <zstd.h>

namespace muniment {

namespace {

constexpr int kLevel = 3; ///< 7 % smaller than 1, in the same time
// SQLite holds no row beyond 1 GB; a frame that claims more is forged.
constexpr unsigned long long kLargestPayload = 1'000'000'000;
// A frame (RFC 8878): magic number, descriptor, window or content size, blocks with a header of three bytes each.
constexpr std::string_view kHeadOfFrame("\x28\xB5\x2F\xFD\x00\x38", 6); ///< no sizes told, a window of 128 KB
constexpr std::size_t kMagicBytes = 4;
constexpr std::size_t kBlockHeaderBytes = 3;
constexpr std::size_t kLargestBlock = 131'072;
constexpr unsigned kLastCompressed = 2U << 1 | 1U; ///< block header: type, and that it is the last; above them its size

std::size_t headBytesOf(std::string_view frame) {
    constexpr std::array<std::size_t, 4> kSizeBytes{0, 2, 4, 8};
    const auto descriptor = static_cast<unsigned char>(frame[kMagicBytes]);
    const bool hasWindow = (descriptor & 0x20U) == 0;
    const std::size_t sizeBytes = descriptor >> 6 == 0 && !hasWindow ? 1 : kSizeBytes[descriptor >> 6];
    return kMagicBytes + 1 + (hasWindow ? 1 : 0) + sizeBytes;
}

/// What is in the frame when that is one compressed block; else nothing.
std::string_view onlyBlockOf(std::string_view frame) {
    const std::size_t at = headBytesOf(frame);
    if (frame.size() <= at + kBlockHeaderBytes)
        return {};
    unsigned header = 0;
    for (std::size_t i = kBlockHeaderBytes; i > 0; --i)
        header = header << 8 | static_cast<unsigned char>(frame[at + i - 1]);
    const std::string_view block = frame.substr(at + kBlockHeaderBytes);
    return header == (block.size() << 3 | kLastCompressed) ? block : std::string_view();
}

void makeFrame(std::string_view block, std::string& frame) {
    frame.assign(kHeadOfFrame);
    const unsigned header = static_cast<unsigned>(block.size()) << 3 | kLastCompressed;
    for (std::size_t i = 0; i < kBlockHeaderBytes; ++i)
        frame.push_back(static_cast<char>(header >> 8 * i));
    frame.append(block);
}

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* pointer) const {
        Free(pointer);
    }
};

using CompressDictionary = std::unique_ptr<ZSTD_CDict, Freed<ZSTD_freeCDict>>;
using DecompressDictionary = std::unique_ptr<ZSTD_DDict, Freed<ZSTD_freeDDict>>;
using CompressContext = std::unique_ptr<ZSTD_CCtx, Freed<ZSTD_freeCCtx>>;
using DecompressContext = std::unique_ptr<ZSTD_DCtx, Freed<ZSTD_freeDCtx>>;

const ZSTD_CDict* compressDictionary() {
    static const CompressDictionary dictionary = [] {
        const std::string bytes = replicaResource("payload_dictionary_v1.zdict");
        return CompressDictionary(ZSTD_createCDict(bytes.data(), bytes.size(), kLevel));
    }();
    return dictionary.get();
}

const ZSTD_DDict* decompressDictionary() {
    static const DecompressDictionary dictionary = [] {
        const std::string bytes = replicaResource("payload_dictionary_v1.zdict");
        return DecompressDictionary(ZSTD_createDDict(bytes.data(), bytes.size()));
    }();
    return dictionary.get();
}

ZSTD_CCtx* compressContext() {
    thread_local const CompressContext context = [] {
        CompressContext made(ZSTD_createCCtx());
        ZSTD_CCtx_refCDict(made.get(), compressDictionary());
        ZSTD_CCtx_setParameter(made.get(), ZSTD_c_dictIDFlag, 0); // the row names it, in fewer bytes
        ZSTD_CCtx_setParameter(made.get(), ZSTD_c_checksumFlag, 0);
        return made;
    }();
    return context.get();
}

/// Bytes that `frame` gives in the room it is given; a number beyond it for a frame that is none.
std::size_t decompress(std::string_view frame, char* room, std::size_t size) {
    thread_local const DecompressContext context(ZSTD_createDCtx());
    return ZSTD_decompress_usingDDict(context.get(), room, size, frame.data(), frame.size(), decompressDictionary());
}

Result<std::string> decompressBlock(std::string_view block) {
    thread_local std::string frame;
    thread_local std::string payload(kLargestBlock, '\0');
    if (block.size() > kLargestBlock)
        return failure(ErrorCode::FileCorrupt, "payload block beyond the size of one");
    makeFrame(block, frame);
    const std::size_t size = decompress(frame, payload.data(), payload.size());
    if (size > payload.size())
        return failure(ErrorCode::FileCorrupt, "payload does not decompress");
    return payload.substr(0, size);
}

Result<std::string> decompressFrame(std::string_view frame) {
    const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (size > kLargestPayload) // also the two error values
        return failure(ErrorCode::FileCorrupt, "payload frame without a credible size");
    std::string payload(static_cast<std::size_t>(size), '\0');
    if (decompress(frame, payload.data(), payload.size()) != payload.size())
        return failure(ErrorCode::FileCorrupt, "payload does not decompress");
    return payload;
}

} // namespace

int compressPayload(const RecordedEvent& event, std::string& out) {
    const std::string& payload = *event.payload;
    thread_local std::string referring;
    thread_local std::string frame;
    const auto keepRaw = [&] {
        out.append(payload);
        return kRawPayload;
    };
    if (!referToEvent(event, payload, referring))
        return keepRaw();
    if (const std::size_t most = ZSTD_compressBound(referring.size()); frame.size() < most)
        frame.resize(most);
    const std::size_t size =
        ZSTD_compress2(compressContext(), frame.data(), frame.size(), referring.data(), referring.size());
    if (ZSTD_isError(size))
        return keepRaw();
    const std::string_view whole(frame.data(), size);
    const std::string_view block = onlyBlockOf(whole);
    const std::string_view kept = block.empty() ? whole : block;
    if (kept.size() >= payload.size())
        return keepRaw();
    out.append(kept);
    return block.empty() ? kFramedPayload : kPayloadBlock;
}

Result<std::string> decompressPayload(int form, std::string_view stored) {
    switch (form) {
    case kPayloadBlock:
        return decompressBlock(stored);
    case kFramedPayload:
        return decompressFrame(stored);
    default:
        return failure(ErrorCode::FileCorrupt, "payload in an unknown form", {{"form", std::to_string(form)}});
    }
}

} // namespace muniment
