// The trail's proof, asked of an open workspace: how it stands, and of one event why it is believed.
#pragma once

#include "models/integrity/event_proof.h"
#include "models/integrity/reconciliation_record.h"
#include "models/integrity/sealed_history.h"
#include "models/integrity/trail_state.h"
#include "models/integrity/verification_record.h"
#include "models/items/command_words.h"
#include "models/items/request_slot.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// The times of what a region's trees are over.
struct EventRange {
    RegionName region;
    std::int64_t events = 0;
    std::optional<Instant> first = {}, last = {};
};

/// Everything that the page of the trail tells, from one snapshot.
struct IntegrityPicture {
    std::string workspace; ///< its path
    TrailState trail;
    EntityNames names; ///< of organizations
    std::vector<EventRange> ranges;
    std::shared_ptr<const KeptTrail> kept;
    std::optional<VerificationRecord> record;    ///< of the last verification
    std::optional<Error> recordError;            ///< there is one, and it cannot be read
    std::vector<Reconciliation> reconciliations; ///< with the regions' servers
    std::optional<Error> reconciliationError;    ///< they cannot be read
    /// Which event of this file each row of findingTable() is about; absent: none, or not any more.
    std::vector<std::optional<EventNumber>> events;
    bool isLimited = false;  ///< by a policy the file may not hold everything
    bool isReadOnly = false; ///< the workspace was opened so
    bool isExcerpt = false;  ///< of a bundle: it has no trees, and its proofs were checked before it was read

    /// Of the last verification, of reconciling, and what shows without them.
    [[nodiscard]] std::int64_t findings() const;
    /// Of them: where a server and this file are not the same.
    [[nodiscard]] std::int64_t differences() const;
};

/// Nothing is asked of it but that it is so now.
struct IntegrityRequest {
    bool operator==(const IntegrityRequest&) const = default;
};

using AskIntegrity = Ask<IntegrityRequest, IntegrityPicture>;
/// `workspace` must outlive what is asked; what is kept is read by all that share `kept`.
[[nodiscard]] AskIntegrity askIntegrity(Workspace& workspace, std::shared_ptr<KeptReading> kept);

/// Refused (context "why" = "excerpt") where the bundle that the file is of has the proof.
using AskProof = Ask<EventNumber, EventProof>;
[[nodiscard]] AskProof askProof(Workspace& workspace, std::shared_ptr<KeptReading> kept);

} // namespace muniment
