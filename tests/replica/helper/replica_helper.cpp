// The other process of the replica's tests: works on a file until it is killed, or says what an open answers.
//   replica_helper sync FILE        applies batches of the sample log from where the file stands
//   replica_helper migrate FILE     brings the file through the synthetic migrations
//   replica_helper rebuild FILE     rebuilds both read models over and over, with live batches between
//   replica_helper annotate FILE    notes the round at each of the first events, one round after another
//   replica_helper hold FILE        opens for writing and waits
//   replica_helper open FILE ro|rw  prints the answer as user nobody
//   replica_helper measure FOLDER N see measurement.h
// Each prints "ready" when its work begins.
#include "models/replica/annotations.h"
#include "models/replica/replica_file.h"
#include "tests/replica/helper/measurement.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/replica/synthetic_migrations.h"

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

using namespace muniment;
using namespace muniment::test;

namespace {

void sayReady() {
    std::puts("ready");
    std::fflush(stdout);
}

/// The sample log, moved to where the file stands.
SampleLog logBeyond(Replica& replica) {
    SampleLog log(killedLog());
    const auto snapshot = MUST(replica.snapshot());
    (void)log.take(static_cast<int>(MUST(snapshot->runs()).front().lastOrdinal));
    return log;
}

int sync(const std::filesystem::path& file) {
    const auto replica = MUST(Replica::open(file, ReplicaAccess::ReadWrite));
    SampleLog log = logBeyond(*replica);
    sayReady();
    for (;;)
        (void)MUST(replica->writer()->apply(*prepareBatch(log.batch(kKilledBatch))));
}

int migrateFile(const std::filesystem::path& file) {
    sayReady();
    (void)MUST(openWriter(file, syntheticMigrations()));
    return 0;
}

int rebuild(const std::filesystem::path& file) {
    const auto replica = MUST(Replica::open(file, ReplicaAccess::ReadWrite));
    sayReady();
    for (;;)
        for (const std::string& model : readModelNames())
            (void)MUST(replica->writer()->rebuildSlice(model));
}

int annotate(const std::filesystem::path& file) {
    const auto replica = MUST(Replica::open(file, ReplicaAccess::ReadWrite));
    sayReady();
    for (int round = 1;; ++round) {
        std::vector<AnnotatedEvent> annotated;
        for (int ordinal = 1; ordinal <= kAnnotatedTogether; ++ordinal)
            annotated.push_back({EventNumber::of(1, ordinal),
                                 {true, {"round-" + std::to_string(round)}, std::to_string(round)},
                                 "tester",
                                 Instant{round}});
        MUST(replica->writer()->setAnnotations(annotated));
    }
}

int hold(const std::filesystem::path& file) {
    const auto replica = MUST(Replica::open(file, ReplicaAccess::ReadWrite));
    sayReady();
    return std::getchar();
}

int openAsNobody(const std::filesystem::path& file, const std::string& how) {
    constexpr uid_t kNobody = 65'534;
    if (::geteuid() == 0 && ::seteuid(kNobody) != 0)
        return 1;
    const auto opened = Replica::open(file, how == "rw" ? ReplicaAccess::ReadWrite : ReplicaAccess::ReadOnly);
    if (!opened) {
        std::puts(std::string(errorCodeName(opened.error().code)).c_str());
        return 0;
    }
    const auto snapshot = MUST((*opened)->snapshot());
    std::printf("%lld events\n", static_cast<long long>(MUST(snapshot->runs()).front().lastOrdinal));
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv, argv + argc);
    if (argc < 3)
        return 2;
    if (arguments[1] == "sync")
        return sync(arguments[2]);
    if (arguments[1] == "migrate")
        return migrateFile(arguments[2]);
    if (arguments[1] == "rebuild")
        return rebuild(arguments[2]);
    if (arguments[1] == "annotate")
        return annotate(arguments[2]);
    if (arguments[1] == "hold")
        return hold(arguments[2]);
    if (arguments[1] == "open" && argc == 4)
        return openAsNobody(arguments[2], arguments[3]);
    if (arguments[1] == "measure" && argc == 4)
        return measure(arguments[2], std::atoi(arguments[3].c_str()));
    return 2;
}
