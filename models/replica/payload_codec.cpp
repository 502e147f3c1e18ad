#include "models/replica/payload_codec.h"

#include "models/replica/resources.h"

#include <memory>
#include <zstd.h>

namespace muniment {

namespace {

constexpr int kLevel = 1;
// SQLite holds no row beyond 1 GB; a frame that claims more is forged.
constexpr unsigned long long kLargestPayload = 1'000'000'000;
constexpr std::string_view kMagic("\x28\xB5\x2F\xFD", 4); ///< ZSTD_MAGICNUMBER, as it lies in a frame

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

} // namespace

int compressPayload(std::string_view payload, std::string& out) {
    thread_local std::string frame;
    if (const std::size_t most = ZSTD_compressBound(payload.size()); frame.size() < most)
        frame.resize(most);
    const std::size_t size =
        ZSTD_compress2(compressContext(), frame.data(), frame.size(), payload.data(), payload.size());
    if (ZSTD_isError(size) || size - kMagic.size() >= payload.size()) {
        out.append(payload);
        return kRawPayload;
    }
    out.append(frame, kMagic.size(), size - kMagic.size());
    return kNewestPayloadDictionary;
}

Result<std::string> decompressPayload(int form, std::string_view stored) {
    if (form == kRawPayload)
        return std::string(stored);
    if (form != kNewestPayloadDictionary)
        return failure(ErrorCode::FileCorrupt, "payload in an unknown form", {{"form", std::to_string(form)}});
    thread_local std::string frame;
    frame.assign(kMagic).append(stored);
    const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (size > kLargestPayload) // also the two error values
        return failure(ErrorCode::FileCorrupt, "payload frame without a credible size");
    thread_local const DecompressContext context(ZSTD_createDCtx());
    std::string payload(static_cast<std::size_t>(size), '\0');
    const std::size_t read = ZSTD_decompress_usingDDict(context.get(), payload.data(), payload.size(), frame.data(),
                                                        frame.size(), decompressDictionary());
    if (ZSTD_isError(read) || read != payload.size())
        return failure(ErrorCode::FileCorrupt, "payload does not decompress");
    return payload;
}

} // namespace muniment
