#include "tests/intake/intake_bench.h"

#include "models/base/canonical_json.h"
#include "models/commands/command.h"
#include "models/eventstore/embedded/embedded_event_store.h"
#include "models/eventstore/schema.h"

#include <QtGlobal>

#include <algorithm>

namespace muniment::test {

namespace {

template <class T>
T need(Result<T> result, const char* what) {
    if (!result)
        qFatal("%s: %s %s", what, std::string(errorCodeName(result.error().code)).c_str(),
               result.error().detail.c_str());
    return std::move(*result);
}

} // namespace

void IntakeBench::install(RegionalServers& servers) {
    SchemaRequest request;
    request.endpoint = servers.superuserEndpoint(0);
    request.regions = {servers.regionName(0)};
    if (const auto installed = installSchema(request); !installed)
        qFatal("no schema: %s", installed.error().detail.c_str());
}

IntakeBench::IntakeBench(BenchStore kind, RegionalServers& servers) {
    if (kind == BenchStore::PostgreSql) {
        m_region = RegionName(servers.regionName(0));
        m_endpoint = servers.endpoint(0);
    } else {
        const auto file = std::filesystem::path(m_directory.path().toStdString()) / "store.db";
        if (const auto made = createEmbeddedStore(file, {m_region}); !made)
            qFatal("no embedded store: %s", made.error().detail.c_str());
        m_endpoint = "embedded:" + file.string();
    }
    m_store = open();
}

std::unique_ptr<EventStore> IntakeBench::open() const {
    auto store = need(openEventStore(m_endpoint, nullptr), "open");
    if (const auto connected = store->connect(m_region); !connected)
        qFatal("connect: %s", connected.error().detail.c_str());
    return store;
}

TenantId IntakeBench::addTenant(const std::string& name) {
    CommandRequest request;
    request.region = m_region;
    request.command = OrgCommand(AddOrg{name + " " + randomUuid().text(), {}, {}});
    request.operatorName = "tester";
    return need(runCommand(*m_store, request, systemClock()), "org.add").tenant;
}

Uuid IntakeBench::receive(const std::string& body, const std::string& headers) {
    return need(m_store->intake().receive(m_region, headers, body), "receive");
}

IntakeRecord IntakeBench::record(const Uuid& id) {
    auto record = need(m_store->intake().findRecord(m_region, id), "find");
    if (!record)
        qFatal("no record %s", id.text().c_str());
    return std::move(*record);
}

std::vector<std::string> IntakeBench::log(const TenantId& tenant) {
    std::vector<std::string> lines;
    TailRequest request{m_region, std::nullopt, 8192, true};
    TailPage page;
    do {
        page = need(m_store->readTail(request), "readTail");
        for (const RecordedEvent& event : page.events) {
            request.after = event.key;
            if (event.tenant != tenant || event.aggregate.type == "org")
                continue;
            std::string line = event.type;
            if (const auto members = readMembers(event.payload.value_or("{}")))
                for (const PayloadMember& member : *members)
                    if (member.key == "userName")
                        line += " " + member.value;
            lines.push_back(line);
        }
    } while (page.isFull);
    return lines;
}

std::vector<MappedRecord> IntakeBench::mapped(const IntakeMapping& mapping, const std::vector<Uuid>& records) {
    std::vector<MappedRecord> all;
    for (const Uuid& id : records)
        all.push_back({id, mapRecord(mapping, m_region, record(id))});
    return all;
}

PromotionReport IntakeBench::promote(const IntakeMapping& mapping, const std::vector<Uuid>& records, bool isDryRun) {
    return promoteRecords(*m_store, {m_region, mapping.name, "tester", {}, isDryRun}, mapped(mapping, records),
                          systemClock(), {});
}

IntakeMapping peopleMapping() {
    return {"people", "user.human.add", {{"tenant", "/body/tenant"}, {"userName", "/body/userName"}}, {}};
}

std::string person(const TenantId& tenant, const std::string& userName) {
    return PayloadBuilder().text("tenant", tenant.text()).text("userName", userName).build();
}

std::string outcomeOf(const PromotionReport& report, const Uuid& record) {
    const auto found = std::ranges::find(report.outcomes, record, &RecordOutcome::record);
    if (found == report.outcomes.end())
        return "none";
    if (found->made)
        return "done";
    const Error& error = found->made.error();
    const std::string reason = error.get("reason").empty() ? error.get("state") : error.get("reason");
    return reason.empty() ? std::string(errorCodeName(error.code)) : reason;
}

} // namespace muniment::test
