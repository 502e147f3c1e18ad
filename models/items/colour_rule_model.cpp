#include "models/items/colour_rule_model.h"

#include "models/items/column_roles.h"
#include "models/items/error_sentence.h"
#include "models/items/filter_words.h"
#include "models/items/plain_text.h"
#include "models/timeline/filter/filter.h"

namespace muniment {

ColourRuleModel::ColourRuleModel(QObject* parent) : QAbstractTableModel(parent) {}

void ColourRuleModel::setRules(std::vector<ColourRule> rules) {
    beginResetModel();
    m_rules = std::move(rules);
    endResetModel();
}

void ColourRuleModel::insert(int row, ColourRule rule) {
    row = std::clamp(row, 0, rowCount());
    rule.name = uniqueName(std::move(rule.name), -1);
    beginInsertRows({}, row, row);
    m_rules.insert(m_rules.begin() + row, std::move(rule));
    endInsertRows();
}

void ColourRuleModel::remove(int row) {
    beginRemoveRows({}, row, row);
    m_rules.erase(m_rules.begin() + row);
    endRemoveRows();
}

void ColourRuleModel::move(int row, int to) {
    if (to == row || to < 0 || to >= rowCount())
        return;
    beginMoveRows({}, row, row, {}, to > row ? to + 1 : to);
    auto rule = std::move(m_rules[static_cast<std::size_t>(row)]);
    m_rules.erase(m_rules.begin() + row);
    m_rules.insert(m_rules.begin() + to, std::move(rule));
    endMoveRows();
}

void ColourRuleModel::change(int row, ColourRule rule) {
    rule.name = uniqueName(std::move(rule.name), row);
    auto& old = m_rules[static_cast<std::size_t>(row)];
    if (old == rule)
        return;
    old = std::move(rule);
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

bool ColourRuleModel::isReadable(int row) const {
    const auto parsed = parseFilter(m_rules[static_cast<std::size_t>(row)].filter);
    return parsed.filter && *parsed.filter != FilterNode{};
}

std::optional<int> ColourRuleModel::faultyRow() const {
    for (int row = 0; row < rowCount(); ++row)
        if (m_rules[static_cast<std::size_t>(row)].isEnabled && !isReadable(row))
            return row;
    return {};
}

void ColourRuleModel::setEditable(bool isEditable) {
    m_isEditable = isEditable;
}

void ColourRuleModel::setObstacles(std::map<std::string, Error> obstacles) {
    m_obstacles = std::move(obstacles);
    if (!m_rules.empty())
        emit dataChanged(index(0, Filter), index(rowCount() - 1, Filter),
                         {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
}

QString ColourRuleModel::obstacle(int row) const {
    const auto known = m_obstacles.find(m_rules[static_cast<std::size_t>(row)].filter);
    return known == m_obstacles.end() ? QString() : errorSentence(known->second);
}

QString ColourRuleModel::shownFilter(int row) const {
    const auto text = plainText(m_rules[static_cast<std::size_t>(row)].filter);
    return !isReadable(row)          ? QStringLiteral("✕ ") + text
           : obstacle(row).isEmpty() ? text
                                     : QStringLiteral("⚠ ") + text;
}

QString ColourRuleModel::spokenFilter(int row) const {
    const auto text = plainText(m_rules[static_cast<std::size_t>(row)].filter);
    if (!isReadable(row))
        return tr("%1: cannot be used").arg(text);
    const auto why = obstacle(row);
    return why.isEmpty() ? text : tr("%1: colours nothing. %2").arg(text, why);
}

QString ColourRuleModel::toolTip(const QModelIndex& index) const {
    const auto& rule = m_rules[static_cast<std::size_t>(index.row())];
    if (index.column() == Name)
        return escapedHtml(plainText(rule.name));
    const auto text = escapedHtml(plainText(rule.filter));
    const auto why = obstacle(index.row());
    return why.isEmpty() ? text : text + QStringLiteral("<br>") + escapedHtml(why);
}

bool ColourRuleModel::isTaken(const std::string& name, int row) const {
    for (int other = 0; other < rowCount(); ++other)
        if (other != row && m_rules[static_cast<std::size_t>(other)].name == name)
            return true;
    return false;
}

std::string ColourRuleModel::uniqueName(std::string name, int row) const {
    if (QString::fromStdString(name).trimmed().isEmpty())
        name = tr("Rule").toStdString();
    std::string unique = name;
    for (int number = 2; isTaken(unique, row); ++number)
        unique = name + " (" + std::to_string(number) + ")";
    return unique;
}

int ColourRuleModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rules.size());
}

int ColourRuleModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ColourRuleModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const auto& rule = m_rules[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Name ? plainText(rule.name) : shownFilter(index.row());
    case Qt::ToolTipRole:
        return toolTip(index);
    case Qt::AccessibleTextRole:
        return index.column() == Name ? plainText(rule.name) : spokenFilter(index.row());
    case Qt::CheckStateRole:
        return index.column() == Name ? QVariant(rule.isEnabled ? Qt::Checked : Qt::Unchecked) : QVariant();
    case kRowColourRole:
        return rule.isEnabled ? QString::fromStdString(rule.colour) : QVariant();
    default:
        return {};
    }
}

QVariant ColourRuleModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Rule") : tr("Filter");
}

Qt::ItemFlags ColourRuleModel::flags(const QModelIndex& index) const {
    auto flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Name && m_isEditable)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool ColourRuleModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || index.column() != Name || role != Qt::CheckStateRole || !m_isEditable)
        return false;
    auto rule = m_rules[static_cast<std::size_t>(index.row())];
    rule.isEnabled = value.toInt() == Qt::Checked;
    change(index.row(), std::move(rule));
    return true;
}

std::vector<ColourRule> suggestedColourRules() {
    const auto rule = [](const QString& name, const char* filter, const char* colour) {
        return ColourRule{name.toStdString(), filter, colour, true};
    };
    return {
        rule(ColourRuleModel::tr("Failures"), "outcome:(failure denied)", "red"),
        rule(ColourRuleModel::tr("Locks"), "type:(user.locked user.deactivated org.deactivated)", "orange"),
        rule(ColourRuleModel::tr("Removals"), "type:*.removed", "violet"),
        rule(ColourRuleModel::tr("Access rights"), "type:(grant.* role.* team.member.*)", "sky"),
        rule(ColourRuleModel::tr("Ways to sign in"),
             "type:(user.human.mfa.* user.human.passwordless.* user.human.password.changed user.pat.* "
             "user.machine.key.*)",
             "pink"),
        rule(ColourRuleModel::tr("Moves between regions"), "type:org.region.*", "green"),
        rule(ColourRuleModel::tr("Operators"), "actortype:operator", "yellow"),
    };
}

} // namespace muniment
