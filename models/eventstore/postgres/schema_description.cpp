#include "models/eventstore/postgres/schema_description.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace muniment::postgres {

namespace {

constexpr std::array<std::string_view, 4> kOperatorsAffair{"table", "index", "function", "view"};

QString fromUtf8(const std::string& text) {
    return QString::fromStdString(text);
}

std::string replaced(std::string text, std::string_view part, std::string_view by) {
    if (const std::size_t at = text.find(part); at != std::string::npos)
        text.replace(at, part.size(), by);
    return text;
}

} // namespace

SchemaDescription describedBy(const QueryResult& rows) {
    SchemaDescription description;
    for (int row = 0; row < rows.rowCount(); ++row)
        description.emplace(std::pair(rows.text(row, 0), rows.text(row, 1)), rows.text(row, 2));
    return description;
}

SchemaDescription parseDescription(const std::string& json) {
    SchemaDescription description;
    for (const auto& line : QJsonDocument::fromJson(QByteArray::fromStdString(json)).array()) {
        const QJsonArray part = line.toArray();
        description.emplace(std::pair(part.at(0).toString().toStdString(), part.at(1).toString().toStdString()),
                            part.at(2).toString().toStdString());
    }
    return description;
}

std::string formatDescription(const SchemaDescription& description) {
    QJsonArray lines;
    for (const auto& [part, definition] : description)
        lines.append(QJsonArray{fromUtf8(part.first), fromUtf8(part.second), fromUtf8(definition)});
    return QJsonDocument(lines).toJson(QJsonDocument::Compact).toStdString();
}

std::vector<SchemaDifference> differencesBetween(const SchemaDescription& installed, const SchemaDescription& present) {
    using enum SchemaDifference::Change;
    std::vector<SchemaDifference> differences;
    for (const auto& [part, definition] : installed) {
        const auto found = present.find(part);
        if (found == present.end())
            differences.push_back({IsMissing, part.first, part.second});
        else if (found->second != definition)
            differences.push_back({IsChanged, part.first, part.second});
    }
    for (const auto& [part, definition] : present)
        if (!installed.contains(part) && std::ranges::find(kOperatorsAffair, part.first) == kOperatorsAffair.end())
            differences.push_back({IsAdded, part.first, part.second});
    return differences;
}

std::string findingOf(const SchemaDifference& difference) {
    using enum SchemaDifference::Change;
    if (difference.kind == "unlogged table")
        return "table " + difference.name + " is not logged: a crash would empty it";
    if (difference.kind == "right" && difference.change == IsMissing)
        return replaced(difference.name, " may ", " may not ");
    if (difference.kind == "right")
        return difference.name + (difference.change == IsChanged ? ", otherwise than installed" : "");
    const std::string part = difference.kind + " " + difference.name;
    switch (difference.change) {
    case IsMissing:
        return part + " is missing";
    case IsChanged:
        return part + " is not the installed one";
    case IsAdded:
        break;
    }
    return part + " is not part of the schema";
}

std::vector<std::string> comparedWith(const std::string& recorded, const SchemaDescription& present) {
    const SchemaDescription installed = parseDescription(recorded);
    if (installed.empty())
        return {"what was installed is not written down"};
    std::vector<std::string> findings;
    for (const SchemaDifference& difference : differencesBetween(installed, present))
        findings.push_back(findingOf(difference));
    return findings;
}

} // namespace muniment::postgres
