// A mover that is a process of its own, for tests that kill it: moves a tenant, and stops itself (SIGSTOP) when it
// comes to a step for the TIMES-th time, which it says on standard output. Why it did not move it says on standard
// error.
//
// muniment_test_mover SOURCE TARGET TENANT FROM TO EVENTS_A_PAGE STEP TIMES
#include "models/regions/tenant_move.h"
#include "tests/support/parent_death.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>

using namespace muniment;

int main(int argc, char** argv) {
    test::endWithParent();
    if (argc != 9)
        return 2;
    auto source = openEventStore(argv[1], nullptr);
    auto target = openEventStore(argv[2], nullptr);
    if (!source || !target)
        return 2;
    MoveSettings settings;
    settings.pageEvents = std::atoi(argv[6]);
    settings.removedAtOnce = settings.pageEvents;
    settings.closeBehind = 40;
    settings.onStep = [times = std::atoi(argv[8]), wanted = std::string_view(argv[7])](MoveStep step) mutable {
        if (moveStepName(step) != wanted || --times != 0)
            return;
        std::puts(moveStepName(step).data());
        std::fflush(stdout);
        std::raise(SIGSTOP);
    };
    TenantMove move(**source, **target, TenantId(argv[3]), RegionName(argv[4]), RegionName(argv[5]), systemClock(),
                    settings);
    const auto moved = move.run({{"operator", ActorId("olga")}, {}}, {}, {});
    if (moved)
        return 0;
    std::fprintf(stderr, "%s %s", std::string(errorCodeName(moved.error().code)).c_str(), moved.error().detail.c_str());
    for (const auto& [key, value] : moved.error().context)
        std::fprintf(stderr, " %s=%s", key.c_str(), value.c_str());
    return 1;
}
