#include "models/base/memory_pools.h"

#include <malloc.h>

namespace muniment {

void useFewMemoryPools() {
    mallopt(M_ARENA_MAX, 2);
}

} // namespace muniment
