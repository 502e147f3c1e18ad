// How many pools the allocator keeps freed memory in.
#pragma once

namespace muniment {

/// For the first lines of main(): two pools for all threads. The allocator would give each thread its own, where what a
/// follower's thread allocates and the writer's frees waits for that follower: in a first sync some 40 MB more.
void useFewMemoryPools();

} // namespace muniment
