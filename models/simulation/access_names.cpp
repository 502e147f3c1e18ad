#include "models/simulation/access_names.h"

namespace muniment {

std::span<const RoleTemplate> roleTemplates() {
    static constexpr std::array<PermissionTemplate, 3> kAdmin{
        {{"users.*", "user"}, {"projects.*", "project"}, {"reports.read", "*"}}};
    static constexpr std::array<PermissionTemplate, 2> kEditor{
        {{"documents.write", "document"}, {"documents.read", "document"}}};
    static constexpr std::array<PermissionTemplate, 1> kReader{{{"documents.read", "document"}}};
    static constexpr std::array<PermissionTemplate, 1> kAuditor{{{"reports.read", "*"}}};
    static constexpr std::array<RoleTemplate, 4> kRoles{{{"administrator", "Administrator", "operations", kAdmin},
                                                         {"editor", "Editor", "content", kEditor},
                                                         {"reader", "Reader", "content", kReader},
                                                         {"auditor", "Auditor", "compliance", kAuditor}}};
    return kRoles;
}

std::span<const char* const> departmentNames() {
    static constexpr std::array kNames{"Engineering", "Sales",     "Support", "Finance",
                                       "Operations",  "Marketing", "Legal",   "Research"};
    return kNames;
}

std::span<const char* const> departmentParts() {
    static constexpr std::array kParts{"Platform", "North", "South", "Quality", "Night shift", "Partners"};
    return kParts;
}

std::span<const char* const> projectNames() {
    static constexpr std::array kNames{"Apollo", "Borealis", "Cedar", "Delta", "Everest", "Fjord", "Gemini", "Harbour"};
    return kNames;
}

std::span<const char* const> documentNames() {
    static constexpr std::array kNames{"Roadmap", "Budget",  "Handbook", "Contract",
                                       "Minutes", "Pricing", "Payroll",  "Release notes"};
    return kNames;
}

std::span<const char* const> grantReasons() {
    static constexpr std::array kReasons{"holiday cover", "quarterly close", "external audit", "incident response",
                                         "project start"};
    return kReasons;
}

} // namespace muniment
