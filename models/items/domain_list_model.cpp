#include "models/items/domain_list_model.h"

namespace muniment {

namespace {

using Row = DomainRow;

std::string nameOf(const Row& row) {
    return row.domain;
}

std::vector<ListColumn<Row>> columns() {
    return {textColumn<Row>([] { return DomainListModel::tr("Domain"); },
                            [](const Row& row) { return plainText(row.domain); }),
            textColumn<Row>([] { return DomainListModel::tr("State"); },
                            [](const Row& row) {
                                return row.isVerified ? DomainListModel::tr("Verified")
                                                      : DomainListModel::tr("Not verified");
                            }),
            timeColumn<Row>([] { return DomainListModel::tr("Since (%1)"); },
                            [](const Row& row) { return std::optional(row.since); },
                            [](const Row&) { return TenantId(); })};
}

} // namespace

DomainListModel::DomainListModel(AskDomains ask, QObject* parent)
    : ColumnedListModel(columns(), &nameOf, std::move(ask), parent) {}

} // namespace muniment
