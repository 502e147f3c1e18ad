// Unstructured records that services put into a region's intake, until a mapping makes events of them.
#pragma once

#include "models/eventstore/event_store.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

enum class IntakeState { New, Promoted, Rejected };
[[nodiscard]] std::string_view intakeStateName(IntakeState state); ///< "new", "promoted", "rejected"
[[nodiscard]] std::optional<IntakeState> parseIntakeState(std::string_view name);

/// The order in which records are listed.
struct IntakeKey {
    Instant receivedAt;
    Uuid id;

    auto operator<=>(const IntakeKey&) const = default;
};

struct IntakeRecord {
    IntakeKey key;
    std::string headers; ///< JSON in the store's own spelling; empty: none
    std::string body;    ///< likewise
    IntakeState state = IntakeState::New;
    std::string reason;            ///< of a rejection
    std::string mapping;           ///< the name of the one that it was promoted by
    std::optional<Uuid> commandId; ///< of the append that it was promoted with

    bool operator==(const IntakeRecord&) const = default;
};

struct IntakeQuery {
    RegionName region;
    std::optional<IntakeState> state = {};
    std::string text = {}; ///< contained in the JSON of headers or body; A to Z in either case
    std::optional<IntakeKey> after = {};
    bool isNewestFirst = false;
    int limit = 200;
};

/// How many records one call of a search looks at.
constexpr int kIntakeSearchRows = 10'000;

struct IntakePage {
    std::vector<IntakeRecord> records;
    std::optional<IntakeKey> next; ///< ask again after this one; absent: that was all. A search may find none and go on
};

struct IntakeCounts {
    std::int64_t fresh = 0;
    std::int64_t promoted = 0;
    std::int64_t rejected = 0;

    bool operator==(const IntakeCounts&) const = default;
};

/// Records that become events of one tenant, of as many aggregates as there are, in one transaction. Records of several
/// tenants are several promotions: each tenant has its own home, its own claims, and its own conflicts.
struct Promotion {
    Append append;             ///< creates and changes no tenant
    std::vector<Uuid> records; ///< each once, at most kMaxAppendEvents
    std::string mapping;       ///< by what name they were mapped; may be empty
};

/// An event store's intake. Thread and connection are the store's, and so are cancel() and the promise not to throw.
class Intake {
public:
    Intake() = default;
    Intake(const Intake&) = delete;
    Intake& operator=(const Intake&) = delete;

    /// What a service does with one INSERT of its own. Empty headers or body: none. InvalidInput (context "field") when
    /// one is not JSON that the store can keep.
    [[nodiscard]] virtual Result<Uuid> receive(const RegionName& region, const std::string& headers,
                                               const std::string& body) = 0;
    [[nodiscard]] virtual Result<IntakePage> listRecords(const IntakeQuery& query) = 0;
    [[nodiscard]] virtual Result<std::optional<IntakeRecord>> findRecord(const RegionName& region, const Uuid& id) = 0;
    [[nodiscard]] virtual Result<IntakeCounts> countRecords(const RegionName& region) = 0;

    /// The append and the records' state, both or neither. Fails as EventStore::append does; a record that is not new
    /// any more is a Conflict with context "record" and "state" (promoted, rejected, missing), which also ends a
    /// repetition after a crash. OutcomeUnknown: settle() the append.
    [[nodiscard]] virtual Result<Appended> promote(const Promotion& promotion) = 0;
    /// Those of the records that are new; the others stay as they are. Returns how many that were.
    [[nodiscard]] virtual Result<std::int64_t> reject(const RegionName& region, std::span<const Uuid> records,
                                                      const std::string& reason) = 0;

protected:
    ~Intake() = default;
};

} // namespace muniment
