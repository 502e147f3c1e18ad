// What `show` has in common for every kind of entity: its fields, what belongs to it, and its history.
#pragma once

#include "app/cli/entity.h"
#include "app/cli/history.h"

#include <string>
#include <utility>
#include <vector>

namespace muniment::cli {

/// Something of an entity that comes in several: a team's members, a role's permissions.
struct ShownPart {
    std::string name; ///< member of the JSON
    std::vector<JsonObject> objects;
    Table table; ///< the same for people
};

/// All fields, also such as lists leave out.
template <class Row>
[[nodiscard]] JsonObject wholeJsonOf(const Row& row, const std::vector<RecordField<Row>>& fields) {
    JsonObject json;
    for (const auto& field : fields) {
        std::string value;
        appendJson(value, field.valueOf(row));
        json.raw(field.name, value);
    }
    return json;
}

/// "display name" of "displayName".
[[nodiscard]] std::string labelOf(const std::string& field);
/// One line for each value, labels aligned, and an empty line.
void printFields(const std::vector<std::pair<std::string, RecordValue>>& values, Output& output);
/// Tables that have rows, each with an empty line behind it.
void printParts(const std::vector<ShownPart>& parts, Output& output);

template <class Row>
struct Showing {
    const EntityKind<Row>& kind;
    const std::vector<RecordField<Row>>& (*fields)();
    Result<std::vector<ShownPart>> (*parts)(Snapshot&, const Row&, std::optional<Moment>);           ///< nullptr: none
    Result<std::vector<VersionRow>> (*history)(Snapshot&, const TenantId&, const AggregateId&, int); ///< nullptr: none
};

template <class Row>
[[nodiscard]] Result<Exit> showEntity(const Invocation& invocation, Output& output, const Showing<Row>& showing) {
    const auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    auto& snapshot = *file->snapshot;
    const auto asOf = instantOption(invocation, "--as-of");
    if (!asOf)
        return tl::unexpected(asOf.error());
    const auto row = typedEntity(invocation, snapshot, showing.kind, *asOf);
    if (!row)
        return tl::unexpected(row.error());
    auto parts = showing.parts != nullptr ? showing.parts(snapshot, *row, *asOf) : std::vector<ShownPart>();
    if (!parts)
        return tl::unexpected(parts.error());
    auto history = showing.history != nullptr
                       ? upTo(*asOf, showing.history(snapshot, row->tenant, row->id, kHistoryLimit))
                       : std::vector<VersionRow>();
    if (!history)
        return tl::unexpected(history.error());
    if (output.wantsJson()) {
        auto json = wholeJsonOf(*row, showing.fields());
        for (const auto& part : *parts)
            json.objects(part.name, part.objects);
        output.object(json.objects("history", historyJson(snapshot, *history)));
        return Exit::Done;
    }
    std::vector<std::pair<std::string, RecordValue>> values;
    for (const auto& field : showing.fields())
        values.emplace_back(field.name, field.valueOf(*row));
    printFields(values, output);
    printParts(*parts, output);
    printHistory(*history, output);
    return Exit::Done;
}

template <class Row>
[[nodiscard]] Command showCommand(const std::string& summary, const Showing<Row>& showing) {
    return {.name = showing.kind.noun + " show",
            .summary = summary,
            .positionals = {filePositional(), showing.kind.positional},
            .options = {asOfOption(), withinOption()},
            .example = "muniment " + showing.kind.noun + " show acme.muniment " + showing.kind.example,
            .run = [showing](const Invocation& invocation,
                             Output& output) { return showEntity(invocation, output, showing); },
            .opensWindow = {}};
}

} // namespace muniment::cli
