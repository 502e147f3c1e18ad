// One of three regions is cut off, in each of the ways a network can be, while the other two are written to: what the
// window, the others' events and a cancel make of it, beside the same with nothing cut.
#include "models/eventstore/intake.h"
#include "models/spool/call_canceller.h"
#include "models/timeline/timeline.h"
#include "models/workspace/sync_run.h"
#include "tests/bench/bench_regions.h"
#include "tests/bench/bench_window.h"
#include "tests/bench/commit_ledger.h"
#include "tests/bench/sections.h"
#include "tests/support/plain_sql.h"
#include "tests/support/proxy.h"
#include "ui/shell/workspace_view.h"

#include <QTemporaryDir>

#include <cstdlib>
#include <thread>

namespace muniment::bench {

namespace {

using test::Cut;
using Clock = std::chrono::steady_clock;

constexpr auto kCutFor = std::chrono::seconds(12);
constexpr int kCancels = 6;
constexpr int kEventsBefore = 5'000;

double millisecondsSince(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

std::string through(const test::Proxy& proxy, std::string endpoint, int port) {
    const std::string here = ":" + std::to_string(port) + "/";
    return endpoint.replace(endpoint.find(here), here.size(), ":" + std::to_string(proxy.port()) + "/");
}

/// Questions that a lock on the server keeps from ever being answered, half of them on connections that stood before
/// the cut; each is cancelled after a while.
class Cancels {
public:
    Cancels(const std::string& endpoint, const RegionName& region) : m_region(region) {
        for (int i = 0; i < kCancels; ++i) {
            m_stores.emplace_back(must("open", openEventStore(endpoint, nullptr)));
            if (i % 2 == 0)
                must("connect", m_stores.back()->connect(region));
        }
    }

    /// Milliseconds from each cancel to the end of its call.
    [[nodiscard]] std::vector<double> run() {
        std::vector<double> took;
        for (const auto& store : m_stores) {
            std::stop_source stop;
            Clock::time_point ended;
            Clock::time_point cancelled;
            {
                const CallCanceller canceller(store, stop.get_token());
                std::jthread asking([&] {
                    [[maybe_unused]] const auto counted = store->intake().countRecords(m_region);
                    ended = Clock::now();
                });
                std::this_thread::sleep_for(std::chrono::milliseconds(400));
                cancelled = Clock::now();
                stop.request_stop();
                asking.join();
            }
            took.push_back(std::max(0.0, std::chrono::duration<double, std::milli>(ended - cancelled).count()));
        }
        return took;
    }

private:
    RegionName m_region;
    std::vector<std::shared_ptr<EventStore>> m_stores;
};

struct Figures {
    std::vector<double> waits; ///< of the other regions' events
    std::vector<double> spans, processorSpans, cancels;
    double recoverMs = 0;
};

class Outage {
public:
    Outage() : m_regions(3), m_proxy(m_regions.port(0)), m_owner(m_regions.superuserEndpoint(0)) {
        m_regions.fill(kEventsBefore);
        auto settings = m_regions.settings();
        m_cutEndpoint = through(m_proxy, m_regions.endpoint(0), m_regions.port(0));
        settings.regions[0].endpoint = m_cutEndpoint;
        const auto file = std::filesystem::path(m_folder.path().toStdString()) / "outage.muniment";
        {
            const auto replica = must("create the workspace", Replica::create(file, settings));
            must("sync", syncOnce(*replica, SyncOptions{}, {}, {}));
        }
        m_window.open(file);
        m_window.window().view()->goTo(Page::Timeline);
        QObject::connect(&workspace(), &Workspace::batchApplied, &m_view,
                         [this](const AppliedBatch& batch) { look(batch); });
        for (int i = 0; i < m_regions.count(); ++i)
            m_writers.emplace_back([this, i](const std::stop_token& stop) {
                writeOrganizations(m_regions.endpoint(i), m_regions.region(i), m_ledger, stop);
            });
        letEventsCome(std::chrono::seconds(2));
    }

    Figures measure(Cut cut) {
        Cancels cancels(m_cutEndpoint, m_regions.region(0));
        // Such a lock takes a transaction id, which holds the horizon of this region back: it must go before the region
        // is waited for.
        order("BEGIN");
        order("LOCK TABLE muniment.intake IN ACCESS EXCLUSIVE MODE");
        m_proxy.cut(cut);
        Figures figures;
        m_waits.clear();
        BusyTime busy;
        std::jthread cancelling([&] { figures.cancels = cancels.run(); });
        letEventsCome(kCutFor);
        (void)busy.total();
        figures.spans = busy.spans();
        figures.processorSpans = busy.processorSpans();
        figures.waits = m_waits;
        cancelling.join();
        order("ROLLBACK");
        m_proxy.cut(Cut::None);
        const auto begin = Clock::now();
        const auto lastOfCut = endOfLog();
        await("catch up with the region that was cut", [&] { return m_seenThrough >= lastOfCut; });
        figures.recoverMs = cut == Cut::None ? 0 : millisecondsSince(begin);
        return figures;
    }

private:
    [[nodiscard]] Workspace& workspace() const { return m_window.window().view()->workspace(); }

    void order(const char* sql) {
        if (!m_owner.run(sql))
            giveUp(sql, Error{ErrorCode::ServerError, m_owner.error(), {}});
    }

    /// Where the log of the region that is cut ends now.
    LogKey endOfLog() {
        const auto store = must("open", openEventStore(m_regions.endpoint(0), nullptr));
        must("connect", store->connect(m_regions.region(0)));
        TailRequest request;
        request.region = m_regions.region(0);
        request.after = m_seenThrough;
        request.limit = 1'000'000;
        const auto page = must("read", store->readTail(request));
        return page.events.empty() ? *m_seenThrough : page.events.back().key;
    }

    /// As a view does: asks for the first page after each batch.
    void look(const AppliedBatch& batch) {
        if (!batch.cursor)
            return;
        workspace().query<std::vector<TimelineRow>>(
            &m_view,
            [](Snapshot& snapshot, std::stop_token) {
                return evaluate(snapshot, {}).and_then([&](const MatchSetPointer& everything) {
                    return readTimeline(snapshot, *everything, TimelineOrder::NewestFirst, 0, 50);
                });
            },
            [this, region = batch.region, cursor = *batch.cursor](Result<std::vector<TimelineRow>> rows) {
                must("read the first page", std::move(rows));
                const auto waits = m_ledger.takeSeen(region, cursor, Clock::now());
                if (region == m_regions.region(0))
                    m_seenThrough = cursor;
                else
                    m_waits.insert(m_waits.end(), waits.begin(), waits.end());
            });
    }

    BenchRegions m_regions;
    test::Proxy m_proxy;
    test::PlainSql m_owner;
    std::string m_cutEndpoint;
    QTemporaryDir m_folder;
    CommitLedger m_ledger;
    std::vector<double> m_waits;
    std::optional<LogKey> m_seenThrough;
    BenchWindow m_window;
    QObject m_view;
    std::vector<std::jthread> m_writers;
};

} // namespace

Section measureOutage(const Settings&) {
    Outage outage;
    Section section("outage");
    Figures uncut;
    bool isMet = true;
    for (const auto& [name, cut] : {std::pair{"uncut", Cut::None},
                                    {"down", Cut::Down},
                                    {"latency", Cut::Latency},
                                    {"blackHole", Cut::BlackHole},
                                    {"halfOpen", Cut::HalfOpen},
                                    {"reset", Cut::Reset}}) {
        say(std::string("bench: outage: ") + name);
        const Figures figures = outage.measure(cut);
        if (cut == Cut::None)
            uncut = figures;
        const auto ratio = [](double value, double floor) { return floor > 0 ? value / floor : 0; };
        Section one(name);
        one.number("events", static_cast<double>(figures.waits.size()))
            .number("othersP50Ms", median(figures.waits))
            .number("othersP99Ms", percentile(figures.waits, 0.99))
            .number("othersP99ToUncut", ratio(percentile(figures.waits, 0.99), percentile(uncut.waits, 0.99)))
            .number("guiSpanP99Ms", percentile(figures.spans, 0.99))
            .number("guiSpanMaxMs", percentile(figures.spans, 1))
            .number("guiSpanProcessorMaxMs", percentile(figures.processorSpans, 1))
            .number("guiSpanMaxToUncut", ratio(percentile(figures.spans, 1), percentile(uncut.spans, 1)))
            .number("cancelMedianMs", median(figures.cancels))
            .number("cancelMaxMs", percentile(figures.cancels, 1))
            .number("recoverMs", figures.recoverMs);
        section.section(one);
        isMet = isMet && percentile(figures.waits, 0.99) <= 250 && percentile(figures.spans, 1) <= 50 &&
                percentile(figures.cancels, 1) <= 200;
    }
    section.target("other regions' events p99 at most 250 ms, no GUI-thread task over 50 ms, a cancel within 200 ms",
                   isMet);
    return section;
}

} // namespace muniment::bench
