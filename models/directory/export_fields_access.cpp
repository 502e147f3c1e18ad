// The fields of what decides on access: teams, roles, resources, grants, and of sessions and plans.
#include "models/directory/export_fields.h"

namespace muniment {

namespace {

using Value = RecordValue;

Value named(std::string_view name) {
    return Value::ofText(std::string(name));
}

/// An id that may be empty: nothing is named then.
Value ofId(const AggregateId& id) {
    return id.isEmpty() ? Value() : Value::ofText(id.text());
}

/// Empty: there is none.
Value ofText(const std::string& text) {
    return text.empty() ? Value() : Value::ofText(text);
}

Value ofBound(const std::optional<Instant>& bound) {
    return bound ? Value::ofInstant(*bound) : Value();
}

Value ofBoolean(bool value) {
    return Value::ofJson(value ? "true" : "false");
}

Value ofTexts(const std::vector<std::string>& texts) {
    std::string json = "[";
    for (const auto& text : texts) {
        if (json.size() > 1)
            json += ',';
        appendJson(json, Value::ofText(text));
    }
    return Value::ofJson(json + "]");
}

std::string_view planLifecycleName(PlanState::Lifecycle lifecycle) {
    return lifecycle == PlanState::Lifecycle::Removed ? "removed" : "active";
}

} // namespace

const std::vector<TeamField>& teamFields() {
    using Row = const TeamRow&;
    static const std::vector<TeamField> fields{
        {"id", [](Row row) { return Value::ofText(row.id.text()); }},
        {"tenantId", [](Row row) { return Value::ofText(row.tenant.text()); }},
        {"name", [](Row row) { return Value::ofText(row.name); }},
        {"state", [](Row row) { return named(teamLifecycleName(row.lifecycle)); }},
        {"users", [](Row row) { return Value::ofNumber(row.users); }},
        {"teams", [](Row row) { return Value::ofNumber(row.teams); }},
        {"createdAt", [](Row row) { return Value::ofInstant(row.createdAt); }},
        {"changedAt", [](Row row) { return Value::ofInstant(row.changedAt); }},
        {"description", [](Row row) { return Value::ofText(row.description); }, false},
        {"tenantName", [](Row row) { return Value::ofText(row.tenantName); }, false},
        {"region", [](Row row) { return Value::ofText(row.region.text()); }, false},
        {"sequence", [](Row row) { return Value::ofNumber(row.sequence); }, false},
    };
    return fields;
}

const std::vector<RoleField>& roleFields() {
    using Row = const RoleRow&;
    static const std::vector<RoleField> fields{
        {"id", [](Row row) { return Value::ofText(row.id.text()); }},
        {"tenantId", [](Row row) { return Value::ofText(row.tenant.text()); }},
        {"key", [](Row row) { return Value::ofText(row.key); }},
        {"displayName", [](Row row) { return Value::ofText(row.displayName); }},
        {"group", [](Row row) { return Value::ofText(row.group); }},
        {"state", [](Row row) { return named(roleLifecycleName(row.lifecycle)); }},
        {"permissions", [](Row row) { return Value::ofNumber(row.permissions); }},
        {"grants", [](Row row) { return Value::ofNumber(row.grants); }},
        {"createdAt", [](Row row) { return Value::ofInstant(row.createdAt); }},
        {"changedAt", [](Row row) { return Value::ofInstant(row.changedAt); }},
        {"tenantName", [](Row row) { return Value::ofText(row.tenantName); }, false},
        {"region", [](Row row) { return Value::ofText(row.region.text()); }, false},
        {"sequence", [](Row row) { return Value::ofNumber(row.sequence); }, false},
    };
    return fields;
}

const std::vector<ResourceField>& resourceFields() {
    using Row = const ResourceRow&;
    static const std::vector<ResourceField> fields{
        {"id", [](Row row) { return Value::ofText(row.id.text()); }},
        {"tenantId", [](Row row) { return Value::ofText(row.tenant.text()); }},
        {"type", [](Row row) { return Value::ofText(row.type); }},
        {"name", [](Row row) { return Value::ofText(row.name); }},
        {"path", [](Row row) { return ofTexts(row.path); }},
        {"parentId", [](Row row) { return ofId(row.parent); }},
        {"state", [](Row row) { return named(resourceLifecycleName(row.lifecycle)); }},
        {"children", [](Row row) { return Value::ofNumber(row.children); }},
        {"createdAt", [](Row row) { return Value::ofInstant(row.createdAt); }},
        {"changedAt", [](Row row) { return Value::ofInstant(row.changedAt); }},
        {"tenantName", [](Row row) { return Value::ofText(row.tenantName); }, false},
        {"region", [](Row row) { return Value::ofText(row.region.text()); }, false},
        {"sequence", [](Row row) { return Value::ofNumber(row.sequence); }, false},
    };
    return fields;
}

const std::vector<GrantField>& grantFields() {
    using Row = const GrantRow&;
    static const std::vector<GrantField> fields{
        {"id", [](Row row) { return Value::ofText(row.id.text()); }},
        {"tenantId", [](Row row) { return Value::ofText(row.tenant.text()); }},
        {"roleId", [](Row row) { return Value::ofText(row.role.text()); }},
        {"roleKey", [](Row row) { return Value::ofText(row.roleKey); }},
        {"subjectType", [](Row row) { return named(row.subject.kind == GrantSubject::Kind::Team ? "team" : "user"); }},
        {"subjectId", [](Row row) { return Value::ofText(row.subject.id.text()); }},
        {"subjectName", [](Row row) { return Value::ofText(row.subjectName); }},
        {"resourceId", [](Row row) { return ofId(row.resource); }},
        {"resourceName", [](Row row) { return Value::ofText(row.resourceName); }},
        {"from", [](Row row) { return ofBound(row.from); }},
        {"until", [](Row row) { return ofBound(row.until); }},
        {"standing", [](Row row) { return named(grantStandingName(row.standing)); }},
        {"createdAt", [](Row row) { return Value::ofInstant(row.createdAt); }},
        {"changedAt", [](Row row) { return Value::ofInstant(row.changedAt); }},
        {"roleName", [](Row row) { return Value::ofText(row.roleName); }, false},
        {"tenantName", [](Row row) { return Value::ofText(row.tenantName); }, false},
        {"region", [](Row row) { return Value::ofText(row.region.text()); }, false},
        {"sequence", [](Row row) { return Value::ofNumber(row.sequence); }, false},
    };
    return fields;
}

const std::vector<SessionField>& sessionFields() {
    using Row = const SessionRow&;
    static const std::vector<SessionField> fields{
        {"id", [](Row row) { return Value::ofText(row.id.text()); }},
        {"tenantId", [](Row row) { return Value::ofText(row.tenant.text()); }},
        {"userId", [](Row row) { return ofId(row.user); }},
        {"userName", [](Row row) { return Value::ofText(row.userName); }},
        {"state",
         [](Row row) {
             return named(sessionLifecycleName(row.ended ? SessionLifecycle::Terminated : SessionLifecycle::Active));
         }},
        {"authenticated", [](Row row) { return ofBoolean(row.isAuthenticated); }},
        {"begunAt", [](Row row) { return Value::ofInstant(row.begun); }},
        {"lastSeenAt", [](Row row) { return Value::ofInstant(row.lastSeen); }},
        {"endedAt", [](Row row) { return ofBound(row.ended); }},
        {"os", [](Row row) { return Value::ofText(row.os); }},
        {"browser", [](Row row) { return Value::ofText(row.browser); }},
        {"country", [](Row row) { return Value::ofText(row.country); }},
        {"tenantName", [](Row row) { return Value::ofText(row.tenantName); }, false},
        {"region", [](Row row) { return Value::ofText(row.region.text()); }, false},
        {"sequence", [](Row row) { return Value::ofNumber(row.sequence); }, false},
    };
    return fields;
}

const std::vector<PlanField>& planFields() {
    using Row = const PlanRow&;
    static const std::vector<PlanField> fields{
        {"key", [](Row row) { return Value::ofText(row.key); }},
        {"name", [](Row row) { return Value::ofText(row.name); }},
        {"state", [](Row row) { return named(planLifecycleName(row.lifecycle)); }},
        {"organizations", [](Row row) { return Value::ofNumber(row.organizations); }},
        {"createdAt", [](Row row) { return Value::ofInstant(row.createdAt); }},
        {"changedAt", [](Row row) { return Value::ofInstant(row.changedAt); }},
        {"region", [](Row row) { return Value::ofText(row.region.text()); }, false},
        {"sequence", [](Row row) { return Value::ofNumber(row.sequence); }, false},
    };
    return fields;
}

const std::vector<SeparationField>& separationFields() {
    using Row = const SeparationRow&;
    static const std::vector<SeparationField> fields{
        {"id", [](Row row) { return Value::ofText(row.id.text()); }},
        {"tenantId", [](Row row) { return Value::ofText(row.tenant.text()); }},
        {"name", [](Row row) { return Value::ofText(row.name); }},
        {"state", [](Row row) { return named(separationLifecycleName(row.lifecycle)); }},
        {"firstAction", [](Row row) { return Value::ofText(row.first.action); }},
        {"firstResourceType", [](Row row) { return ofText(row.first.resourceType); }},
        {"firstResourceId", [](Row row) { return ofId(row.first.resource); }},
        {"secondAction", [](Row row) { return Value::ofText(row.second.action); }},
        {"secondResourceType", [](Row row) { return ofText(row.second.resourceType); }},
        {"secondResourceId", [](Row row) { return ofId(row.second.resource); }},
        {"createdAt", [](Row row) { return Value::ofInstant(row.createdAt); }},
        {"changedAt", [](Row row) { return Value::ofInstant(row.changedAt); }},
        {"tenantName", [](Row row) { return Value::ofText(row.tenantName); }, false},
        {"region", [](Row row) { return Value::ofText(row.region.text()); }, false},
        {"sequence", [](Row row) { return Value::ofNumber(row.sequence); }, false},
    };
    return fields;
}

const std::vector<ReviewField>& reviewFields() {
    using Row = const ReviewRow&;
    static const std::vector<ReviewField> fields{
        {"id", [](Row row) { return Value::ofText(row.id.text()); }},
        {"tenantId", [](Row row) { return Value::ofText(row.tenant.text()); }},
        {"name", [](Row row) { return Value::ofText(row.name); }},
        {"scope", [](Row row) { return named(reviewScopeName(row.scope.kind)); }},
        {"scopeId", [](Row row) { return ofId(row.scope.id); }},
        {"scopeName", [](Row row) { return Value::ofText(row.scopeName); }},
        {"sinceReviewId", [](Row row) { return ofId(row.since); }},
        {"reviewer", [](Row row) { return Value::ofText(row.reviewer); }},
        {"dueAt", [](Row row) { return ofBound(row.dueAt); }},
        {"state", [](Row row) { return named(reviewLifecycleName(row.lifecycle)); }},
        {"items", [](Row row) { return Value::ofNumber(row.items); }},
        {"kept", [](Row row) { return Value::ofNumber(row.kept); }},
        {"revoked", [](Row row) { return Value::ofNumber(row.revoked); }},
        {"pinnedAt", [](Row row) { return Value::ofInstant(row.pin.at); }},
        {"createdAt", [](Row row) { return Value::ofInstant(row.createdAt); }},
        {"changedAt", [](Row row) { return Value::ofInstant(row.changedAt); }},
        {"tenantName", [](Row row) { return Value::ofText(row.tenantName); }, false},
        {"region", [](Row row) { return Value::ofText(row.region.text()); }, false},
        {"sequence", [](Row row) { return Value::ofNumber(row.sequence); }, false},
    };
    return fields;
}

} // namespace muniment
