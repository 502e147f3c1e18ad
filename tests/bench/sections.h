// The sections of the benchmark; each measures one promise of the program beside its floor or against its target.
#pragma once

#include "tests/bench/report.h"

#include <cstdint>
#include <filesystem>

namespace muniment::bench {

struct Settings {
    std::int64_t events = 1'000'000;
    int repeats = 3;
    std::filesystem::path
        file; ///< of "timeline" and "window": this one, made when it is not there; empty: one of its own
};

/// First sync from a local PostgreSQL, projections included, beside the fetch and insert floors of the same rows.
Section measureSync(const Settings& settings);
/// From COMMIT on the server to the row in the view's hands, three regions.
Section measureFreshness(const Settings& settings);
/// CPU that an idle workspace costs each server.
Section measureIdle(const Settings& settings);
/// Opening the window on a large file, browsing in its timeline, what it holds in memory then and costs when idle.
Section measureWindow(const Settings& settings);
/// Questions about the timeline of a file of simulated events: page, count and histogram with nothing cached, beside
/// the same by plain SQL on the same events table; the facet panel; opening.
Section measureTimeline(const Settings& settings);
/// Appends of one client and of sixteen, beside the same rows written by bare libpq into a table that checks nothing.
Section measureAppend(const Settings& settings);
/// A bulk change of 10,000 users (or as many as `events` says, when that is fewer), beside the same rows written by
/// bare libpq over as many connections, as many in a transaction.
Section measureBulk(const Settings& settings);
/// The same questions asked of a synced file and of the three regions' PostgreSQL servers with indexes made for them.
Section measurePeer(const Settings& settings);
/// The window while it scrolls and three regions write 5,000 events a second: tasks of the GUI thread, backlog.
Section measureLive(const Settings& settings);
/// Lists of 100,000 users and 40,000 organizations: first page, and what is typed into the filter, now and in the past.
Section measureLists(const Settings& settings);
/// Who may do what among a million memberships and grants: check, why, who, loading, one event; beside recursive
/// queries in SQLite and PostgreSQL.
Section measureAccess(const Settings& settings);
/// A tenant of `events` events moves between two servers, `repeats` times, while eight writers go on and two files
/// follow: the copy beside psql's of the same rows; and how long writers wait, over twenty moves of a smaller one.
Section measureMove(const Settings& settings);
/// One of three regions cut off in each of five ways: the others' freshness, the GUI thread's tasks, a cancel; beside
/// the same uncut.
Section measureOutage(const Settings& settings);
/// Leaves and trees beside the raw hash of the same bytes, verifying a file of `events` simulated events, proofs.
Section measureTrail(const Settings& settings);
/// From COMMIT to a signed checkpoint that covers it, while three regions are written to and followed.
Section measureSealing(const Settings& settings);
/// A timeline of `events` rows without payloads: memory and time of opening, jumping and filtering. For 100 million.
Section measureWide(const Settings& settings);

} // namespace muniment::bench
