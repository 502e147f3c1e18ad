#include "tests/statements/sql_tree.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <memory>
#include <pg_query.h>

namespace muniment::test {

namespace {

QJsonDocument json(const char* text) {
    return QJsonDocument::fromJson(QByteArray(text));
}

/// Every object under `key`, however deep, in the order of the text.
void collect(const QJsonValue& value, const QString& key, std::vector<QJsonObject>& found) {
    if (value.isArray())
        for (const QJsonValue& element : value.toArray())
            collect(element, key, found);
    if (!value.isObject())
        return;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == key)
            found.push_back(it.value().toObject());
        collect(it.value(), key, found);
    }
}

bool isSql(const std::string& text) {
    return parseSql(text).error.empty();
}

/// PL/pgSQL's texts are statements, expressions and "variable := expression".
std::string asQuery(const std::string& text) {
    if (isSql(text))
        return text;
    if (const std::string expression = "SELECT " + text; isSql(expression))
        return expression;
    const std::size_t assigned = text.find(":=");
    return assigned == std::string::npos ? text : "SELECT " + text.substr(assigned + 2);
}

} // namespace

SqlScript parseSql(const std::string& text) {
    SqlScript script;
    const PgQueryParseResult result = pg_query_parse(text.c_str());
    if (result.error != nullptr)
        script.error = result.error->message;
    else
        for (const QJsonValue& entry : json(result.parse_tree).object()[QStringLiteral("stmts")].toArray()) {
            const QJsonObject statement = entry[QStringLiteral("stmt")].toObject();
            const auto begin = static_cast<std::size_t>(entry[QStringLiteral("stmt_location")].toInt());
            const auto length = static_cast<std::size_t>(entry[QStringLiteral("stmt_len")].toInt());
            script.statements.push_back({text.substr(begin, length == 0 ? std::string::npos : length),
                                         statement.begin().key(), statement.begin().value().toObject()});
        }
    pg_query_free_parse_result(result);
    return script;
}

std::vector<std::string> splitSql(const std::string& script) {
    std::vector<std::string> statements;
    const PgQuerySplitResult result = pg_query_split_with_scanner(script.c_str());
    for (int i = 0; i < result.n_stmts; ++i)
        statements.push_back(script.substr(static_cast<std::size_t>(result.stmts[i]->stmt_location),
                                           static_cast<std::size_t>(result.stmts[i]->stmt_len)));
    if (result.error != nullptr)
        qFatal("cannot split: %s", result.error->message);
    pg_query_free_split_result(result);
    return statements;
}

std::optional<PlpgsqlText> parsePlpgsql(const std::string& statement) {
    std::optional<PlpgsqlText> text;
    const PgQueryPlpgsqlParseResult result = pg_query_parse_plpgsql(statement.c_str());
    if (result.error == nullptr) {
        text.emplace();
        const QJsonArray functions = json(result.plpgsql_funcs).array();
        std::vector<QJsonObject> expressions;
        collect(functions, QStringLiteral("PLpgSQL_expr"), expressions);
        for (const QJsonObject& expression : expressions)
            text->queries.push_back(asQuery(expression[QStringLiteral("query")].toString().toStdString()));
        for (const char* kind : {"PLpgSQL_stmt_dynexecute", "PLpgSQL_stmt_dynfors"}) {
            std::vector<QJsonObject> executed;
            collect(functions, QString::fromLatin1(kind), executed);
            for (const QJsonObject& one : executed)
                text->builtAtRunTime.push_back(
                    one[QStringLiteral("query")][QStringLiteral("PLpgSQL_expr")][QStringLiteral("query")]
                        .toString()
                        .toStdString());
        }
    }
    pg_query_free_plpgsql_parse_result(result);
    return text;
}

std::string shapeOf(const std::string& statement) {
    const SqlScript script = parseSql(statement);
    if (script.statements.size() == 1 && (script.statements[0].kind == QLatin1String("DoStmt") ||
                                          script.statements[0].kind == QLatin1String("CreateFunctionStmt")))
        return QString::fromStdString(statement).simplified().toStdString();
    const PgQueryFingerprintResult result = pg_query_fingerprint(statement.c_str());
    std::string text = result.error == nullptr ? result.fingerprint_str : "";
    pg_query_free_fingerprint_result(result);
    return text;
}

std::string cockroachAsPostgres(const std::string& statement) {
    // A literal first, so that nothing inside one is touched.
    static const QRegularExpression differences(
        QStringLiteral(
            R"x(('(?:[^']|'')*')|\bAS\s+OF\s+SYSTEM\s+TIME\s+(?:'[^']*'|\w+\(\)))x"
            R"x(|(?<=[\w"])@(?:\w+|"[^"]+"|\{[^}]*\})|\[\s*SHOW\b[^\]]*\]|\b(session_user|current_user)\(\))x"),
        QRegularExpression::CaseInsensitiveOption);
    const QString text = QString::fromStdString(statement);
    QString translated;
    qsizetype end = 0;
    for (auto matches = differences.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        translated += QStringView(text).sliced(end, match.capturedStart() - end);
        end = match.capturedEnd();
        if (match.hasCaptured(1) || match.hasCaptured(2))
            translated += match.captured(match.hasCaptured(2) ? 2 : 1);
        else if (match.captured().startsWith(QLatin1Char('[')))
            translated += QStringLiteral("shown");
    }
    translated += QStringView(text).sliced(end);
    return translated.toStdString();
}

} // namespace muniment::test
