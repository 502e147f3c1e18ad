#include "models/base/thread_pace.h"

#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

namespace muniment {

static constexpr int kNiceness = 5; ///< a third of the weight of an ordinary thread

void giveWay() {
    // Linux weighs and schedules threads, not processes. A batch thread does not take the place of another on waking.
    const sched_param none{};
    static_cast<void>(::sched_setscheduler(0, SCHED_BATCH, &none));
    static_cast<void>(::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), kNiceness));
}

} // namespace muniment
