// access.json of a bundle: a question about access, its answer, and whose events it rests on.
#pragma once

#include "models/base/result.h"
#include "models/domain/event.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

struct AskedAccess {
    TenantId tenant;
    AggregateKey subject; ///< a user or a team
    std::string action;
    AggregateId resource; ///< empty: the whole organization
    Instant at;

    bool operator==(const AskedAccess&) const = default;
};

/// One thing that has to be so on a way.
struct ProvenEdge {
    std::string words;
    std::optional<Uuid> event; ///< that made it so; absent: it needs none

    bool operator==(const ProvenEdge&) const = default;
};

using ProvenWay = std::vector<ProvenEdge>;

struct ProvenEntity {
    AggregateKey aggregate;
    std::string name;        ///< as it was called then; its id where nobody told
    std::int64_t events = 0; ///< all that it had up to the moment; the bundle shows them

    bool operator==(const ProvenEntity&) const = default;
};

struct AccessStatement {
    AskedAccess asked;
    std::string question; ///< in words: "ann may contract.edit on Handbook"
    bool isAllowed = false;
    std::vector<ProvenWay> ways; ///< none where it is not allowed
    bool isCut = false;          ///< there may be more ways
    std::vector<ProvenEntity> entities;

    bool operator==(const AccessStatement&) const = default;
};

/// One member or element a line, as a bundle's manifest.
[[nodiscard]] std::string printAccessStatement(const AccessStatement& statement);
/// Strict: what is read prints as the same bytes. InvalidInput (context "field" = "access"); FileTooNew (context
/// "found", "known") for a later version.
[[nodiscard]] Result<AccessStatement> parseAccessStatement(std::string_view json);

/// "Yes: ann may …, at 2026-03-01T00:00:00Z."
[[nodiscard]] std::string answerWords(const AccessStatement& statement);
/// Answer, ways and what it rests on, a line each.
[[nodiscard]] std::vector<std::string> statementWords(const AccessStatement& statement);

} // namespace muniment
