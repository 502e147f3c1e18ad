// A test program with regional servers, for a test that kills it: says "ready", and ends when standard input does, or
// with the argument `stay` not by itself.
#include "tests/support/parent_death.h"
#include "tests/support/regions.h"

#include <QCoreApplication>

#include <cstdio>
#include <unistd.h>

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    muniment::test::endWithCTest();
    muniment::test::RegionalServers servers;
    servers.start(2);
    std::puts("ready");
    std::fflush(stdout);
    if (argc > 1)
        for (;;)
            ::pause();
    while (std::getchar() != EOF) {
    }
    return 0;
}
