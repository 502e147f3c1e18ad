#include "models/eventstore/postgres/intake_statements.h"

#include <algorithm>

namespace muniment::postgres {

namespace {

const char* const kColumns = "i.id, i.received_at, i.headers::text, i.body::text, i.state, i.reason, i.mapping, "
                             "i.command_id";

/// The rows of a list before text is looked for. Placeholders are numbered as values come in.
class Window {
public:
    explicit Window(const IntakeQuery& query) : m_isNewestFirst(query.isNewestFirst) {
        m_where = "w.region = " + bound(query.region.text());
        if (query.state)
            m_where += " AND w.state = " + bound(std::string(intakeStateName(*query.state)));
        if (query.after) {
            m_where += std::string(" AND (w.received_at, w.id) ") + (m_isNewestFirst ? "<" : ">") + " (";
            m_where += bound(formatInstant(query.after->receivedAt)) + "::timestamptz, ";
            m_where += bound(query.after->id.text()) + "::uuid)";
        }
    }

    std::string bound(const std::string& value) { return "$" + std::to_string(m_values.text(value).values().size()); }

    [[nodiscard]] std::string order(const std::string& alias) const {
        const char* direction = m_isNewestFirst ? " DESC" : "";
        return alias + ".received_at" + direction + ", " + alias + ".id" + direction;
    }

    [[nodiscard]] const std::string& where() const { return m_where; }

    [[nodiscard]] Parameters values() && { return std::move(m_values); }

private:
    bool m_isNewestFirst;
    Parameters m_values;
    std::string m_where;
};

std::string contains(const std::string& column, const std::string& text) {
    return "strpos(lower(" + column + "::text), lower(" + text + "::text)) > 0";
}

} // namespace

std::vector<std::string> texts(std::span<const Uuid> ids) {
    std::vector<std::string> list;
    std::ranges::transform(ids, std::back_inserter(list), [](const Uuid& id) { return id.text(); });
    return list;
}

int intakeRowsLookedAt(const IntakeQuery& query) {
    return query.text.empty() ? query.limit : std::max(query.limit, kIntakeSearchRows);
}

Statement intakeList(const IntakeQuery& query) {
    Window window(query);
    const std::string last = std::to_string(intakeRowsLookedAt(query));
    std::string isAskedFor = "true";
    if (!query.text.empty()) {
        const std::string text = window.bound(query.text);
        isAskedFor =
            "coalesce(" + contains("w.headers", text) + ", false) OR coalesce(" + contains("w.body", text) + ", false)";
    }
    std::string sql = std::string("SELECT ") + kColumns + ", i.is_asked_for, i.place\n  FROM (SELECT w.*, " +
                      isAskedFor + " AS is_asked_for,\n               row_number() OVER (ORDER BY " +
                      window.order("w") +
                      ") AS place\n          FROM (SELECT w.* FROM muniment.intake AS w\n                 WHERE " +
                      window.where() + "\n                 ORDER BY " + window.order("w") + " LIMIT " + last +
                      ") AS w) AS i\n WHERE i.is_asked_for OR i.place = " + last + "\n ORDER BY " + window.order("i") +
                      " LIMIT " + std::to_string(query.limit + 1);
    return {.sql = std::move(sql), .parameters = std::move(window).values(), .hasBinaryResult = true};
}

Statement intakeRecord(const RegionName& region, const Uuid& id) {
    return {.sql = std::string("SELECT ") + kColumns +
                   ", true, 1::int8\n  FROM muniment.intake AS i WHERE i.region = $1 AND i.id = $2::uuid",
            .parameters = Parameters().text(region.text()).text(id.text()),
            .hasBinaryResult = true};
}

Statement intakeCounts(const RegionName& region) {
    return {.sql = "SELECT i.state, count(*) FROM muniment.intake AS i WHERE i.region = $1 GROUP BY i.state",
            .parameters = Parameters().text(region.text())};
}

Statement intakeReceipt(const RegionName& region, const std::string& headers, const std::string& body) {
    const auto present = [](const std::string& json) { return json.empty() ? std::nullopt : std::optional(json); };
    return {.sql = "INSERT INTO muniment.intake (region, headers, body) VALUES ($1, $2::jsonb, $3::jsonb)\n"
                   "RETURNING id",
            .parameters = Parameters().text(region.text()).text(present(headers)).text(present(body)),
            .hasBinaryResult = true};
}

Statement intakeRejection(const RegionName& region, std::span<const Uuid> records, const std::string& reason) {
    return {.sql =
                "UPDATE muniment.intake AS i SET state = 'rejected', reason = $2\n WHERE i.region = $1 AND i.state = "
                "'new'\n   AND i.id IN (SELECT r.id::uuid FROM unnest($3::text[]) AS r (id))",
            .parameters = Parameters().text(region.text()).text(reason).texts(texts(records))};
}

Statement intakePromotion(const Promotion& promotion) {
    return {.sql = "UPDATE muniment.intake AS i SET state = 'promoted', mapping = $2, command_id = $3::uuid\n"
                   " WHERE i.region = $1 AND i.state = 'new'\n"
                   "   AND i.id IN (SELECT r.id::uuid FROM unnest($4::text[]) AS r (id))",
            .parameters = Parameters()
                              .text(promotion.append.region.text())
                              .text(promotion.mapping)
                              .text(promotion.append.commandId.text())
                              .texts(texts(promotion.records))};
}

Statement intakeStates(const RegionName& region, std::span<const Uuid> records) {
    return {.sql = "SELECT r.id, coalesce(i.state, 'missing')\n"
                   "  FROM unnest($2::text[]) AS r (id)\n"
                   "  LEFT JOIN muniment.intake AS i ON i.region = $1 AND i.id = r.id::uuid\n"
                   " WHERE coalesce(i.state, 'missing') <> 'new' LIMIT 1",
            .parameters = Parameters().text(region.text()).texts(texts(records))};
}

} // namespace muniment::postgres
