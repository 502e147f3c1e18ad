#include "tests/statements/region_rule.h"

#include "tests/statements/query_scope.h"
#include "tests/statements/sql_tree.h"

#include <QRegularExpression>

namespace muniment::test {

namespace {

const auto kRegion = QStringLiteral("region");

/// Reads one statement's tree and keeps what is wrong with it.
class Reader {
public:
    explicit Reader(const RegionalTables& tables) : m_tables(tables) {}

    void readScript(const std::string& text) {
        const SqlScript script = parseSql(text);
        if (!script.error.empty())
            return tell(QStringLiteral("cannot be read: ") + QString::fromStdString(script.error));
        for (const SqlStatement& statement : script.statements)
            readStatement(statement);
    }

    std::vector<std::string> findings;

private:
    void tell(const QString& finding) { findings.push_back(finding.toStdString()); }

    void readStatement(const SqlStatement& statement) {
        const QueryScope nothing(m_tables, nullptr);
        if (statement.kind == QLatin1String("DoStmt"))
            return readPlpgsql(statement.text);
        if (statement.kind == QLatin1String("CreateFunctionStmt"))
            return readFunction(statement);
        if (statement.kind == QLatin1String("ViewStmt"))
            return; // who reads it has to name the region: a view of a regional table is one
        if (statement.kind == QLatin1String("CopyStmt"))
            readCopy(statement.tree, nothing);
        else if (statement.kind == QLatin1String("LockStmt") || statement.kind == QLatin1String("TruncateStmt"))
            readWhole(statement.tree, nothing);
        else if (!readQuery(statement.kind, statement.tree, &nothing))
            readInside(statement.tree, nothing);
    }

    void readFunction(const SqlStatement& statement) {
        QString language, body;
        for (const QJsonValue& option : statement.tree[QStringLiteral("options")].toArray()) {
            const QJsonObject element = option[QStringLiteral("DefElem")].toObject();
            const QString name = element[QStringLiteral("defname")].toString();
            const QJsonValue value = element[QStringLiteral("arg")];
            if (name == QLatin1String("language"))
                language = value[QStringLiteral("String")][QStringLiteral("sval")].toString();
            else if (name == QLatin1String("as"))
                body = value[QStringLiteral("List")][QStringLiteral("items")][0][QStringLiteral("String")]
                            [QStringLiteral("sval")]
                                .toString();
        }
        if (language == QLatin1String("plpgsql"))
            return readPlpgsql(statement.text);
        if (!body.isEmpty())
            return readScript(body.toStdString());
        readInside(statement.tree[QStringLiteral("sql_body")], QueryScope(m_tables, nullptr));
    }

    void readPlpgsql(const std::string& text) {
        const auto inside = parsePlpgsql(text);
        if (!inside)
            return tell(QStringLiteral("its PL/pgSQL cannot be read"));
        for (const std::string& query : inside->queries)
            readScript(query);
        static const QRegularExpression rows(
            QStringLiteral("'\\s*(SELECT|INSERT|UPDATE|DELETE|WITH|COPY|MERGE|TABLE)\\b"),
            QRegularExpression::CaseInsensitiveOption);
        for (const std::string& expression : inside->builtAtRunTime)
            if (rows.match(QString::fromStdString(expression)).hasMatch())
                tell(QStringLiteral("builds a statement about rows at run time: ") +
                     QString::fromStdString(expression));
    }

    void readCopy(const QJsonObject& tree, const QueryScope& around) {
        const QJsonObject table = tree[QStringLiteral("relation")].toObject();
        if (table.isEmpty())
            return readInside(tree, around);
        if (!around.isRegional(table))
            return;
        const QJsonArray columns = tree[QStringLiteral("attlist")].toArray();
        const bool hasRegion = std::any_of(columns.begin(), columns.end(), [](const QJsonValue& column) {
            return column[QStringLiteral("String")][QStringLiteral("sval")] == kRegion;
        });
        if (!tree[QStringLiteral("is_from")].toBool() || !hasRegion)
            tell(QStringLiteral("%1 is copied whatever the region").arg(table[QStringLiteral("relname")].toString()));
    }

    void readWhole(const QJsonObject& tree, const QueryScope& around) {
        for (const QJsonValue& relation : tree[QStringLiteral("relations")].toArray())
            if (const QJsonObject table = relation[QStringLiteral("RangeVar")].toObject(); around.isRegional(table))
                tell(QStringLiteral("%1 is taken as a whole").arg(table[QStringLiteral("relname")].toString()));
    }

    /// False: it is none that reads or writes rows.
    bool readQuery(const QString& kind, const QJsonObject& tree, const QueryScope* around) {
        if (kind == QLatin1String("SelectStmt"))
            readSelect(tree, around);
        else if (kind == QLatin1String("InsertStmt"))
            readInsert(tree, around);
        else if (kind == QLatin1String("UpdateStmt") || kind == QLatin1String("DeleteStmt"))
            readChange(tree, around);
        else if (kind == QLatin1String("MergeStmt"))
            tell(QStringLiteral("MERGE is not understood here"));
        else
            return false;
        return true;
    }

    /// The queries in an expression, a list, or whatever else holds some.
    void readInside(const QJsonValue& value, const QueryScope& around) {
        if (value.isArray())
            for (const QJsonValue& element : value.toArray())
                readInside(element, around);
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            if (!readQuery(it.key(), it.value().toObject(), &around))
                readInside(it.value(), around);
    }

    void readCommonTables(const QJsonObject& tree, QueryScope& scope) {
        const QJsonArray tables = tree[QStringLiteral("withClause")][QStringLiteral("ctes")].toArray();
        for (const QJsonValue& table : tables)
            scope.addCommonTable(table[QStringLiteral("CommonTableExpr")][QStringLiteral("ctename")].toString());
        for (const QJsonValue& table : tables)
            readInside(table[QStringLiteral("CommonTableExpr")][QStringLiteral("ctequery")], scope);
    }

    void settle(QueryScope& scope) {
        scope.hold();
        for (const QString& table : scope.open())
            tell(table + QStringLiteral(" is read or changed whatever the region"));
    }

    void readRest(QJsonObject tree, const QueryScope& scope, std::initializer_list<const char*> done) {
        for (const char* key : done)
            tree.remove(QLatin1String(key));
        readInside(tree, scope);
    }

    void readSelect(const QJsonObject& tree, const QueryScope* around) {
        QueryScope scope(m_tables, around);
        readCommonTables(tree, scope);
        for (const char* arm : {"larg", "rarg"})
            if (tree.contains(QLatin1String(arm)))
                readSelect(tree[QLatin1String(arm)].toObject(), &scope);
        for (const QJsonValue& entry : tree[QStringLiteral("fromClause")].toArray())
            scope.addFrom(entry);
        scope.addCondition(tree[QStringLiteral("whereClause")]);
        settle(scope);
        readRest(tree, scope, {"withClause", "larg", "rarg"});
    }

    void readChange(const QJsonObject& tree, const QueryScope* around) {
        QueryScope scope(m_tables, around);
        readCommonTables(tree, scope);
        const QJsonObject table = tree[QStringLiteral("relation")].toObject();
        scope.addTable(table);
        for (const char* more : {"fromClause", "usingClause"})
            for (const QJsonValue& entry : tree[QLatin1String(more)].toArray())
                scope.addFrom(entry);
        scope.addCondition(tree[QStringLiteral("whereClause")]);
        settle(scope);
        checkAssigned(tree[QStringLiteral("targetList")].toArray(), table, scope);
        readRest(tree, scope, {"withClause", "relation"});
    }

    void checkAssigned(const QJsonArray& targets, const QJsonObject& table, const QueryScope& scope) {
        for (const QJsonValue& target : targets)
            if (target[QStringLiteral("ResTarget")][QStringLiteral("name")] == kRegion && scope.isRegional(table))
                tell(QStringLiteral("a row of %1 is given another region")
                         .arg(table[QStringLiteral("relname")].toString()));
    }

    void readInsert(const QJsonObject& tree, const QueryScope* around) {
        QueryScope scope(m_tables, around);
        readCommonTables(tree, scope);
        const QJsonObject table = tree[QStringLiteral("relation")].toObject();
        const QJsonObject rows = tree[QStringLiteral("selectStmt")][QStringLiteral("SelectStmt")].toObject();
        if (scope.isRegional(table)) {
            const QJsonArray columns = tree[QStringLiteral("cols")].toArray();
            qsizetype place = 0;
            while (place < columns.size() &&
                   columns[place][QStringLiteral("ResTarget")][QStringLiteral("name")] != kRegion)
                ++place;
            if (place == columns.size() || rows.isEmpty() || !givesRegion(rows, place, scope))
                tell(QStringLiteral("a row of %1 is written without a given region")
                         .arg(table[QStringLiteral("relname")].toString()));
            const QJsonObject conflict = tree[QStringLiteral("onConflictClause")].toObject();
            checkAssigned(conflict[QStringLiteral("targetList")].toArray(), table, scope);
        }
        if (!rows.isEmpty())
            readSelect(rows, &scope);
        scope.addTable(table, true);
        scope.hold();
        readRest(tree, scope, {"withClause", "relation", "selectStmt"});
    }

    /// Whether the value that each row brings for the column at `place` is given.
    bool givesRegion(const QJsonObject& rows, qsizetype place, const QueryScope& around) {
        if (rows.contains(QStringLiteral("larg")))
            return givesRegion(rows[QStringLiteral("larg")].toObject(), place, around) &&
                   givesRegion(rows[QStringLiteral("rarg")].toObject(), place, around);
        QueryScope scope(m_tables, &around);
        for (const QJsonValue& entry : rows[QStringLiteral("fromClause")].toArray())
            scope.addFrom(entry);
        scope.addCondition(rows[QStringLiteral("whereClause")]);
        scope.hold();
        for (const QJsonValue& list : rows[QStringLiteral("valuesLists")].toArray())
            if (!scope.isGiven(list[QStringLiteral("List")][QStringLiteral("items")][static_cast<int>(place)]))
                return false;
        return rows.contains(QStringLiteral("valuesLists")) ||
               scope.isGiven(rows[QStringLiteral("targetList")][static_cast<int>(place)][QStringLiteral("ResTarget")]
                                 [QStringLiteral("val")]);
    }

    const RegionalTables& m_tables;
};

bool hasRegionColumn(const QJsonObject& table) {
    const QJsonArray elements = table[QStringLiteral("tableElts")].toArray();
    return std::any_of(elements.begin(), elements.end(), [](const QJsonValue& element) {
        return element[QStringLiteral("ColumnDef")][QStringLiteral("colname")] == kRegion;
    });
}

} // namespace

RegionalTables regionalTablesOf(const std::string& schema) {
    RegionalTables tables;
    const SqlScript script = parseSql(schema);
    if (!script.error.empty())
        qFatal("the schema cannot be read: %s", script.error.c_str());
    for (const SqlStatement& statement : script.statements) {
        if (statement.kind == QLatin1String("CreateStmt") && hasRegionColumn(statement.tree))
            tables.insert(statement.tree[QStringLiteral("relation")][QStringLiteral("relname")].toString());
        if (statement.kind != QLatin1String("ViewStmt"))
            continue;
        const std::size_t as = statement.text.find("SELECT");
        if (as != std::string::npos && !leavesRegionOpen(statement.text.substr(as), tables).empty())
            tables.insert(statement.tree[QStringLiteral("view")][QStringLiteral("relname")].toString());
    }
    return tables;
}

std::vector<std::string> leavesRegionOpen(const std::string& statement, const RegionalTables& tables) {
    Reader reader(tables);
    reader.readScript(statement);
    return reader.findings;
}

std::vector<std::string> leavesRegionOpenOnCockroach(const std::string& statement, const RegionalTables& tables) {
    const std::string translated = cockroachAsPostgres(statement);
    static const QRegularExpression comment(QStringLiteral("^(\\s|--[^\\n]*\\n?)+"));
    static const QRegularExpression ofSchema(
        QStringLiteral("^(SHOW|ALTER|SET|CREATE|DROP|GRANT|REVOKE|BEGIN|COMMIT|ROLLBACK)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    QString words = QString::fromStdString(translated);
    words.remove(comment);
    if (words.isEmpty() || ofSchema.match(words).hasMatch())
        return {};
    return leavesRegionOpen(translated, tables);
}

} // namespace muniment::test
