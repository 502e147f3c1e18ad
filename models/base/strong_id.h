// Ids that cannot be mixed up: a TenantId is not a RegionName although both are text.
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace muniment {

/// Opaque text with a type. The text is UTF-8 and never interpreted: our ids are UUIDs, ZITADEL's are decimal numbers.
template <class Tag>
class StrongId {
public:
    StrongId() = default;

    explicit StrongId(std::string text) : m_text(std::move(text)) {}

    [[nodiscard]] const std::string& text() const { return m_text; }

    [[nodiscard]] bool isEmpty() const { return m_text.empty(); }

    auto operator<=>(const StrongId&) const = default;

private:
    std::string m_text;
};

using RegionName = StrongId<struct RegionTag>;
using TenantId = StrongId<struct TenantTag>;
using AggregateId = StrongId<struct AggregateTag>;
using ActorId = StrongId<struct ActorTag>;

} // namespace muniment

template <class Tag>
struct std::hash<muniment::StrongId<Tag>> {
    std::size_t operator()(const muniment::StrongId<Tag>& id) const noexcept {
        return std::hash<std::string>{}(id.text());
    }
};
