// Carries a witness's checkpoints to the regions' servers, and brings those of others: a thread for each region, so
// that none waits for another, and sealing for none.
#pragma once

#include "models/replica/replica.h"
#include "models/workspace/store_opener.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace muniment {

struct CheckpointPostSettings {
    std::chrono::milliseconds readEvery{60'000};
    /// Each of a log says all that those before it said: the newest is enough, now and then.
    std::chrono::milliseconds publishEvery{300'000};
    std::chrono::hours lookBack{24 * 7}; ///< published before that has been compared before
};

struct CheckpointMail {
    struct Letter {
        RegionName region; ///< whose server had it
        std::string note;
    };

    struct Trouble {
        RegionName region;
        std::optional<Error> error; ///< absent: it is over
    };

    std::vector<Letter> letters; ///< also what was brought before, and our own
    std::vector<Trouble> troubles;
};

/// Used by one thread. Nothing that a server does or does not do reaches it but as mail.
class CheckpointPost {
public:
    /// Begins to read.
    CheckpointPost(const std::vector<RegionRecord>& regions, StoreOpener open, CheckpointPostSettings settings = {});
    CheckpointPost(const CheckpointPost&) = delete;
    CheckpointPost& operator=(const CheckpointPost&) = delete;
    ~CheckpointPost(); ///< within a second; what hangs in the network is left behind

    /// To be published at its region's server, in the place of an earlier one of the same log.
    void offer(const std::string& note);
    /// What came since the last call.
    [[nodiscard]] CheckpointMail take();
    /// Publishes what is offered and reads once more, and waits for it; false: a region was not through in time.
    [[nodiscard]] bool settle(std::chrono::milliseconds patience);

private:
    class Route;
    std::vector<std::shared_ptr<Route>> m_routes;
};

} // namespace muniment
