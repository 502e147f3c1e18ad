// The states of the domain as fields of text.
#include "models/commands/three_ways.h"

#include <algorithm>

namespace muniment {

namespace {

using Fields = std::vector<StateField>;

void add(Fields& fields, std::string name, std::string value) {
    if (!value.empty())
        fields.push_back({std::move(name), std::move(value)});
}

void add(Fields& fields, std::string name, std::string_view value) {
    add(fields, std::move(name), std::string(value));
}

void add(Fields& fields, std::string name, const char* value) {
    add(fields, std::move(name), std::string(value));
}

void add(Fields& fields, std::string name, bool isSet) {
    add(fields, std::move(name), isSet ? "yes" : "");
}

void add(Fields& fields, std::string name, const std::optional<Instant>& instant) {
    add(fields, std::move(name), instant ? formatInstant(*instant) : std::string());
}

std::string memberField(std::string_view what, const TeamMember& member) {
    return std::string(what) + (member.kind == TeamMember::Kind::User ? "/user/" : "/team/") + member.id.text();
}

Fields fieldsOf(const OrgState& state) {
    Fields fields;
    add(fields, "state", orgLifecycleName(state.lifecycle));
    add(fields, "name", state.name);
    add(fields, "plan", state.plan);
    add(fields, "region", state.region);
    for (const auto& [domain, isVerified] : state.domains)
        add(fields, "domain/" + domain, isVerified ? "verified" : "added");
    return fields;
}

Fields fieldsOf(const UserState& state, const CredentialsState& credentials) {
    Fields fields;
    add(fields, "state", userLifecycleName(state.lifecycle));
    add(fields, "kind", userKindName(state.kind));
    add(fields, "userName", state.userName);
    add(fields, "firstName", state.firstName);
    add(fields, "lastName", state.lastName);
    add(fields, "displayName", state.displayName);
    add(fields, "description", state.description);
    add(fields, "email", state.email);
    add(fields, "emailVerified", state.isEmailVerified);
    add(fields, "phone", state.phone);
    add(fields, "phoneVerified", state.isPhoneVerified);
    add(fields, "passwordChangeRequired", state.isPasswordChangeRequired);
    for (const auto& [key, credential] : credentials)
        add(fields, std::string(credentialKindName(key.kind)) + "/" + key.id, true);
    return fields;
}

Fields fieldsOf(const TeamState& state) {
    Fields fields;
    add(fields, "state", teamLifecycleName(state.lifecycle));
    add(fields, "name", state.name);
    add(fields, "description", state.description);
    for (const TeamMember& member : state.members)
        add(fields, memberField("member", member), true);
    return fields;
}

std::string permissionText(const Permission& permission) {
    const bool isOfType = permission.resource.isEmpty();
    return permission.action + (isOfType ? "/type/" : "/resource/") +
           (isOfType ? permission.resourceType : permission.resource.text());
}

Fields fieldsOf(const RoleState& state) {
    Fields fields;
    add(fields, "state", roleLifecycleName(state.lifecycle));
    add(fields, "key", state.key);
    add(fields, "displayName", state.displayName);
    add(fields, "group", state.group);
    for (const Permission& permission : state.permissions)
        add(fields, "permission/" + permissionText(permission), true);
    return fields;
}

Fields fieldsOf(const SeparationState& state) {
    Fields fields;
    add(fields, "state", separationLifecycleName(state.lifecycle));
    add(fields, "name", state.name);
    add(fields, "first", permissionText(state.first));
    add(fields, "second", permissionText(state.second));
    return fields;
}

Fields fieldsOf(const ResourceState& state) {
    Fields fields;
    add(fields, "state", resourceLifecycleName(state.lifecycle));
    add(fields, "name", state.name);
    add(fields, "resourceType", state.resourceType);
    add(fields, "parentId", state.parent.text());
    return fields;
}

Fields fieldsOf(const GrantState& state) {
    Fields fields;
    add(fields, "state", grantLifecycleName(state.lifecycle));
    add(fields, "roleId", state.role.text());
    add(fields, state.subject.kind == TeamMember::Kind::User ? "userId" : "teamId", state.subject.id.text());
    add(fields, "resourceId", state.resource.text());
    add(fields, "from", state.from);
    add(fields, "until", state.until);
    return fields;
}

Fields fieldsOf(const SessionState& state) {
    Fields fields;
    add(fields, "state", sessionLifecycleName(state.lifecycle));
    add(fields, "userID", state.user.text());
    return fields;
}

Fields fieldsOf(const PlanState& state) {
    Fields fields;
    add(fields, "state",
        state.lifecycle == PlanState::Lifecycle::None
            ? ""
            : (state.lifecycle == PlanState::Lifecycle::Active ? "active" : "removed"));
    add(fields, "name", state.name);
    return fields;
}

Fields fieldsOf(const ReviewState& state) {
    Fields fields;
    add(fields, "state", state.lifecycle == ReviewLifecycle::None ? "" : reviewLifecycleName(state.lifecycle));
    add(fields, "name", state.started.name);
    add(fields, "reviewer", state.started.reviewer);
    add(fields, "dueAt", state.started.dueAt);
    for (const auto& [grant, decided] : state.decisions)
        add(fields, "decision/" + grant.text(), reviewDecisionName(decided.decision));
    return fields;
}

} // namespace

std::vector<StateField> stateFields(std::string_view aggregateType, const std::vector<RecordedEvent>& events) {
    Fields fields;
    if (aggregateType == "org")
        fields = fieldsOf(foldOrg(events));
    else if (aggregateType == "user")
        fields = fieldsOf(foldUser(events), foldCredentials(events));
    else if (aggregateType == "team")
        fields = fieldsOf(foldTeam(events));
    else if (aggregateType == "role")
        fields = fieldsOf(foldRole(events));
    else if (aggregateType == "resource")
        fields = fieldsOf(foldResource(events));
    else if (aggregateType == "grant")
        fields = fieldsOf(foldGrant(events));
    else if (aggregateType == "session")
        fields = fieldsOf(foldSession(events));
    else if (aggregateType == "separation")
        fields = fieldsOf(foldSeparation(events));
    else if (aggregateType == "plan")
        fields = fieldsOf(foldPlan(events));
    else if (aggregateType == "review")
        fields = fieldsOf(foldReview(events));
    std::ranges::sort(fields, {}, &StateField::name);
    return fields;
}

} // namespace muniment
