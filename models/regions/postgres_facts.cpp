#include "models/regions/postgres_facts.h"

#include <algorithm>

namespace muniment {

namespace {

using postgres::Statement;

Statement plain(const char* sql) {
    return {.sql = sql, .parameters = {}};
}

constexpr const char* kInstallation = R"sql(
SELECT (SELECT value FROM muniment.meta_public WHERE key = 'layout') AS layout,
       (SELECT string_agg(substr(key, 8), ',' ORDER BY key) FROM muniment.meta_public WHERE key LIKE 'region/%') AS regions)sql";

constexpr const char* kMachine = R"sql(
SELECT host(inet_server_addr()) AS address, inet_server_port() AS port, pg_is_in_recovery() AS is_standby)sql";

constexpr const char* kDataDirectory = "SELECT current_setting('data_directory') AS directory";

constexpr const char* kPartitions = R"sql(
SELECT parent.relname AS table_name, part.relname AS partition_name, pg_get_expr(part.relpartbound, part.oid) AS bound,
       coalesce(own.spcname, common.spcname) AS tablespace, foreign_server.srvname AS foreign_server
  FROM pg_inherits AS i
  JOIN pg_class AS parent ON parent.oid = i.inhparent AND parent.relkind = 'p'
  JOIN pg_class AS part ON part.oid = i.inhrelid
  JOIN pg_database AS d ON d.datname = current_database()
  JOIN pg_tablespace AS common ON common.oid = d.dattablespace
  LEFT JOIN pg_tablespace AS own ON own.oid = part.reltablespace
  LEFT JOIN pg_foreign_table AS elsewhere ON elsewhere.ftrelid = part.oid
  LEFT JOIN pg_foreign_server AS foreign_server ON foreign_server.oid = elsewhere.ftserver
 WHERE parent.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'muniment')
 ORDER BY parent.relname, part.relname)sql";

// Without pg_read_all_stats a standby's row is there, and everything about it is NULL.
constexpr const char* kStandbys = R"sql(
SELECT application_name AS name, host(client_addr) AS place, pg_has_role('pg_read_all_stats', 'USAGE') AS is_told
  FROM pg_stat_replication ORDER BY pid)sql";

constexpr const char* kSlots = "SELECT slot_name AS name FROM pg_replication_slots ORDER BY slot_name";

constexpr const char* kPublications = R"sql(
SELECT DISTINCT pubname AS name FROM pg_publication_tables WHERE schemaname = 'muniment' ORDER BY pubname)sql";

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

Result<std::vector<TablePartition>> partitionsOf(const AnswerTable& answer) {
    if (auto complete = answer.needs({"table_name", "partition_name", "bound", "tablespace", "foreign_server"});
        !complete)
        return tl::unexpected(complete.error());
    std::vector<TablePartition> partitions;
    for (int row = 0; row < answer.rowCount(); ++row)
        partitions.push_back({answer.text(row, "table_name"), answer.text(row, "partition_name"),
                              answer.text(row, "bound"), answer.text(row, "tablespace"),
                              answer.text(row, "foreign_server")});
    return partitions;
}

void readCopies(Inquiry& inquiry, DataCopy::Kind kind, const char* privilege, const char* sql,
                std::vector<DataCopy>& copies) {
    const auto read = [&](const AnswerTable& answer) -> Result<std::vector<DataCopy>> {
        if (auto complete = answer.needs({"name"}); !complete)
            return tl::unexpected(complete.error());
        auto all = copies;
        for (int row = 0; row < answer.rowCount(); ++row) {
            if (answer.boolean(row, "is_told") == false)
                return failure(ErrorCode::PermissionDenied, "a standby's name and address are not told");
            all.push_back({kind, answer.text(row, "name"), answer.text(row, "place")});
        }
        return all;
    };
    inquiry.learn("copies", privilege, plain(sql), read, copies);
}

} // namespace

std::string_view dataCopyName(DataCopy::Kind kind) {
    switch (kind) {
    case DataCopy::Kind::Standby:
        return "standby";
    case DataCopy::Kind::Slot:
        return "slot";
    case DataCopy::Kind::Publication:
        break;
    }
    return "publication";
}

PostgresFacts readPostgresFacts(Inquiry& inquiry) {
    PostgresFacts facts;
    const auto installation = [&facts](const AnswerTable& answer) -> Result<std::vector<std::string>> {
        facts.layout = answer.text(0, "layout");
        return split(answer.text(0, "regions"));
    };
    const auto machine = [&facts](const AnswerTable& answer) -> Result<bool> {
        facts.address = answer.text(0, "address");
        facts.port = answer.text(0, "port");
        return answer.boolean(0, "is_standby").value_or(false);
    };
    const auto directory = [](const AnswerTable& answer) -> Result<std::string> { return answer.text(0, "directory"); };
    inquiry.learn("regions", "muniment_auditor", plain(kInstallation), installation, facts.regions);
    inquiry.learn("machine", "", plain(kMachine), machine, facts.isStandby);
    inquiry.learn("dataDirectory", "pg_read_all_settings", plain(kDataDirectory), directory, facts.dataDirectory);
    inquiry.learn("partitions", "", plain(kPartitions), partitionsOf, facts.partitions);
    readCopies(inquiry, DataCopy::Kind::Standby, "pg_read_all_stats", kStandbys, facts.copies);
    readCopies(inquiry, DataCopy::Kind::Slot, "", kSlots, facts.copies);
    readCopies(inquiry, DataCopy::Kind::Publication, "", kPublications, facts.copies);
    return facts;
}

std::optional<std::string> regionOf(const TablePartition& partition) {
    constexpr std::string_view begin = "FOR VALUES IN ('";
    const std::string& bound = partition.bound;
    if (!bound.starts_with(begin) || !bound.ends_with("')"))
        return std::nullopt;
    const std::string value = bound.substr(begin.size(), bound.size() - begin.size() - 2);
    return value.find('\'') == std::string::npos ? std::optional(value) : std::nullopt;
}

} // namespace muniment
