#include "models/base/payload_strings.h"

#include "models/base/canonical_json.h"

#include <memory>
#include <simdjson.h>
#include <string>

namespace muniment {

namespace {

namespace ondemand = simdjson::ondemand;
using Take = std::function<void(const PayloadString&)>;

/// Beyond this a document is read with buffers of its own, so that no thread keeps the memory of one huge payload.
constexpr std::size_t kKeptBuffer = 1024 * 1024;

struct Walk {
    std::string padded;
    ondemand::parser parser;

    simdjson::error_code readDocument(std::string_view json, const Take& take) {
        padded.assign(json);
        padded.append(simdjson::SIMDJSON_PADDING, '\0');
        ondemand::document document;
        if (const auto error =
                parser.iterate(simdjson::padded_string_view(padded.data(), json.size(), padded.size())).get(document))
            return error;
        ondemand::object object;
        if (const auto error = document.get_object().get(object))
            return error;
        if (const auto error = readObject(object, {}, 1, take))
            return error;
        const bool isAtEnd = document.current_location().error() == simdjson::OUT_OF_BOUNDS;
        return isAtEnd ? simdjson::SUCCESS : simdjson::TRAILING_CONTENT;
    }

    /// `member` is empty at the top level, where each field is a member of its own.
    simdjson::error_code readObject(ondemand::object object, std::string_view member, int depth, const Take& take) {
        for (auto found : object) {
            if (found.error())
                return found.error();
            ondemand::field field = found.value_unsafe();
            std::string_view key;
            if (const auto error = field.unescaped_key().get(key))
                return error;
            if (const auto error = readValue(field.value(), depth == 1 ? key : member, depth, take))
                return error;
        }
        return simdjson::SUCCESS;
    }

    simdjson::error_code readValue(ondemand::value value, std::string_view member, int depth, const Take& take) {
        ondemand::json_type type{};
        if (const auto error = value.type().get(type))
            return error;
        if (type == ondemand::json_type::string) {
            std::string_view text;
            if (const auto error = value.get_string().get(text))
                return error;
            take({member, text, depth == 1});
            return simdjson::SUCCESS;
        }
        if (type != ondemand::json_type::object && type != ondemand::json_type::array)
            return simdjson::SUCCESS; // numbers and the like are stepped over
        if (depth == kMaxPayloadDepth)
            return simdjson::DEPTH_ERROR;
        if (type == ondemand::json_type::object) {
            ondemand::object object;
            if (const auto error = value.get_object().get(object))
                return error;
            return readObject(object, member, depth + 1, take);
        }
        ondemand::array array;
        if (const auto error = value.get_array().get(array))
            return error;
        for (auto found : array) {
            if (found.error())
                return found.error();
            if (const auto error = readValue(found.value_unsafe(), member, depth + 1, take))
                return error;
        }
        return simdjson::SUCCESS;
    }
};

} // namespace

bool forEachPayloadString(std::string_view json, const std::function<void(const PayloadString&)>& take) {
    if (json.size() > kKeptBuffer)
        return std::make_unique<Walk>()->readDocument(json, take) == simdjson::SUCCESS;
    thread_local Walk walk;
    return walk.readDocument(json, take) == simdjson::SUCCESS;
}

} // namespace muniment
