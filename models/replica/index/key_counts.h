// How often each value of a key occurs, from the index alone.
#pragma once

#include "models/replica/index/facet.h"
#include "models/replica/snapshot.h"

#include <cstdint>
#include <roaring/roaring.hh>
#include <unordered_map>

namespace muniment {

/// Adds to `counts`, by value, how many events of `among`, ordinals of the run, have it. One pass over the rows of the
/// chunks that `among` touches. Not for Correlation, whose values are fingerprints. Throws sqlite::Failure; Cancelled
/// when the snapshot's reader has been told to stop.
void addKeyCounts(Snapshot& snapshot, std::int64_t run, IndexKey key, const Roaring& among,
                  std::unordered_map<std::int64_t, std::int64_t>& counts);

} // namespace muniment
