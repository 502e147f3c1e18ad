// A client that writes without pause, whatever becomes of its server, and remembers what it was told.
#pragma once

#include "models/eventstore/event_store.h"

#include <atomic>
#include <map>
#include <set>
#include <string>

namespace muniment::test {

/// Of one client, or of several together. Keys are commands' ids.
struct Ledger {
    std::map<std::string, int> written;  ///< to the number of their events
    std::set<std::string> notWritten;    ///< refused, or settled as such
    std::set<std::string> names;         ///< owners of the names that must be held now
    std::map<std::string, int> settled;  ///< "written", "not written": outcomes that had to be asked for
    std::map<std::string, int> refusals; ///< by the error's code

    void add(const Ledger& other);
};

/// Users come with a name and a grant, go again with both, and in between everybody writes to one aggregate that they
/// share. `done` counts appends whose outcome is known. Runs on the calling thread until all of `appends` are.
[[nodiscard]] Ledger storm(EventStore& store, const RegionName& region, int client, int appends,
                           std::atomic<int>& done);

} // namespace muniment::test
