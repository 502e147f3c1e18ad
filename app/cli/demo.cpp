#include "app/cli/demo.h"

#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/region_report.h"
#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "models/items/formats.h"
#include "models/workspace/sync_run.h"
#include "ui/run_window.h"

#include <QStandardPaths>

#include <system_error>

namespace muniment::cli {

namespace {

constexpr std::int64_t kDefaultSeconds = 5;

/// The folders of a file, made where they are missing; those that were made go again unless keep() was said.
class MadeFolders {
public:
    explicit MadeFolders(const std::filesystem::path& file) : m_file(file) {}

    MadeFolders(const MadeFolders&) = delete;
    MadeFolders& operator=(const MadeFolders&) = delete;

    ~MadeFolders() {
        std::error_code ignored;
        for (const auto& folder : m_made) {
            if (!m_isKept)
                std::filesystem::remove(folder, ignored); // what holds something stays
        }
    }

    [[nodiscard]] Result<void> make() {
        std::error_code error;
        const auto lowest = m_file.parent_path();
        for (auto folder = lowest; !folder.empty() && !std::filesystem::exists(folder, error);
             folder = folder.parent_path())
            m_made.push_back(folder);
        if (!lowest.empty())
            std::filesystem::create_directories(lowest, error);
        if (error)
            return failure(ErrorCode::FileError, error.message(), {{"file", m_file.string()}});
        return {};
    }

    void keep() { m_isKept = true; }

private:
    std::filesystem::path m_file;
    std::vector<std::filesystem::path> m_made; ///< the lowest first
    bool m_isKept = false;
};

tl::unexpected<Error> failedAt(const char* stage, const Error& error) {
    return tl::unexpected(error.with("stage", stage));
}

Result<void> createWorkspace(const std::filesystem::path& file, const std::filesystem::path& store) {
    ReplicaSettings settings;
    settings.operatorName = "demo";
    for (const auto& region : demoRegions())
        settings.regions.push_back({region, demoEndpoint(store)});
    const auto replica = Replica::create(file, settings);
    if (!replica)
        return tl::unexpected(replica.error());
    return {};
}

void answer(const std::filesystem::path& file, bool isNew, std::int64_t appended, const SyncReport& report,
            Output& output) {
    std::int64_t events = 0;
    std::vector<JsonObject> regions;
    for (const auto& status : report.regions) {
        events += status.events;
        regions.push_back(regionReport(status));
    }
    if (!output.wantsJson()) {
        output.line(escaped(file.string()) + ": " + std::to_string(events) + " events, " + std::to_string(appended) +
                    " of them new");
        return;
    }
    output.object(JsonObject()
                      .text("file", file.string())
                      .boolean("created", isNew)
                      .integer("events", events)
                      .integer("appended", appended)
                      .objects("regions", regions));
}

/// Follows the demo for a while without a window and says how it stands.
Result<Exit> runHeadless(const std::filesystem::path& file, bool isNew, std::int64_t seconds, Output& output,
                         std::stop_token stop) {
    const auto replica = Replica::open(file, ReplicaAccess::ReadWrite);
    if (!replica)
        return tl::unexpected(replica.error());
    const auto traffic = startDemoTraffic(demoStoreOf(file));
    if (!traffic)
        return tl::unexpected(traffic.error());
    SyncOptions options;
    options.duration = std::chrono::seconds(seconds);
    const auto showProgress = [&](const SyncReport& report) {
        output.progress(formatCount(report.applied).toStdString() + " events synced");
    };
    const auto live = syncFollow(**replica, options, showProgress, stop);
    if (!live)
        return tl::unexpected(live.error());
    (*traffic)->stop();
    // What was appended last is to be in the answer.
    options.duration.reset();
    const auto report = syncOnce(**replica, options, {}, {});
    if (!report)
        return tl::unexpected(report.error());
    answer(file, isNew, (*traffic)->appended(), *report, output);
    return Exit::Done;
}

Result<Exit> runInWindow(const std::filesystem::path& file) {
    std::unique_ptr<TrafficThread> traffic;
    const auto prepare = [&](const ReportPreparation& report, std::stop_token stop) -> Result<void> {
        const auto tell = [&](const HistoryProgress& progress) { report(progress.done, progress.total); };
        if (const auto isNew = ensureDemoWorkspace(file, tell, stop); !isNew)
            return tl::unexpected(isNew.error());
        auto started = startDemoTraffic(demoStoreOf(file));
        if (!started)
            return failedAt("traffic", started.error());
        traffic = std::move(*started);
        return {};
    };
    const auto exit = runWindow(file, prepare);
    if (!exit)
        return tl::unexpected(exit.error());
    return *exit == 0 ? Exit::Done : Exit::Failed;
}

Result<Exit> run(const Invocation& invocation, Output& output) {
    const bool isHeadless = invocation.has("--headless");
    if (invocation.has("--seconds") && !isHeadless) {
        output.message("--seconds goes with --headless.");
        return Exit::Usage;
    }
    const auto given = invocation.text("--file");
    const std::filesystem::path file = given ? std::filesystem::path(*given) : defaultDemoFile();
    if (!isHeadless)
        return runInWindow(file);
    const Interrupt interrupt;
    const auto report = [&](const HistoryProgress& progress) {
        output.progress("Making the demo: " + formatCount(progress.done).toStdString() + " of " +
                        formatCount(progress.total).toStdString() + " events");
    };
    const auto isNew = ensureDemoWorkspace(file, report, interrupt.token());
    if (!isNew)
        return tl::unexpected(isNew.error());
    const auto seconds = invocation.whole("--seconds").value_or(kDefaultSeconds);
    return runHeadless(file, *isNew, seconds, output, interrupt.token());
}

MUNIMENT_COMMAND(demo,
                 {.name = "demo",
                  .summary = "Opens a demo workspace: three regions, two years of history, and life going on",
                  .positionals = {},
                  .options = {{"--file", "F", "the demo's workspace file; made when it is missing"},
                              {"--headless", "", "no window: follow for a while, answer, end", Option::Kind::Flag},
                              {"--seconds", "S", "how long --headless follows; 5 when absent", Option::Kind::Whole}},
                  .example = "muniment demo --headless --seconds 10 --json",
                  .run = run,
                  .opensWindow = [](const Invocation& invocation) { return !invocation.has("--headless"); }});

} // namespace

std::filesystem::path defaultDemoFile() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return std::filesystem::path(folder.toStdString()) / "demo.muniment";
}

std::filesystem::path demoStoreOf(const std::filesystem::path& file) {
    std::error_code ignored;
    const auto absolute = std::filesystem::absolute(file, ignored);
    return (ignored ? file : absolute).string() + "-store";
}

Result<bool> ensureDemoWorkspace(const std::filesystem::path& file, const ReportHistory& report, std::stop_token stop) {
    const auto store = demoStoreOf(file);
    std::error_code ignored;
    const bool hasFile = std::filesystem::exists(file, ignored);
    const bool hasStore = std::filesystem::exists(store, ignored);
    if (hasFile && hasStore)
        return false;
    if (hasFile)
        return failure(ErrorCode::FileMissing, "the demo's store is gone", {{"file", store.string()}});
    MadeFolders folders(file);
    if (auto made = folders.make(); !made)
        return failedAt("folder", made.error());
    if (!hasStore) {
        if (auto made = createDemoStore(store, systemClock().now(), report, stop); !made)
            return failedAt("history", made.error());
    }
    if (auto made = createWorkspace(file, store); !made)
        return failedAt("workspace", made.error());
    folders.keep();
    return true;
}

} // namespace muniment::cli
