#include "app/cli/access_effect.h"

#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "models/base/clock.h"

namespace muniment::cli {

namespace {

std::string counted(std::size_t count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string rightLine(const RightEffect& right) {
    std::string line = std::string(right.isGained ? "  + " : "  - ") + right.action + " on " + targetWords(right);
    if (right.role.empty())
        return line + " (it would lie somewhere else)";
    if (!right.place.id.isEmpty())
        line += " in " + right.place.name;
    return line + " (" + right.role + ")";
}

JsonObject rightJson(const TenantEffect& tenant, const PersonEffect& person, const RightEffect& right) {
    const auto orNull = [](const std::string& text) {
        return text.empty() ? std::optional<std::string>() : std::optional(text);
    };
    JsonObject json;
    json.text("effect", right.isGained ? "gained" : "lost");
    json.text("tenantId", tenant.tenant.text());
    json.text("userId", person.user.id.text()).text("user", person.user.name).text("action", right.action);
    json.optionalText("resourceType", orNull(right.type));
    json.optionalText("resourceId", orNull(right.resource.id.text()));
    json.optionalText("within", orNull(right.place.id.text()));
    return json.optionalText("role", orNull(right.role));
}

void tellTenant(const TenantEffect& tenant, Output& output) {
    if (tenant.gained + tenant.lost > 0) {
        std::string parts;
        if (tenant.losers > 0)
            parts = counted(tenant.losers, "person would lose ", "people would lose ") +
                    counted(tenant.lost, "right", "rights");
        if (tenant.gainers > 0)
            parts += (parts.empty() ? "" : ", ") + counted(tenant.gainers, "would gain ", "would gain ") +
                     counted(tenant.gained, "right", "rights");
        output.message("Access in " + escaped(tenant.name) + ": " + parts + (tenant.isCut ? " at least." : "."));
    }
    for (const PersonEffect& person : tenant.people) {
        output.message(escaped(person.user.name));
        for (const RightEffect& right : person.rights)
            output.message(escaped(rightLine(right)));
    }
    if (tenant.losesLastAdmin)
        output.message(escaped(tenant.name) + " would lose its last administrator: nobody could do everything there.");
    for (const BrokenRule& broken : tenant.broken)
        output.message(escaped(broken.user.name + " would break the rule " + broken.rule.name + "."));
}

} // namespace

Result<AccessEffect> accessEffect(const std::filesystem::path& path, std::span<const CommandRequest> requests,
                                  std::span<const Result<CommandResult>> results) {
    const auto file = openToRead(path);
    if (!file)
        return tl::unexpected(file.error());
    AccessProjection projection;
    if (auto read = projection.advance(*file->snapshot); !read)
        return tl::unexpected(read.error());
    return accessEffectOf(*file->snapshot, projection, requests, results, systemClock().now(), {});
}

void tellEffect(const AccessEffect& effect, Output& output) {
    for (const TenantEffect& tenant : effect.tenants)
        tellTenant(tenant, output);
}

std::vector<JsonObject> effectJson(const AccessEffect& effect) {
    std::vector<JsonObject> all;
    for (const TenantEffect& tenant : effect.tenants) {
        for (const PersonEffect& person : tenant.people)
            for (const RightEffect& right : person.rights)
                all.push_back(rightJson(tenant, person, right));
        if (tenant.losesLastAdmin)
            all.push_back(JsonObject().text("effect", "lastAdminLost").text("tenantId", tenant.tenant.text()));
        for (const BrokenRule& broken : tenant.broken)
            all.push_back(JsonObject()
                              .text("effect", "ruleBroken")
                              .text("tenantId", tenant.tenant.text())
                              .text("separationId", broken.rule.id.text())
                              .text("rule", broken.rule.name)
                              .text("userId", broken.user.id.text())
                              .text("user", broken.user.name));
    }
    return all;
}

} // namespace muniment::cli
