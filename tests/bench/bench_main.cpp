// muniment_bench [--events N] [--repeats N] [--file F] [sync] [freshness] [idle] [window] [timeline] [peer] [live]
// [append] [bulk] [lists] [access] [move] [wide]: one JSON document on standard output. Without names: all but "wide",
// which takes long.
#include "models/base/memory_pools.h"
#include "tests/bench/sections.h"
#include "tests/bench/sync_course.h"

#include <QApplication>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

int main(int argc, char** argv) {
    using namespace muniment::bench;
    muniment::useFewMemoryPools(); // as the program does
    if (argc == 3 && std::string_view(argv[1]) == kSyncChild)
        return runSyncChild(argv[2]);
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);

    Settings settings;
    std::set<std::string> wanted;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--events" && i + 1 < argc)
            settings.events = std::atoll(argv[++i]);
        else if (word == "--repeats" && i + 1 < argc)
            settings.repeats = std::atoi(argv[++i]);
        else if (word == "--file" && i + 1 < argc)
            settings.file = argv[++i];
        else
            wanted.insert(word);
    }

    const std::vector<std::pair<std::string, std::function<Section(const Settings&)>>> sections{
        {"sync", measureSync},       {"freshness", measureFreshness}, {"idle", measureIdle},
        {"window", measureWindow},   {"timeline", measureTimeline},   {"peer", measurePeer},
        {"live", measureLive},       {"append", measureAppend},       {"bulk", measureBulk},
        {"lists", measureLists},     {"access", measureAccess},       {"move", measureMove},
        {"wide", measureWide},       {"outage", measureOutage},       {"trail", measureTrail},
        {"sealing", measureSealing},
    };
    for (const auto& name : wanted) {
        const bool isKnown =
            std::any_of(sections.begin(), sections.end(), [&](const auto& s) { return s.first == name; });
        if (!isKnown) {
            std::fprintf(stderr, "bench: there is no section '%s'\n", name.c_str());
            return 2;
        }
    }
    std::string document = "{";
    for (const auto& [name, measure] : sections) {
        if (wanted.empty() ? name == "wide" : !wanted.contains(name))
            continue;
        say("bench: " + name);
        document += (document.size() > 1 ? ",\n \"" : "\n \"") + name + "\": " + measure(settings).json();
    }
    std::printf("%s\n}\n", document.c_str());
    return 0;
}
