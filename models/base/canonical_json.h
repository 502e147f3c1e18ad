// Payload bytes: RFC 8785 over I-JSON, as design §4 defines it. What is stored and hashed is these bytes, nothing else.
#pragma once

#include "models/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

constexpr std::size_t kMaxPayloadBytes = 256 * 1024;
constexpr int kMaxPayloadDepth = 64;

/// Why bytes are not a canonical payload; None means they are.
enum class PayloadFault {
    None,
    TooLarge,
    NotUtf8,
    NotJson,
    NotAnObject,
    TooDeep,
    DuplicateKey,
    LoneSurrogate,
    HoldsNul,
    IntegerOutOfRange, ///< beyond ±(2^53−1): must be written as a string
    NotCanonical,      ///< valid, but spaces, key order, number or escape form differ
};
[[nodiscard]] std::string_view payloadFaultName(PayloadFault fault);

/// Parses any I-JSON object and writes it in canonical form. InvalidInput with context "fault" otherwise.
[[nodiscard]] Result<std::string> canonicalise(std::string_view json);
/// Checks bytes that claim to be canonical. Never throws, bounded work and stack on hostile input. Thread-safe;
/// the parser is kept per thread, so repeated calls do not allocate.
[[nodiscard]] PayloadFault checkCanonical(std::string_view bytes);
/// ECMAScript Number::toString, the number form of RFC 8785 §3.2.2.3. `value` must be finite.
[[nodiscard]] std::string canonicalNumber(double value);
/// Appends `text` (UTF-8) as a canonical JSON string with its quotes.
void appendCanonicalString(std::string& out, std::string_view text);

/// Builds a flat canonical object: members may be added in any order. Values are UTF-8.
class PayloadBuilder {
public:
    PayloadBuilder& text(std::string key, std::string_view value);
    /// Beyond ±(2^53−1) it is written as a string.
    PayloadBuilder& integer(std::string key, std::int64_t value);
    PayloadBuilder& boolean(std::string key, bool value);
    /// `values` as an array, in their order.
    PayloadBuilder& texts(std::string key, const std::vector<std::string>& values);

    [[nodiscard]] bool isEmpty() const { return m_members.empty(); }

    [[nodiscard]] std::string build() const; ///< "{}" when empty

private:
    std::vector<std::pair<std::string, std::string>> m_members;
};

/// One member of a parsed payload's top level.
struct PayloadMember {
    enum class Kind { Null, Boolean, Number, Text, Array, Object };
    std::string key;
    Kind kind = Kind::Null;
    std::string value; ///< Text: the decoded string; everything else: its JSON text
};

/// Top-level members in stored order; NotJson bytes give InvalidInput. Lenient: reads what checkCanonical would refuse.
[[nodiscard]] Result<std::vector<PayloadMember>> readMembers(std::string_view json);
/// The elements of a JSON array in order, each with an empty key. Lenient like readMembers.
[[nodiscard]] Result<std::vector<PayloadMember>> readElements(std::string_view json);
/// Indented form for people; bytes that are not JSON come back as they are.
[[nodiscard]] std::string prettyJson(std::string_view json);

} // namespace muniment
