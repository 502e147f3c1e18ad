#include "models/regions/cluster_answers.h"

#include "models/regions/server_array.h"

#include <algorithm>

namespace muniment {

namespace {

/// One value of each row; the first failure ends it.
template <class T, class ReadRow>
Result<std::vector<T>> eachRow(const AnswerTable& answer, std::initializer_list<std::string_view> columns,
                               ReadRow readRow) {
    if (auto complete = answer.needs(columns); !complete)
        return tl::unexpected(complete.error());
    std::vector<T> values;
    for (int row = 0; row < answer.rowCount(); ++row) {
        Result<T> value = readRow(row);
        if (!value)
            return tl::unexpected(value.error());
        values.push_back(std::move(*value));
    }
    return values;
}

Result<std::vector<std::string>> textsAt(const AnswerTable& answer, int row, std::string_view column) {
    return parseTexts(answer.at(row, column).value_or("{}"));
}

/// A statement's keywords, without what stands in quotes: a region may be called "PLACEMENT RESTRICTED".
std::string withoutNames(std::string_view sql) {
    std::string words;
    char quote = 0;
    for (const char c : sql) {
        if (quote != 0) {
            quote = c == quote ? '\0' : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
            words += '?';
        } else {
            words += c;
        }
    }
    return words;
}

} // namespace

std::string_view survivalGoalName(SurvivalGoal goal) {
    return goal == SurvivalGoal::Zone ? "zone" : "region";
}

std::string_view placementPolicyName(PlacementPolicy policy) {
    return policy == PlacementPolicy::Default ? "default" : "restricted";
}

Result<Locality> parseGatewayLocality(const AnswerTable& answer) {
    if (auto complete = answer.needs({"locality"}); !complete)
        return tl::unexpected(complete.error());
    return parseLocality(answer.text(0, "locality"));
}

Result<std::vector<ClusterRegion>> parseClusterRegions(const AnswerTable& answer) {
    return eachRow<ClusterRegion>(answer, {"region"}, [&](int row) -> Result<ClusterRegion> {
        auto zones = textsAt(answer, row, "zones");
        if (!zones)
            return tl::unexpected(zones.error());
        return ClusterRegion{answer.text(row, "region"), std::move(*zones)};
    });
}

Result<std::vector<DatabaseRegion>> parseDatabaseRegions(const AnswerTable& answer) {
    auto regions = eachRow<DatabaseRegion>(answer, {"region", "primary"}, [&](int row) -> Result<DatabaseRegion> {
        return DatabaseRegion{answer.text(row, "region"), answer.boolean(row, "primary").value_or(false),
                              answer.boolean(row, "secondary").value_or(false)};
    });
    if (regions)
        std::ranges::stable_sort(*regions, std::ranges::greater(), &DatabaseRegion::isPrimary);
    return regions;
}

Result<std::optional<SurvivalGoal>> parseSurvivalGoal(const AnswerTable& answer) {
    if (auto complete = answer.needs({"survival_goal"}); !complete)
        return tl::unexpected(complete.error());
    const auto goal = answer.at(0, "survival_goal");
    if (!goal || goal->empty())
        return std::nullopt;
    if (*goal != "zone" && *goal != "region")
        return failure(ErrorCode::ServerError, "not a survival goal: " + *goal);
    return *goal == "zone" ? SurvivalGoal::Zone : SurvivalGoal::Region;
}

Result<std::vector<SuperRegion>> parseSuperRegions(const AnswerTable& answer) {
    return eachRow<SuperRegion>(answer, {"super_region_name", "regions"}, [&](int row) -> Result<SuperRegion> {
        auto regions = textsAt(answer, row, "regions");
        if (!regions)
            return tl::unexpected(regions.error());
        return SuperRegion{answer.text(row, "super_region_name"), std::move(*regions)};
    });
}

Result<std::optional<PlacementPolicy>> parsePlacement(const AnswerTable& answer) {
    if (auto complete = answer.needs({"create_statement"}); !complete)
        return tl::unexpected(complete.error());
    const auto sql = answer.at(0, "create_statement");
    if (!sql)
        return failure(ErrorCode::ServerError, "the answer has no row", {{"column", "create_statement"}});
    const std::string words = withoutNames(*sql);
    if (words.find("PRIMARY REGION") == std::string::npos)
        return std::nullopt;
    return words.find("PLACEMENT RESTRICTED") == std::string::npos ? PlacementPolicy::Default
                                                                   : PlacementPolicy::Restricted;
}

Result<std::vector<TableLocality>> parseTableLocalities(const AnswerTable& answer) {
    return eachRow<TableLocality>(answer, {"table_name", "locality"}, [&](int row) -> Result<TableLocality> {
        return TableLocality{answer.text(row, "table_name"), answer.text(row, "locality")};
    });
}

Result<std::vector<IndexPartition>> parsePartitions(const AnswerTable& answer) {
    return eachRow<IndexPartition>(
        answer, {"partition_name", "index_name", "partition_value"}, [&](int row) -> Result<IndexPartition> {
            return IndexPartition{
                answer.text(row, "index_name"), answer.text(row, "partition_name"), answer.text(row, "partition_value"),
                !answer.text(row, "zone_config").empty() && answer.text(row, "zone_config") != "NULL"};
        });
}

} // namespace muniment
