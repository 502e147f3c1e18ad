#include "models/base/canonical_json.h"

#include "models/base/canonical_scan.h"
#include "models/base/json_text.h"
#include "models/base/utf16_order.h"

#include <algorithm>
#include <cmath>
#include <simdjson.h>

namespace muniment {

namespace {

constexpr std::int64_t kLargestSafeInteger = 9'007'199'254'740'991;

using Element = simdjson::dom::element;

PayloadFault appendCanonical(std::string& out, const Element& element);

PayloadFault appendCanonicalObject(std::string& out, const simdjson::dom::object& object) {
    std::vector<simdjson::dom::key_value_pair> members;
    members.reserve(object.size());
    for (const auto member : object)
        members.push_back(member);
    std::sort(members.begin(), members.end(),
              [](const auto& a, const auto& b) { return compareAsUtf16(a.key, b.key) < 0; });
    out += '{';
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i > 0 && members[i].key == members[i - 1].key)
            return PayloadFault::DuplicateKey;
        if (i > 0)
            out += ',';
        appendCanonicalString(out, members[i].key);
        out += ':';
        if (const auto fault = appendCanonical(out, members[i].value); fault != PayloadFault::None)
            return fault;
    }
    out += '}';
    return PayloadFault::None;
}

PayloadFault appendCanonicalArray(std::string& out, const simdjson::dom::array& array) {
    out += '[';
    bool isFirst = true;
    for (const auto element : array) {
        if (!isFirst)
            out += ',';
        isFirst = false;
        if (const auto fault = appendCanonical(out, element); fault != PayloadFault::None)
            return fault;
    }
    out += ']';
    return PayloadFault::None;
}

PayloadFault appendCanonicalInteger(std::string& out, std::int64_t value) {
    if (value > kLargestSafeInteger || value < -kLargestSafeInteger)
        return PayloadFault::IntegerOutOfRange;
    out += std::to_string(value);
    return PayloadFault::None;
}

PayloadFault appendCanonicalDouble(std::string& out, double value) {
    const std::string text = canonicalNumber(value);
    // 9007199254740993.5 and 1e20 would be written as integers that readers cannot tell from their neighbours.
    const bool readsAsInteger = text.find_first_of(".e") == std::string::npos;
    if (readsAsInteger && std::fabs(value) > static_cast<double>(kLargestSafeInteger))
        return PayloadFault::IntegerOutOfRange;
    out += text;
    return PayloadFault::None;
}

/// Recurses no deeper than kMaxPayloadDepth: the caller has measured the nesting before it parsed.
PayloadFault appendCanonical(std::string& out, const Element& element) {
    switch (element.type()) {
    case simdjson::dom::element_type::OBJECT:
        return appendCanonicalObject(out, element.get_object().value_unsafe());
    case simdjson::dom::element_type::ARRAY:
        return appendCanonicalArray(out, element.get_array().value_unsafe());
    case simdjson::dom::element_type::STRING:
        appendCanonicalString(out, element.get_string().value_unsafe());
        return PayloadFault::None;
    case simdjson::dom::element_type::INT64:
        return appendCanonicalInteger(out, element.get_int64().value_unsafe());
    case simdjson::dom::element_type::UINT64:
        return PayloadFault::IntegerOutOfRange; // only what exceeds int64 has this type
    case simdjson::dom::element_type::DOUBLE:
        return appendCanonicalDouble(out, element.get_double().value_unsafe());
    case simdjson::dom::element_type::BOOL:
        out += element.get_bool().value_unsafe() ? "true" : "false";
        return PayloadFault::None;
    case simdjson::dom::element_type::NULL_VALUE:
        out += "null";
        return PayloadFault::None;
    }
    return PayloadFault::NotJson;
}

/// Why simdjson would not parse bytes that are UTF-8, hold no NUL and are not too deep.
PayloadFault faultOf(simdjson::error_code error, std::string_view json) {
    if (error == simdjson::STRING_ERROR && hasLoneSurrogateEscape(json))
        return PayloadFault::LoneSurrogate;
    if (error == simdjson::NUMBER_ERROR && hasOnlyWellFormedNumbers(json))
        return PayloadFault::IntegerOutOfRange; // 1e400, or an integer beyond 2^64
    return PayloadFault::NotJson;
}

PayloadFault rewrite(std::string_view json, std::string& canonical) {
    if (json.size() > kMaxPayloadBytes)
        return PayloadFault::TooLarge;
    if (!simdjson::validate_utf8(json.data(), json.size()))
        return PayloadFault::NotUtf8;
    if (nestingDepth(json, kMaxPayloadDepth) > kMaxPayloadDepth)
        return PayloadFault::TooDeep;
    if (hasNul(json))
        return PayloadFault::HoldsNul;

    thread_local simdjson::dom::parser parser;
    Element root;
    // The parser copies into its own buffer, which has the padding it reads beyond the end.
    if (const auto error = parser.parse(json.data(), json.size(), true).get(root); error != simdjson::SUCCESS)
        return faultOf(error, json);
    if (!root.is_object())
        return PayloadFault::NotAnObject;
    canonical.reserve(json.size());
    return appendCanonical(canonical, root);
}

} // namespace

std::string_view payloadFaultName(PayloadFault fault) {
    switch (fault) {
    case PayloadFault::None:
        return "none";
    case PayloadFault::TooLarge:
        return "tooLarge";
    case PayloadFault::NotUtf8:
        return "notUtf8";
    case PayloadFault::NotJson:
        return "notJson";
    case PayloadFault::NotAnObject:
        return "notAnObject";
    case PayloadFault::TooDeep:
        return "tooDeep";
    case PayloadFault::DuplicateKey:
        return "duplicateKey";
    case PayloadFault::LoneSurrogate:
        return "loneSurrogate";
    case PayloadFault::HoldsNul:
        return "holdsNul";
    case PayloadFault::IntegerOutOfRange:
        return "integerOutOfRange";
    case PayloadFault::NotCanonical:
        return "notCanonical";
    }
    return "notJson";
}

Result<std::string> canonicalise(std::string_view json) {
    std::string canonical;
    auto fault = rewrite(json, canonical);
    if (fault == PayloadFault::None && canonical.size() > kMaxPayloadBytes)
        fault = PayloadFault::TooLarge;
    if (fault == PayloadFault::None)
        return canonical;
    const std::string name(payloadFaultName(fault));
    return failure(ErrorCode::InvalidInput, "payload: " + name, {{"fault", name}});
}

PayloadFault checkCanonical(std::string_view bytes) {
    if (isCanonicalPayload(bytes))
        return PayloadFault::None;
    std::string canonical;
    const auto fault = rewrite(bytes, canonical);
    return fault == PayloadFault::None ? PayloadFault::NotCanonical : fault;
}

} // namespace muniment
