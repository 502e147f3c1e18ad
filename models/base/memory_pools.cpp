#include "models/base/memory_pools.h"

#ifdef MUNIMENT_JEMALLOC
// jemalloc reads this before main() begins; that the function below is called brings this file into the program.
extern "C" {
extern const char* malloc_conf;
const char* malloc_conf = "narenas:2,background_thread:true,dirty_decay_ms:2000,muzzy_decay_ms:0";
}

namespace muniment {

void useFewMemoryPools() {}

} // namespace muniment
#else
#include <malloc.h>

namespace muniment {

void useFewMemoryPools() {
    mallopt(M_ARENA_MAX, 2);
}

} // namespace muniment
#endif
