// How payloads lie in the file: zstd with a dictionary that the program ships, row by row, so that each row can be
// read, purged and moved alone. Hashes are over the payload's own bytes, never over these.
#pragma once

#include "models/base/result.h"

#include <string>
#include <string_view>

namespace muniment {

/// Payload form as stored beside the bytes: 0 is the payload as it came, else the number of the dictionary it was
/// compressed with, and the bytes are a zstd frame without the four that every frame begins with. Every dictionary ever
/// shipped stays in the program.
constexpr int kRawPayload = 0;
constexpr int kNewestPayloadDictionary = 1;

/// Appends the stored bytes to `out` and says their form: raw where compression does not help. Thread-safe; the context
/// is kept per thread.
[[nodiscard]] int compressPayload(std::string_view payload, std::string& out);
/// The payload's own bytes; FileCorrupt for bytes that do not decompress or claim a size beyond what a row can hold.
[[nodiscard]] Result<std::string> decompressPayload(int form, std::string_view stored);

} // namespace muniment
