// What a query reads from, and which of it is held to one region.
#pragma once

#include "tests/statements/region_rule.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace muniment::test {

/// One query's tables and the queries around it. `outer` must outlive it.
class QueryScope {
public:
    QueryScope(const RegionalTables& tables, const QueryScope* outer) : m_tables(tables), m_outer(outer) {}

    /// Names of WITH hide tables that are named without a schema.
    void addCommonTable(const QString& name) { m_commonTables << name; }

    /// A RangeVar; `isGiven`: its rows are at their region whatever the conditions say (the target of an INSERT).
    void addTable(const QJsonObject& rangeVar, bool isGiven = false);
    /// What is no table: a function's rows, a query's in parentheses.
    void addRows(const QJsonObject& alias);
    /// An entry of FROM with everything it joins, and the joins' conditions.
    void addFrom(const QJsonValue& entry);
    void addCondition(const QJsonValue& condition);

    /// Once everything is added: follows the conditions until nothing more is held.
    void hold();
    /// Tables that stay open, as "claims AS c".
    [[nodiscard]] QStringList open() const;
    /// Whether the expression's value is the caller's, or that of a region which is held.
    [[nodiscard]] bool isGiven(const QJsonValue& expression) const;
    [[nodiscard]] bool isRegional(const QJsonObject& rangeVar) const;

private:
    struct Source {
        QString name;
        QString told;
        bool isRegional = false;
        bool isHeld = true;
    };

    struct Condition {
        QJsonValue expression;
        /// An outer join's condition holds the side that may be missing alone.
        QStringList only;
        bool isForAll = true;
    };

    [[nodiscard]] bool isCommonTable(const QString& name) const;
    /// Null: there is none of that name here or around.
    [[nodiscard]] const Source* named(const QString& name) const;
    [[nodiscard]] const Source* onlyRegional() const;
    [[nodiscard]] bool isRegionOf(const QJsonValue& expression, const Source& source) const;
    [[nodiscard]] bool holds(const QJsonValue& condition, const Source& source) const;
    [[nodiscard]] bool equates(const QJsonValue& left, const QJsonValue& right, const Source& source) const;
    QStringList addSide(const QJsonValue& entry);

    const RegionalTables& m_tables;
    const QueryScope* m_outer;
    QStringList m_commonTables;
    std::vector<Source> m_sources;
    std::vector<Condition> m_conditions;
};

} // namespace muniment::test
