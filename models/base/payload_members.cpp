// Reading payloads leniently: whatever the log holds must be shown, also what no writer should have written.
#include "models/base/canonical_json.h"
#include "models/base/json_text.h"

#include <memory>
#include <simdjson.h>

namespace muniment {

namespace {

namespace ondemand = simdjson::ondemand;

/// Beyond this a document is read with buffers of its own, so that no thread keeps the memory of one huge payload.
constexpr std::size_t kKeptBuffer = 1024 * 1024;

/// Bytes with the padding that the parser may read beyond their end, and the parser; both are used again.
struct Reader {
    std::string padded;
    ondemand::parser parser;
};

std::string_view trimmed(std::string_view token) {
    const auto last = token.find_last_not_of(" \t\r\n");
    return last == std::string_view::npos ? std::string_view() : token.substr(0, last + 1);
}

simdjson::error_code readValue(ondemand::value value, PayloadMember& member) {
    ondemand::json_type type{};
    if (const auto error = value.type().get(type))
        return error;
    std::string_view text;
    switch (type) {
    case ondemand::json_type::string:
        if (const auto error = value.get_string().get(text))
            return error;
        member.kind = PayloadMember::Kind::Text;
        break;
    case ondemand::json_type::number:
        text = trimmed(value.raw_json_token());
        if (!isNumberToken(text))
            return simdjson::NUMBER_ERROR;
        member.kind = PayloadMember::Kind::Number;
        break;
    case ondemand::json_type::boolean: {
        bool isTrue = false;
        if (const auto error = value.get_bool().get(isTrue))
            return error;
        member.kind = PayloadMember::Kind::Boolean;
        text = isTrue ? "true" : "false";
        break;
    }
    case ondemand::json_type::null: {
        bool isNull = false;
        if (const auto error = simdjson::simdjson_result<bool>(value.is_null()).get(isNull))
            return error;
        if (!isNull)
            return simdjson::N_ATOM_ERROR;
        member.kind = PayloadMember::Kind::Null;
        text = "null";
        break;
    }
    case ondemand::json_type::array: {
        ondemand::array array;
        if (const auto error = value.get_array().get(array))
            return error;
        if (const auto error = array.raw_json().get(text))
            return error;
        member.kind = PayloadMember::Kind::Array;
        text = trimmed(text);
        break;
    }
    case ondemand::json_type::object: {
        ondemand::object object;
        if (const auto error = value.get_object().get(object))
            return error;
        if (const auto error = object.raw_json().get(text))
            return error;
        member.kind = PayloadMember::Kind::Object;
        text = trimmed(text);
        break;
    }
    }
    member.value = text;
    return simdjson::SUCCESS;
}

simdjson::error_code readObject(ondemand::document& document, std::vector<PayloadMember>& members) {
    ondemand::object object;
    if (const auto error = document.get_object().get(object))
        return error;
    for (auto found : object) {
        if (found.error())
            return found.error();
        ondemand::field field = found.value_unsafe();
        std::string_view key;
        if (const auto error = field.unescaped_key().get(key))
            return error;
        PayloadMember member;
        member.key = key;
        if (const auto error = readValue(field.value(), member))
            return error;
        members.push_back(std::move(member));
    }
    return simdjson::SUCCESS;
}

simdjson::error_code readArray(ondemand::document& document, std::vector<PayloadMember>& members) {
    ondemand::array array;
    if (const auto error = document.get_array().get(array))
        return error;
    for (auto found : array) {
        if (found.error())
            return found.error();
        PayloadMember member;
        if (const auto error = readValue(found.value_unsafe(), member))
            return error;
        members.push_back(std::move(member));
    }
    return simdjson::SUCCESS;
}

using ReadRoot = simdjson::error_code (*)(ondemand::document&, std::vector<PayloadMember>&);

simdjson::error_code readDocument(Reader& reader, std::string_view json, ReadRoot readRoot,
                                  std::vector<PayloadMember>& members) {
    reader.padded.assign(json);
    reader.padded.append(simdjson::SIMDJSON_PADDING, '\0');
    ondemand::document document;
    const simdjson::padded_string_view view(reader.padded.data(), json.size(), reader.padded.size());
    if (const auto error = reader.parser.iterate(view).get(document))
        return error;
    if (const auto error = readRoot(document, members))
        return error;
    const bool isAtEnd = document.current_location().error() == simdjson::OUT_OF_BOUNDS;
    return isAtEnd ? simdjson::SUCCESS : simdjson::TRAILING_CONTENT;
}

Result<std::vector<PayloadMember>> read(std::string_view json, ReadRoot readRoot) {
    std::vector<PayloadMember> members;
    simdjson::error_code error = simdjson::SUCCESS;
    if (json.size() > kKeptBuffer) {
        const auto reader = std::make_unique<Reader>();
        error = readDocument(*reader, json, readRoot, members);
    } else {
        thread_local Reader reader;
        error = readDocument(reader, json, readRoot, members);
    }
    if (error != simdjson::SUCCESS)
        return failure(ErrorCode::InvalidInput, simdjson::error_message(error), {{"field", "payload"}});
    return members;
}

} // namespace

Result<std::vector<PayloadMember>> readMembers(std::string_view json) {
    return read(json, readObject);
}

Result<std::vector<PayloadMember>> readElements(std::string_view json) {
    return read(json, readArray);
}

} // namespace muniment
