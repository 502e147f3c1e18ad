#include "tests/statements/query_scope.h"

#include <algorithm>

namespace muniment::test {

namespace {

const auto kRegion = QStringLiteral("region");

QJsonObject part(const QJsonValue& value, const char* kind) {
    return value[QLatin1String(kind)].toObject();
}

QString aliasOf(const QJsonObject& node) {
    return node[QStringLiteral("alias")][QStringLiteral("aliasname")].toString();
}

/// "e.region" as {e, region}.
QStringList fieldsOf(const QJsonValue& expression) {
    QStringList fields;
    for (const QJsonValue& field : part(expression, "ColumnRef")[QStringLiteral("fields")].toArray())
        fields << field[QStringLiteral("String")][QStringLiteral("sval")].toString();
    return fields;
}

QJsonValue withoutCast(QJsonValue expression) {
    while (expression.toObject().contains(QStringLiteral("TypeCast")))
        expression = expression[QStringLiteral("TypeCast")][QStringLiteral("arg")];
    return expression;
}

} // namespace

bool QueryScope::isCommonTable(const QString& name) const {
    return m_commonTables.contains(name) || (m_outer != nullptr && m_outer->isCommonTable(name));
}

bool QueryScope::isRegional(const QJsonObject& rangeVar) const {
    const QString name = rangeVar[QStringLiteral("relname")].toString();
    const QString schema = rangeVar[QStringLiteral("schemaname")].toString();
    return m_tables.contains(name) && (!schema.isEmpty() || !isCommonTable(name));
}

void QueryScope::addTable(const QJsonObject& rangeVar, bool isGiven) {
    const QString table = rangeVar[QStringLiteral("relname")].toString();
    const QString alias = aliasOf(rangeVar);
    const bool isRegional = this->isRegional(rangeVar);
    m_sources.push_back({alias.isEmpty() ? table : alias,
                         alias.isEmpty() ? table : table + QStringLiteral(" AS ") + alias, isRegional,
                         isGiven || !isRegional});
}

void QueryScope::addRows(const QJsonObject& alias) {
    m_sources.push_back({aliasOf(alias), {}, false, true});
}

QStringList QueryScope::addSide(const QJsonValue& entry) {
    const std::size_t before = m_sources.size();
    addFrom(entry);
    QStringList names;
    for (std::size_t i = before; i < m_sources.size(); ++i)
        names << m_sources[i].name;
    return names;
}

void QueryScope::addFrom(const QJsonValue& entry) {
    const QJsonObject object = entry.toObject();
    if (object.contains(QStringLiteral("RangeVar")))
        return addTable(part(entry, "RangeVar"));
    if (!object.contains(QStringLiteral("JoinExpr")))
        return addRows(object.begin().value().toObject());
    const QJsonObject join = part(entry, "JoinExpr");
    const QStringList left = addSide(join[QStringLiteral("larg")]);
    const QStringList right = addSide(join[QStringLiteral("rarg")]);
    const QJsonValue condition = join[QStringLiteral("quals")];
    const QString type = join[QStringLiteral("jointype")].toString();
    if (type == QLatin1String("JOIN_INNER"))
        m_conditions.push_back({condition, {}, true});
    else if (type == QLatin1String("JOIN_LEFT"))
        m_conditions.push_back({condition, right, false});
    else if (type == QLatin1String("JOIN_RIGHT"))
        m_conditions.push_back({condition, left, false});
}

void QueryScope::addCondition(const QJsonValue& condition) {
    m_conditions.push_back({condition, {}, true});
}

const QueryScope::Source* QueryScope::named(const QString& name) const {
    const auto found = std::ranges::find(m_sources, name, &Source::name);
    if (found != m_sources.end())
        return &*found;
    return m_outer == nullptr ? nullptr : m_outer->named(name);
}

const QueryScope::Source* QueryScope::onlyRegional() const {
    if (std::ranges::count_if(m_sources, &Source::isRegional) == 1)
        return &*std::ranges::find_if(m_sources, &Source::isRegional);
    return nullptr;
}

bool QueryScope::isRegionOf(const QJsonValue& expression, const Source& source) const {
    const QStringList fields = fieldsOf(expression); // a cast column is an expression, by which nothing is pruned
    if (fields.size() == 1)
        return fields.front() == kRegion && onlyRegional() == &source;
    return fields.size() >= 2 && fields.back() == kRegion && fields[fields.size() - 2] == source.name;
}

bool QueryScope::isGiven(const QJsonValue& expression) const {
    const QJsonValue value = withoutCast(expression);
    const QJsonObject object = value.toObject();
    if (object.contains(QStringLiteral("ParamRef")) || object.contains(QStringLiteral("A_Const")))
        return true;
    for (const char* list : {"List", "A_ArrayExpr"})
        if (object.contains(QLatin1String(list))) {
            const QJsonArray items =
                value[QLatin1String(list)][list[0] == 'L' ? QLatin1String("items") : QLatin1String("elements")]
                    .toArray();
            return std::all_of(items.begin(), items.end(), [this](const QJsonValue& item) { return isGiven(item); });
        }
    if (const QJsonArray arguments = part(value, "FuncCall")[QStringLiteral("args")].toArray(); !arguments.isEmpty())
        return std::all_of(arguments.begin(), arguments.end(), [this](const QJsonValue& one) { return isGiven(one); });
    const QStringList fields = fieldsOf(value);
    if (fields.size() == 1) {
        const Source* const source = fields.front() == kRegion ? onlyRegional() : nullptr;
        return source == nullptr || source->isHeld;
    }
    if (fields.size() < 2)
        return false;
    const Source* const source = named(fields[fields.size() - 2]);
    return source == nullptr || source->isHeld; // no source at all: a variable
}

bool QueryScope::equates(const QJsonValue& left, const QJsonValue& right, const Source& source) const {
    const QJsonArray lefts = part(left, "RowExpr")[QStringLiteral("args")].toArray();
    const QJsonArray rights = part(right, "RowExpr")[QStringLiteral("args")].toArray();
    if (lefts.size() != rights.size())
        return false;
    if (lefts.isEmpty())
        return isRegionOf(left, source) && isGiven(right);
    for (qsizetype i = 0; i < lefts.size(); ++i)
        if (equates(lefts[i], rights[i], source))
            return true;
    return false;
}

bool QueryScope::holds(const QJsonValue& condition, const Source& source) const {
    const QJsonObject logic = part(condition, "BoolExpr");
    if (!logic.isEmpty()) {
        const QJsonArray parts = logic[QStringLiteral("args")].toArray();
        const auto isHeldBy = [&](const QJsonValue& one) { return holds(one, source); };
        const QString kind = logic[QStringLiteral("boolop")].toString();
        if (kind == QLatin1String("AND_EXPR"))
            return std::any_of(parts.begin(), parts.end(), isHeldBy);
        return kind == QLatin1String("OR_EXPR") && std::all_of(parts.begin(), parts.end(), isHeldBy);
    }
    const QJsonObject comparison = part(condition, "A_Expr");
    const QString name =
        comparison[QStringLiteral("name")][0][QStringLiteral("String")][QStringLiteral("sval")].toString();
    const QString kind = comparison[QStringLiteral("kind")].toString();
    const bool isEquality =
        kind == QLatin1String("AEXPR_OP") || kind == QLatin1String("AEXPR_OP_ANY") || kind == QLatin1String("AEXPR_IN");
    if (!isEquality || name != QLatin1String("="))
        return false;
    const QJsonValue left = comparison[QStringLiteral("lexpr")];
    const QJsonValue right = comparison[QStringLiteral("rexpr")];
    return equates(left, right, source) || (kind == QLatin1String("AEXPR_OP") && equates(right, left, source));
}

void QueryScope::hold() {
    for (bool isGrowing = true; isGrowing;) {
        isGrowing = false;
        for (Source& source : m_sources) {
            const auto isHeldBy = [&](const Condition& one) {
                return (one.isForAll || one.only.contains(source.name)) && holds(one.expression, source);
            };
            if (source.isHeld || std::ranges::none_of(m_conditions, isHeldBy))
                continue;
            source.isHeld = true;
            isGrowing = true;
        }
    }
}

QStringList QueryScope::open() const {
    QStringList names;
    for (const Source& source : m_sources)
        if (!source.isHeld)
            names << source.told;
    return names;
}

} // namespace muniment::test
