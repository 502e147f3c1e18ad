// The members of a command's JSON object, taken out one by one, so that one nobody asked for is noticed.
#pragma once

#include "models/base/canonical_json.h"
#include "models/base/instant.h"
#include "models/base/result.h"
#include "models/base/strong_id.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// The first thing found wrong is kept in error(); what is read after it is empty.
class CommandMembers {
public:
    [[nodiscard]] static Result<CommandMembers> parse(std::string_view json);

    [[nodiscard]] std::optional<std::string> optionalText(std::string_view key);
    [[nodiscard]] std::string text(std::string_view key); ///< missing is wrong
    [[nodiscard]] std::string textOrEmpty(std::string_view key);
    [[nodiscard]] AggregateId id(std::string_view key);
    [[nodiscard]] AggregateId idOrEmpty(std::string_view key);
    [[nodiscard]] std::optional<std::int64_t> optionalWhole(std::string_view key);
    /// RFC 3339; an empty text is no instant.
    [[nodiscard]] std::optional<Instant> optionalInstant(std::string_view key);
    /// Absent: the member is not there; absent inside: it is empty.
    [[nodiscard]] std::optional<std::optional<Instant>> changedInstant(std::string_view key);
    [[nodiscard]] std::vector<std::string> texts(std::string_view key);
    /// The JSON of each object in an array.
    [[nodiscard]] std::vector<std::string> objects(std::string_view key);

    void setWrong(std::string_view field, std::string detail);
    /// The first fault; a member that was never asked for is one.
    [[nodiscard]] Result<void> finish();

    /// A member that was asked for.
    struct Asked {
        std::string key;
        bool isRequired = false;
        bool isList = false;
    };

    /// All of them, in the order in which they were first asked for.
    [[nodiscard]] const std::vector<Asked>& asked() const { return m_asked; }

private:
    [[nodiscard]] std::optional<PayloadMember> take(std::string_view key);

    void note(std::string_view key, bool isRequired, bool isList);

    std::vector<PayloadMember> m_members;
    std::vector<Asked> m_asked;
    std::optional<Error> m_error;
};

} // namespace muniment
