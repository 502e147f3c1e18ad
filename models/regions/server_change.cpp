#include "models/regions/server_change.h"

#include "models/eventstore/endpoint.h"

namespace muniment {

namespace {

tl::unexpected<Error> notCockroach(const WorkspaceRegion& region, StoreFlavour flavour) {
    return failure(ErrorCode::Refused, "it is not CockroachDB",
                   {{"reason", "notCockroach"},
                    {"flavour", std::string(storeFlavourName(flavour))},
                    {"region", region.region.text()}});
}

} // namespace

Result<std::shared_ptr<ServerChange>> ServerChange::open(const WorkspaceRegion& region,
                                                         const std::shared_ptr<SecretSource>& secrets) {
    const auto endpoint = parseEndpoint(region.endpoint);
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    if (endpoint->isEmbedded)
        return notCockroach(region, StoreFlavour::Embedded);
    const auto end = RegionServer::Clock::now() + kChangePatience;
    auto asking = RegionServer::open(region, secrets, end);
    if (!asking)
        return tl::unexpected(asking.error());
    if ((*asking)->flavour() != StoreFlavour::CockroachDb)
        return notCockroach(region, (*asking)->flavour());
    auto changing = RegionServer::open(region, secrets, end);
    if (!changing)
        return tl::unexpected(changing.error());
    return std::shared_ptr<ServerChange>(new ServerChange(std::move(*changing), std::move(*asking)));
}

Result<void> ServerChange::change(const std::string& statement) {
    auto done = m_changing->askPatiently({.sql = statement, .parameters = {}});
    return done ? Result<void>() : tl::unexpected(done.error());
}

} // namespace muniment
