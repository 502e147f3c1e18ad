// How a record that a service put into intake becomes something that may be written.
//
// A mapping makes commands, not events. An event that is written is true for ever, so it has to pass the rules that
// every other writer passes: the decider knows whether the user exists, the name is free, the organization is active,
// and it alone makes payloads that the domain's decoders and the catalogue know. What a mapping can get wrong is
// therefore refused before anything is in the log, and sequences and claims are those of any other command.
//
// As JSON, for export and for the workspace's file; pointers lead into {"headers": …, "body": …} of the record:
//
//   {"name": "HR joiners", "command": "user.human.add",
//    "fields": {"tenant": "/headers/company", "userName": "/body/person/login", "email": "/body/person/mail"},
//    "defaults": {"displayName": "New colleague"}}
#pragma once

#include "models/base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

struct IntakeMapping {
    std::string name;    ///< unique in a workspace; kept with every record that was promoted by it
    std::string command; ///< "user.human.add"; the same word as in `apply`
    /// From a member of the command's line to the JSON Pointer of its value.
    std::map<std::string, std::string> fields = {};
    /// Where there is no pointer, or nothing at it.
    std::map<std::string, std::string> defaults = {};

    bool operator==(const IntakeMapping&) const = default;
};

/// A member that a mapping may fill.
struct MappingField {
    std::string name;
    bool isRequired = false;
    bool isList = false; ///< takes a list of texts

    bool operator==(const MappingField&) const = default;
};

/// Commands that records can become, ascending: all but those about the plans and the organizations themselves, which
/// change more than the log and are not for a service to wish for, and about reviews, which a person decides.
[[nodiscard]] const std::vector<std::string>& mappableCommands();
/// "tenant", "id", the command's own, "reason"; in this order. None for a command that cannot be mapped.
[[nodiscard]] std::vector<MappingField> mappingFields(std::string_view command);

/// InvalidInput (context "field"; for a member also "member"): no name, an unknown command or member, a pointer that is
/// none or does not begin with /headers or /body, a required member that is neither mapped nor given a default.
[[nodiscard]] Result<void> checkMapping(const IntakeMapping& mapping);

[[nodiscard]] std::string printMapping(const IntakeMapping& mapping);
/// A JSON array of them.
[[nodiscard]] std::string printMappings(const std::vector<IntakeMapping>& mappings);
/// Checked. InvalidInput also for what is not JSON, members that a mapping does not have, and values that are no texts.
[[nodiscard]] Result<IntakeMapping> parseMapping(std::string_view json);
/// One mapping, an array of them, or one a line; with different names.
[[nodiscard]] Result<std::vector<IntakeMapping>> parseMappings(std::string_view json);

/// NotFound (context "what" = "mapping") where none has the name.
[[nodiscard]] Result<IntakeMapping> mappingNamed(const std::vector<IntakeMapping>& mappings, const std::string& name);

} // namespace muniment
