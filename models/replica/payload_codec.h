// How payloads lie in the file: zstd with a dictionary that the program ships, row by row, so that each row can be
// read, purged and moved alone. Hashes are over the payload's own bytes, never over these.
#pragma once

#include "models/base/result.h"
#include "models/replica/payload_references.h"

#include <string>
#include <string_view>

namespace muniment {

/// Payload form as stored beside the bytes. All but the first hold the payload with references to its event
/// (payload_references.h), compressed with the first dictionary. Every dictionary ever shipped stays in the program;
/// the next one takes the next two numbers.
constexpr int kRawPayload = 0;    ///< the payload as it came
constexpr int kPayloadBlock = 1;  ///< the one compressed block of a zstd frame, whose head would say nothing new
constexpr int kFramedPayload = 2; ///< a zstd frame: of payloads beyond 128 KB

/// Appends the bytes to store of the event's payload, which it must have, to `out` and says their form: raw where
/// compression does not help. Thread-safe; the context is kept per thread.
[[nodiscard]] int compressPayload(const RecordedEvent& event, std::string& out);

/// What the bytes hold, references not resolved yet; `form` is not kRawPayload. FileCorrupt for bytes that do not
/// decompress or claim a size beyond what a row can hold.
[[nodiscard]] Result<std::string> decompressPayload(int form, std::string_view stored);

/// The payload's own bytes; textOf(PayloadReference) is asked for each text of the event that it repeats.
template <class TextOf>
[[nodiscard]] Result<std::string> restorePayload(int form, std::string_view stored, TextOf&& textOf) {
    if (form == kRawPayload)
        return std::string(stored);
    auto text = decompressPayload(form, stored);
    if (!text)
        return text;
    return resolveReferences(std::move(*text), textOf);
}

} // namespace muniment
