// A relation inside an aggregate: the members of a team, the permissions of a role. The rule, apart from where the rows
// are kept.
#pragma once

#include "models/replica/projections/read_model.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace muniment {

/// What an event does to the relation of its aggregate. Begin and End are those of the aggregate itself: End takes
/// everything away, and until Begin nothing comes back, whatever a careless writer adds.
template <class Key, class Value>
struct RelationChange {
    enum class Kind { Put, PutIfAbsent, Drop, Begin, End };

    Kind kind = Kind::Put;
    Key key{};
    Value value{};
};

/// Of a relation that says only that something belongs to it.
struct NoValue {
    bool operator==(const NoValue&) const = default;
};

/// That `key` has been in the relation, with `value`, from an event on. An end mark stands for the aggregate's End.
template <class Key, class Value>
struct RelationRow {
    std::int64_t fromN = 0;
    Instant validFrom;
    Instant since; ///< validFrom of the first row of the key without a gap
    bool isEnd = false;
    Key key{};
    Value value{};
};

/// An event ends any number of rows and begins at most one, which so has the event's number for its own.
template <class Key, class Value>
struct RelationStep {
    std::vector<std::int64_t> ended; ///< fromN of rows
    std::optional<RelationRow<Key, Value>> begun;

    [[nodiscard]] bool isEmpty() const { return ended.empty() && !begun; }
};

/// The present rows of one aggregate.
template <class Key, class Value>
class Relation {
public:
    using Row = RelationRow<Key, Value>;
    using Step = RelationStep<Key, Value>;
    using Change = RelationChange<Key, Value>;

    /// A row as it was stored.
    void restore(Row row) {
        if (row.isEnd)
            m_end = std::move(row);
        else
            m_rows.insert_or_assign(row.key, std::move(row));
    }

    [[nodiscard]] Step apply(const ProjectedEvent& event, Change change) {
        using Kind = typename Change::Kind;
        if (change.kind == Kind::Begin)
            return begin();
        if (m_end)
            return {};
        if (change.kind == Kind::End)
            return end(event);
        const auto known = m_rows.find(change.key);
        if (change.kind == Kind::Drop)
            return known == m_rows.end() ? Step{} : drop(known);
        if (known != m_rows.end() && (change.kind == Kind::PutIfAbsent || known->second.value == change.value))
            return {};
        return put(event, std::move(change));
    }

    /// Every row that has not ended, in order of their keys, an end mark last.
    [[nodiscard]] std::vector<Row> rows() const {
        std::vector<Row> all;
        for (const auto& [key, row] : m_rows)
            all.push_back(row);
        if (m_end)
            all.push_back(*m_end);
        return all;
    }

private:
    using Rows = std::map<Key, Row>;

    Step begin() {
        Step step;
        if (m_end)
            step.ended.push_back(m_end->fromN);
        m_end.reset();
        return step;
    }

    Step end(const ProjectedEvent& event) {
        Step step;
        for (const auto& [key, row] : m_rows)
            step.ended.push_back(row.fromN);
        m_rows.clear();
        m_end = Row{event.n, event.loggedAt, event.loggedAt, true, {}, {}};
        step.begun = m_end;
        return step;
    }

    Step drop(typename Rows::iterator known) {
        Step step;
        step.ended.push_back(known->second.fromN);
        m_rows.erase(known);
        return step;
    }

    Step put(const ProjectedEvent& event, Change change) {
        Step step;
        Row row{event.n, event.loggedAt, event.loggedAt, false, std::move(change.key), std::move(change.value)};
        if (const auto before = m_rows.find(row.key); before != m_rows.end()) {
            row.since = before->second.since;
            step.ended.push_back(before->second.fromN);
        }
        m_rows.insert_or_assign(row.key, row);
        step.begun = std::move(row);
        return step;
    }

    Rows m_rows;
    std::optional<Row> m_end;
};

} // namespace muniment
