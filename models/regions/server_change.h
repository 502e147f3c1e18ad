// A change of regions on a real server: one session waits for the statement, another one asks about it.
#pragma once

#include "models/regions/region_change_run.h"
#include "models/regions/region_server.h"

namespace muniment {

/// How long a change of regions may take before its session gives up; the change goes on in the cluster.
inline constexpr std::chrono::hours kChangePatience{12};

/// Refused (reason "notCockroach") for a server that is none: a region of PostgreSQL is added by `schema install`.
class ServerChange final : public ChangeSessions {
public:
    [[nodiscard]] static Result<std::shared_ptr<ServerChange>> open(const WorkspaceRegion& region,
                                                                    const std::shared_ptr<SecretSource>& secrets);

    [[nodiscard]] const postgres::CockroachVersion& version() const { return m_asking->cockroach(); }

    [[nodiscard]] Result<void> change(const std::string& statement) override;

    [[nodiscard]] ServerQuestions& questions() override { return *m_asking; }

private:
    ServerChange(std::unique_ptr<RegionServer> changing, std::unique_ptr<RegionServer> asking)
        : m_changing(std::move(changing)),
          m_asking(std::move(asking)) {}

    std::unique_ptr<RegionServer> m_changing;
    std::unique_ptr<RegionServer> m_asking;
};

} // namespace muniment
