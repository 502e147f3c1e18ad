#include "models/items/member_list_model.h"

#include "models/items/access_words.h"

namespace muniment {

namespace {

using Row = MemberRow;

std::string nameOf(const Row& row) {
    return (row.member.kind == TeamMember::Kind::Team ? "team/" : "user/") + row.member.id.text();
}

std::vector<ListColumn<Row>> columns() {
    return {namedColumn<Row>([] { return MemberListModel::tr("Name"); },
                             [](const Row& row) { return std::pair(row.name, row.member.id.text()); }),
            textColumn<Row>([] { return MemberListModel::tr("Kind"); },
                            [](const Row& row) { return memberKindText(row.member.kind); }),
            textColumn<Row>([] { return MemberListModel::tr("Known as"); },
                            [](const Row& row) { return plainText(row.detail); }),
            timeColumn<Row>([] { return MemberListModel::tr("Since (%1)"); },
                            [](const Row& row) { return std::optional(row.since); },
                            [](const Row&) { return TenantId(); })};
}

} // namespace

MemberListModel::MemberListModel(AskMembers ask, QObject* parent)
    : ColumnedListModel(columns(), &nameOf, std::move(ask), parent) {}

} // namespace muniment
