// How much memory the allocator keeps for later.
#pragma once

namespace muniment {

/// For the first lines of main(). What a follower's thread allocates the writer's frees, so pools of their own for each
/// thread would fill with what waits for its maker: in a first sync some 40 MB. Two pools serve all threads, and what
/// is free goes back to the system within seconds.
///
/// The allocator is jemalloc, save under sanitizers, which have their own: such traffic between threads costs the C
/// library's a quarter of a first sync in looking for, splitting and joining free blocks.
void useFewMemoryPools();

} // namespace muniment
