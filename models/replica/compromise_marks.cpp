#include "models/replica/compromise_marks.h"

#include "models/base/canonical_json.h"
#include "models/replica/sqlite.h"

namespace muniment {

namespace {

/// One text of JSON: there are never many.
std::string printed(const std::vector<CompromiseMark>& marks) {
    std::string json = "[";
    const auto member = [&json](std::string_view key, const std::string& value, char before) {
        json += before;
        appendCanonicalString(json, key);
        json += ':';
        appendCanonicalString(json, value);
    };
    for (const CompromiseMark& mark : marks) {
        json += json.size() > 1 ? "," : "";
        member("tenant", mark.tenant.text(), '{');
        member("user", mark.user.text(), ',');
        member("from", formatInstant(mark.from), ',');
        if (mark.until)
            member("until", formatInstant(*mark.until), ',');
        member("reason", mark.reason, ',');
        member("markedAt", formatInstant(mark.markedAt), ',');
        json += '}';
    }
    return json + ']';
}

std::optional<CompromiseMark> parsed(const std::string& json) {
    const auto members = readMembers(json);
    if (!members)
        return std::nullopt;
    CompromiseMark mark;
    std::optional<Instant> from, markedAt;
    for (const PayloadMember& member : *members) {
        if (member.key == "tenant")
            mark.tenant = TenantId(member.value);
        else if (member.key == "user")
            mark.user = AggregateId(member.value);
        else if (member.key == "reason")
            mark.reason = member.value;
        else if (const auto time = parseInstant(member.value))
            (member.key == "from" ? from : member.key == "until" ? mark.until : markedAt) = *time;
    }
    if (mark.tenant.isEmpty() || mark.user.isEmpty() || !from || !markedAt)
        return std::nullopt;
    mark.from = *from;
    mark.markedAt = *markedAt;
    return mark;
}

} // namespace

Result<std::vector<CompromiseMark>> compromiseMarks(Snapshot& snapshot) {
    return sqlite::guarded([&] {
        auto& row = snapshot.statement("SELECT value FROM meta WHERE key = 'compromise_marks'");
        const std::string json = row.step() ? row.text(0) : std::string();
        row.reset();
        std::vector<CompromiseMark> marks;
        if (const auto elements = json.empty() ? Result<std::vector<PayloadMember>>() : readElements(json))
            for (const PayloadMember& element : *elements)
                if (auto mark = parsed(element.value))
                    marks.push_back(std::move(*mark));
        return marks;
    });
}

void writeCompromiseMarks(sqlite3* db, const std::vector<CompromiseMark>& marks) {
    sqlite::Statement save(db, "INSERT INTO meta (key, value) VALUES ('compromise_marks', ?)"
                               " ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    const std::string json = printed(marks); // outlives the statement's use of it
    save.bindText(1, json);
    save.run();
}

} // namespace muniment
