#include "models/items/finding_queries.h"

#include "models/base/clock.h"
#include "models/directory/export_fields.h"
#include "models/items/access_moment.h"
#include "models/items/ask_graph.h"

#include <QString>

#include <set>

namespace muniment {

namespace {

Result<ListPage<UnusedGrant>> unusedPage(Snapshot& snapshot, LiveAccess& access,
                                         const ListRequest<UnusedGrantQuery>& request, const std::stop_token& stop) {
    return readUnusedGrants(snapshot, access, request.query, stop).map([&](std::vector<UnusedGrant> rows) {
        return wholeList(std::move(rows), request.isMore);
    });
}

Result<ListPage<Oddity>> oddityPage(Snapshot& snapshot, LiveAccess& access, const ListRequest<OddityQuery>& request,
                                    const std::stop_token&) {
    return readOddityList(snapshot, access, request.query).map([&](std::vector<Oddity> rows) {
        return wholeList(std::move(rows), request.isMore);
    });
}

bool matches(const Oddity& oddity, const QString& text) {
    for (const OddThing& thing : {oddity.thing, oddity.other})
        for (const std::string& words : {thing.name, thing.aggregate.id.text()})
            if (QString::fromStdString(words).contains(text, Qt::CaseInsensitive))
                return true;
    return false;
}

std::string told(const Oddity& oddity) {
    return std::string(oddityKindName(oddity.kind));
}

} // namespace

Result<std::vector<UnusedGrant>> readUnusedGrants(Snapshot& snapshot, LiveAccess& access, const UnusedGrantQuery& query,
                                                  const std::stop_token& stop) {
    if (!query.tenant)
        return std::vector<UnusedGrant>();
    return askGraph<std::vector<UnusedGrant>>(snapshot, access, [&](const AccessProjection& projection) {
        return findUnusedGrants(snapshot, projection, query, stop);
    });
}

PageKey pageKeyOf(const Oddity& row) {
    return {told(row) + "/" + row.thing.aggregate.id.text() + "/" + row.other.aggregate.id.text(),
            row.event ? std::to_string(row.event->value) : std::string()};
}

Result<std::vector<Oddity>> readOddityList(Snapshot& snapshot, LiveAccess& access, const OddityQuery& query) {
    if (!query.tenant)
        return std::vector<Oddity>();
    auto rows = askGraph<std::vector<Oddity>>(
        snapshot, access, [&](const AccessProjection& projection) -> Result<std::vector<Oddity>> {
            const auto moment = accessMoment(snapshot, projection, *query.tenant, query.asOf, systemClock().now());
            if (moment)
                return readOddities(snapshot, projection, moment->home, moment->seen, query.asOf);
            if (moment.error().code == ErrorCode::NotFound) // nobody there has been told of
                return std::vector<Oddity>();
            return tl::unexpected(moment.error());
        });
    std::set<std::pair<std::string, std::string>> told; // by a log that says a thing twice
    if (rows)
        std::erase_if(*rows, [&](const Oddity& row) {
            const PageKey key = pageKeyOf(row);
            return !told.emplace(key.name, key.id).second;
        });
    if (rows && !query.text.empty())
        std::erase_if(*rows,
                      [text = QString::fromStdString(query.text)](const Oddity& row) { return !matches(row, text); });
    return rows;
}

AskUnusedGrants askUnusedGrants(Workspace& workspace, std::shared_ptr<LiveAccess> access) {
    return askWithGraph<ListRequest<UnusedGrantQuery>, ListPage<UnusedGrant>>(workspace, std::move(access),
                                                                              &unusedPage);
}

AskOddities askOddities(Workspace& workspace, std::shared_ptr<LiveAccess> access) {
    return askWithGraph<ListRequest<OddityQuery>, ListPage<Oddity>>(workspace, std::move(access), &oddityPage);
}

const std::vector<RecordField<UnusedGrant>>& unusedGrantFields() {
    static const auto fields = [] {
        std::vector<RecordField<UnusedGrant>> all;
        for (const auto& field : grantFields())
            all.push_back({field.name, [valueOf = field.valueOf](const UnusedGrant& row) { return valueOf(row.grant); },
                           field.isContract});
        all.push_back({"lastUse", [](const UnusedGrant& row) {
                           return row.lastUse ? RecordValue::ofInstant(*row.lastUse) : RecordValue();
                       }});
        return all;
    }();
    return fields;
}

const std::vector<RecordField<Oddity>>& oddityFields() {
    using Row = const Oddity&;
    using Value = RecordValue;
    static const std::vector<RecordField<Oddity>> fields{
        {"finding", [](Row row) { return Value::ofText(told(row)); }},
        {"tenantId", [](Row row) { return Value::ofText(row.tenant.text()); }},
        {"tenantName", [](Row row) { return Value::ofText(row.tenantName); }},
        {"aggregateType", [](Row row) { return Value::ofText(row.thing.aggregate.type); }},
        {"aggregateId", [](Row row) { return Value::ofText(row.thing.aggregate.id.text()); }},
        {"name", [](Row row) { return Value::ofText(row.thing.name); }},
        {"inType", [](Row row) { return Value::ofText(row.other.aggregate.type); }},
        {"inId", [](Row row) { return Value::ofText(row.other.aggregate.id.text()); }},
        {"inName", [](Row row) { return Value::ofText(row.other.name); }},
        {"since", [](Row row) { return row.since ? Value::ofInstant(*row.since) : Value(); }},
        {"events", [](Row row) { return row.events > 0 ? Value::ofNumber(row.events) : Value(); }},
    };
    return fields;
}

} // namespace muniment
