#include "ui/start/connection_test.h"

#include "models/eventstore/schema.h"

namespace muniment {

const std::vector<std::string>& connectionStages() {
    static const std::vector<std::string> stages{"name", "tcp", "tls", "auth", "database", "schema", "region"};
    return stages;
}

EndpointTrial tryEndpoint(const RegionName& region, const std::string& endpoint,
                          std::shared_ptr<SecretSource> secrets) {
    EndpointTrial trial{region, endpoint, {}, {}};
    auto store = openEventStore(endpoint, std::move(secrets));
    if (!store) {
        trial.error = store.error();
        return trial;
    }
    auto identity = (*store)->connect(region);
    if (identity)
        trial.identity = std::move(*identity);
    else
        trial.error = identity.error();
    return trial;
}

EndpointTrial installAndTry(const RegionName& region, const std::string& endpoint,
                            std::shared_ptr<SecretSource> secrets) {
    SchemaRequest request;
    request.endpoint = endpoint;
    request.secrets = secrets;
    request.regions = {region.text()};
    const auto installed = installSchema(request);
    if (!installed)
        return {region, endpoint, {}, installed.error()};
    return tryEndpoint(region, endpoint, std::move(secrets));
}

bool isMendedByInstall(const Error& error) {
    return error.code == ErrorCode::SchemaMissing || error.code == ErrorCode::RegionMissing ||
           error.code == ErrorCode::SchemaTooOld;
}

} // namespace muniment
