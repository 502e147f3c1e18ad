// What a test needs from another process: somebody to kill, or somebody who writes at the same moment.
//   sync-once FILE                                         exit 0, prints the events applied
//   lock ENDPOINT REGION TENANT USER SEQUENCE              waits for a line on standard input, then locks the user;
//                                                          prints "ready", then "done SEQUENCE" or the error's code
#include "models/base/clock.h"
#include "models/base/stray_threads.h"
#include "models/commands/command.h"
#include "models/replica/replica.h"
#include "models/workspace/sync_run.h"

#include <QCoreApplication>

#include <iostream>
#include <string>

using namespace muniment;

static int syncOnceHere(const std::string& file) {
    const auto replica = Replica::open(file, ReplicaAccess::ReadWrite);
    if (!replica) {
        std::cout << errorCodeName(replica.error().code) << " " << replica.error().detail << std::endl;
        return 3;
    }
    SyncOptions options;
    options.follower.pageSize = 256;
    const auto report = syncOnce(**replica, options, {}, {});
    if (!report) {
        std::cout << errorCodeName(report.error().code) << std::endl;
        return 3;
    }
    std::cout << report->applied << std::endl;
    return 0;
}

static int lockHere(const std::vector<std::string>& words) {
    auto store = openEventStore(words[1], nullptr);
    if (!store)
        return 3;
    const RegionName region(words[2]);
    if (!(*store)->connect(region))
        return 3;
    CommandRequest request;
    request.region = region;
    request.tenant = TenantId(words[3]);
    request.id = AggregateId(words[4]);
    request.command = UserCommand(LockUser{});
    request.ifSequence = std::stoll(words[5]);
    request.operatorName = "other process";
    std::cout << "ready" << std::endl;
    std::string line;
    std::getline(std::cin, line);
    const auto result = runCommand(**store, request, systemClock());
    if (result)
        std::cout << "done " << result->appended->sequence << std::endl;
    else
        std::cout << errorCodeName(result.error().code) << std::endl;
    return 0;
}

static int run(const std::vector<std::string>& words) {
    if (words.size() == 2 && words[0] == "sync-once")
        return syncOnceHere(words[1]);
    if (words.size() == 6 && words[0] == "lock")
        return lockHere(words);
    std::cerr << "see the first lines of workspace_process.cpp\n";
    return 2;
}

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const int exit = run({argv + 1, argv + argc});
    return settleStrayThreads(std::chrono::seconds(20)) ? exit : 3;
}
