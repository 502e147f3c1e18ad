// Commands about organizations and plans, as lines of JSON have them.
#include "models/commands/form.h"

namespace muniment::forms {

template <>
struct Form<AddOrg> {
    static constexpr std::string_view kName = "org.add";

    static AddOrg read(In in) { return {in.text("name"), {}, in.textOrEmpty("plan")}; }

    static void write(Out out, const AddOrg& command) {
        out.text("name", command.name);
        put(out, "plan", command.plan);
    }
};

template <>
struct Form<RenameOrg> {
    static constexpr std::string_view kName = "org.rename";

    static RenameOrg read(In in) { return {in.text("name")}; }

    static void write(Out out, const RenameOrg& command) { out.text("name", command.name); }
};

template <>
struct Form<ChangeOrgPlan> {
    static constexpr std::string_view kName = "org.plan.change";

    static ChangeOrgPlan read(In in) { return {in.text("plan")}; }

    static void write(Out out, const ChangeOrgPlan& command) { out.text("plan", command.plan); }
};

template <>
struct Form<DeactivateOrg> : BareForm<DeactivateOrg> {
    static constexpr std::string_view kName = "org.deactivate";
};

template <>
struct Form<ReactivateOrg> : BareForm<ReactivateOrg> {
    static constexpr std::string_view kName = "org.reactivate";
};

template <>
struct Form<RemoveOrg> : BareForm<RemoveOrg> {
    static constexpr std::string_view kName = "org.remove";
};

template <class Command>
struct DomainForm {
    static Command read(In in) { return {in.text("domain")}; }

    static void write(Out out, const Command& command) { out.text("domain", command.domain); }
};

template <>
struct Form<AddDomain> : DomainForm<AddDomain> {
    static constexpr std::string_view kName = "org.domain.add";
};

template <>
struct Form<VerifyDomain> : DomainForm<VerifyDomain> {
    static constexpr std::string_view kName = "org.domain.verify";
};

template <>
struct Form<RemoveDomain> : DomainForm<RemoveDomain> {
    static constexpr std::string_view kName = "org.domain.remove";
};

template <>
struct Form<AddPlan> {
    static constexpr std::string_view kName = "plan.add";

    static AddPlan read(In in) { return {in.text("key"), in.text("name")}; }

    static void write(Out out, const AddPlan& command) { out.text("key", command.key).text("name", command.name); }
};

template <>
struct Form<RenamePlan> {
    static constexpr std::string_view kName = "plan.rename";

    static RenamePlan read(In in) { return {in.text("name")}; }

    static void write(Out out, const RenamePlan& command) { out.text("name", command.name); }
};

template <>
struct Form<RemovePlan> : BareForm<RemovePlan> {
    static constexpr std::string_view kName = "plan.remove";
};

} // namespace muniment::forms

MUNIMENT_COMMAND_FORMS(OrgCommand)
MUNIMENT_COMMAND_FORMS(PlanCommand)
