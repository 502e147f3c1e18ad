// The residency passport of an organization, asked off the GUI thread, and as rows for views and files.
#pragma once

#include "models/items/copy_as.h"
#include "models/items/export_request.h"
#include "models/items/formats.h"
#include "models/items/request_slot.h"
#include "models/regions/passport.h"

namespace muniment {

struct PassportRequest {
    TenantId org;
    std::optional<Moment> asOf;

    bool operator==(const PassportRequest&) const = default;
};

/// `workspace` must outlive what is asked.
[[nodiscard]] Ask<PassportRequest, Passport> askPassport(Workspace& workspace);

enum class StayColumn { Region, From, Until, By, Count };
/// A home a row, the newest first.
[[nodiscard]] TextTable stayTable(const Passport& passport, const ClockZone& zone);
/// Every home with all that is known of it, oldest first, to be written into a file.
[[nodiscard]] RowList passportRecords(const Passport& passport, const std::string& org,
                                      const std::optional<Moment>& asOf);

} // namespace muniment
