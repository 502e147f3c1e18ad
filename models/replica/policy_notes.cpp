#include "models/replica/policy_notes.h"

#include "models/replica/sqlite.h"

namespace muniment {

Result<ReplicaPolicy> replicaPolicy(Snapshot& snapshot) {
    auto text = sqlite::guarded([&] {
        auto& row = snapshot.statement("SELECT policy FROM policy_notes ORDER BY id DESC LIMIT 1");
        std::string newest = row.step() ? row.text(0) : policyText({});
        row.reset();
        return newest;
    });
    if (!text)
        return tl::unexpected(text.error());
    return parsePolicy(*text);
}

Result<std::vector<PolicyNote>> policyNotes(Snapshot& snapshot) {
    std::vector<std::string> policies;
    auto notes = sqlite::guarded([&] {
        std::vector<PolicyNote> all;
        auto& rows = snapshot.statement("SELECT id, noted_at, author, reason, policy, annotations FROM policy_notes"
                                        " ORDER BY id DESC");
        auto& purges =
            snapshot.statement("SELECT tenant, home, was, kept, events FROM purges WHERE note = ? ORDER BY tenant");
        while (rows.step()) {
            PolicyNote note{Instant{rows.integer(1)}, rows.text(2), rows.text(3), {}, {}, rows.integer(5)};
            purges.bind(1, rows.integer(0));
            while (purges.step())
                note.purged.push_back({TenantId(purges.text(0)), RegionName(purges.text(1)),
                                       parseDataForm(purges.text(2)), parseDataForm(purges.text(3)),
                                       purges.integer(4)});
            purges.reset();
            policies.push_back(rows.text(4));
            all.push_back(std::move(note));
        }
        rows.reset();
        return all;
    });
    if (!notes)
        return notes;
    for (std::size_t i = 0; i < policies.size(); ++i) {
        auto policy = parsePolicy(policies[i]);
        if (!policy)
            return tl::unexpected(policy.error());
        (*notes)[i].policy = std::move(*policy);
    }
    return notes;
}

namespace {

void addNote(sqlite3* db, const PolicyNote& note) {
    sqlite::Statement add(db, "INSERT INTO policy_notes (noted_at, author, reason, policy, annotations)"
                              " VALUES (?, ?, ?, ?, ?) RETURNING id");
    add.bind(1, note.at.micros);
    add.bindText(2, note.author);
    add.bindText(3, note.reason);
    const std::string policy = policyText(note.policy);
    add.bindText(4, policy);
    add.bind(5, note.annotations);
    std::ignore = add.step();
    const std::int64_t id = add.integer(0);
    sqlite::Statement purge(db, "INSERT INTO purges (note, tenant, home, was, kept, events) VALUES (?, ?, ?, ?, ?, ?)");
    for (const Purged& purged : note.purged) {
        purge.bind(1, id);
        purge.bindText(2, purged.tenant.text());
        purge.bindText(3, purged.home.text());
        purge.bindText(4, dataFormName(purged.was));
        purge.bindText(5, dataFormName(purged.is));
        purge.bind(6, purged.events);
        purge.run();
    }
}

} // namespace

void writePolicyNotes(sqlite3* db, const std::vector<PolicyNote>& notes) {
    sqlite::execute(db, "DELETE FROM purges; DELETE FROM policy_notes");
    for (const PolicyNote& note : notes)
        addNote(db, note);
}

} // namespace muniment
