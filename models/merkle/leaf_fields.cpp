#include "models/merkle/leaf_fields.h"

#include "models/base/hex.h"
#include "models/base/instant.h"
#include "models/base/uuid.h"
#include "models/merkle/hash.h"

#include <algorithm>
#include <cstdint>

namespace muniment {

namespace {

constexpr std::string_view kDomain = "muniment-event/1\n";

struct FieldForm {
    std::string_view name;
    LeafForm form;
    std::size_t size = 0; ///< of numbers
};

constexpr FieldForm kFields[]{
    {"domain", LeafForm::Domain},
    {"tenant id", LeafForm::Text},
    {"epoch", LeafForm::Number, 4},
    {"aggregate type", LeafForm::Text},
    {"aggregate id", LeafForm::Text},
    {"sequence", LeafForm::Number, 8},
    {"event id", LeafForm::Id},
    {"event type", LeafForm::Text},
    {"revision", LeafForm::Number, 2},
    {"occurred at", LeafForm::Instant, 8},
    {"recorded at", LeafForm::Instant, 8},
    {"actor type", LeafForm::Text},
    {"actor id", LeafForm::Salted},
    {"writer", LeafForm::Text},
    {"outcome", LeafForm::Text},
    {"source address", LeafForm::Salted},
    {"command id", LeafForm::OptionalId},
    {"correlation id", LeafForm::OptionalId},
    {"payload", LeafForm::Salted},
    {"position: major", LeafForm::Number, 8},
    {"position: minor", LeafForm::Number, 4},
    {"order in the transaction", LeafForm::Number, 8},
};

constexpr std::size_t kLengthSize = 4;
constexpr std::size_t kIdSize = 16;

std::uint64_t unsignedOf(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char c : bytes)
        value = (value << 8U) | static_cast<unsigned char>(c);
    return value;
}

std::int64_t signedOf(std::string_view bytes) {
    const auto missing = static_cast<unsigned>(8 * (sizeof(std::int64_t) - bytes.size()));
    return static_cast<std::int64_t>(unsignedOf(bytes) << missing) >> missing;
}

std::string idText(std::string_view bytes) {
    Uuid id;
    std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
    return id.text();
}

/// How many bytes the field has at the beginning of `rest`; it may be more than there are.
std::size_t sizeOf(const FieldForm& field, std::string_view rest) {
    switch (field.form) {
    case LeafForm::Domain:
        return kDomain.size();
    case LeafForm::Text:
        return rest.size() < kLengthSize ? kLengthSize : kLengthSize + unsignedOf(rest.substr(0, kLengthSize));
    case LeafForm::Number:
    case LeafForm::Instant:
        return field.size;
    case LeafForm::Id:
        return kIdSize;
    case LeafForm::OptionalId:
        return 1 + kIdSize;
    case LeafForm::Salted:
        return 1 + sizeof(Hash);
    }
    return 0;
}

std::optional<std::string> valueOf(LeafForm form, std::string_view bytes) {
    switch (form) {
    case LeafForm::Domain:
        return std::string(bytes.substr(0, bytes.size() - 1));
    case LeafForm::Text:
        return std::string(bytes.substr(kLengthSize));
    case LeafForm::Number:
        return std::to_string(signedOf(bytes));
    case LeafForm::Instant:
        return formatInstant({signedOf(bytes)});
    case LeafForm::Id:
        return idText(bytes);
    case LeafForm::OptionalId:
        return bytes[0] == 0 ? std::nullopt : std::optional(idText(bytes.substr(1)));
    case LeafForm::Salted:
        return bytes[0] == 0 ? std::nullopt : std::optional(toHex(bytes.substr(1)));
    }
    return std::nullopt;
}

} // namespace

std::optional<std::vector<LeafField>> leafFields(std::string_view leaf) {
    if (!leaf.starts_with(kDomain))
        return std::nullopt;
    std::vector<LeafField> fields;
    for (const FieldForm& field : kFields) {
        const std::size_t size = sizeOf(field, leaf);
        if (size > leaf.size())
            return std::nullopt;
        const std::string_view bytes = leaf.substr(0, size);
        fields.push_back({field.name, field.form, bytes, valueOf(field.form, bytes)});
        leaf.remove_prefix(size);
    }
    return leaf.empty() ? std::optional(std::move(fields)) : std::nullopt;
}

} // namespace muniment
