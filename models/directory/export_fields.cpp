#include "models/directory/export_fields.h"

namespace muniment {

namespace {

using Value = RecordValue;

RecordValue named(std::string_view name) {
    return Value::ofText(std::string(name));
}

} // namespace

const std::vector<OrgField>& orgFields() {
    using Row = const OrgRow&;
    static const std::vector<OrgField> fields{
        {"id", [](Row row) { return Value::ofText(row.id.text()); }},
        {"name", [](Row row) { return Value::ofText(row.name); }},
        {"region", [](Row row) { return Value::ofText(row.region.text()); }},
        {"state", [](Row row) { return named(orgLifecycleName(row.lifecycle)); }},
        {"plan", [](Row row) { return Value::ofText(row.plan); }},
        {"createdAt", [](Row row) { return Value::ofInstant(row.createdAt); }},
        {"changedAt", [](Row row) { return Value::ofInstant(row.changedAt); }},
    };
    return fields;
}

const std::vector<UserField>& userFields() {
    using Row = const UserRow&;
    static const std::vector<UserField> fields{
        {"id", [](Row row) { return Value::ofText(row.id.text()); }},
        {"tenantId", [](Row row) { return Value::ofText(row.tenant.text()); }},
        {"userName", [](Row row) { return Value::ofText(row.userName); }},
        {"kind", [](Row row) { return named(userKindName(row.kind)); }},
        {"displayName", [](Row row) { return Value::ofText(row.displayName); }},
        {"email", [](Row row) { return Value::ofText(row.email); }},
        {"state", [](Row row) { return named(userLifecycleName(row.lifecycle)); }},
        {"createdAt", [](Row row) { return Value::ofInstant(row.createdAt); }},
        {"changedAt", [](Row row) { return Value::ofInstant(row.changedAt); }},
        {"firstName", [](Row row) { return Value::ofText(row.firstName); }, false},
        {"lastName", [](Row row) { return Value::ofText(row.lastName); }, false},
        {"emailVerified", [](Row row) { return Value::ofJson(row.isEmailVerified ? "true" : "false"); }, false},
        {"phone", [](Row row) { return Value::ofText(row.phone); }, false},
        {"tenantName", [](Row row) { return Value::ofText(row.tenantName); }, false},
        {"region", [](Row row) { return Value::ofText(row.region.text()); }, false},
    };
    return fields;
}

} // namespace muniment
