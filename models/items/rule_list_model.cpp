#include "models/items/rule_list_model.h"

#include "models/items/rule_words.h"

namespace muniment {

namespace {

using Row = ShownRule;

std::string nameOf(const Row& row) {
    return row.tenant.text() + "/" + row.id.text();
}

std::vector<ListColumn<Row>> columns() {
    return {
        textColumn<Row>([] { return RuleListModel::tr("Name"); }, [](const Row& row) { return plainText(row.name); }),
        textColumn<Row>([] { return RuleListModel::tr("Nobody may"); },
                        [](const Row& row) { return dutyText(row.first, row.firstResourceName); }),
        textColumn<Row>([] { return RuleListModel::tr("Together with"); },
                        [](const Row& row) { return dutyText(row.second, row.secondResourceName); }),
        textColumn<Row>([] { return RuleListModel::tr("Broken by"); },
                        [](const Row& row) { return breachCountText(row); }),
        textColumn<Row>([] { return RuleListModel::tr("State"); },
                        [](const Row& row) { return ruleStateText(row.lifecycle); }),
        tenantColumn<Row>([] { return RuleListModel::tr("Organization"); }),
        timeColumn<Row>([] { return RuleListModel::tr("Changed (%1)"); },
                        [](const Row& row) { return std::optional(row.changedAt); },
                        [](const Row& row) { return row.tenant; }),
        idColumn<Row>([] { return RuleListModel::tr("Id"); }, [](const Row& row) { return row.id.text(); })};
}

} // namespace

RuleListModel::RuleListModel(AskRules ask, QObject* parent)
    : ColumnedListModel(columns(), &nameOf, std::move(ask), parent) {}

} // namespace muniment
