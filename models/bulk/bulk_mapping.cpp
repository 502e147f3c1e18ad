#include "models/bulk/bulk_mapping.h"

#include "models/replica/name_folding.h"

#include <algorithm>
#include <array>

namespace muniment {

namespace {

constexpr std::array kKinds{BulkKind::Users, BulkKind::Grants, BulkKind::TeamMembers};

constexpr std::array<BulkField, 8> kUserFields{{{"userName", true},
                                                {"kind"},
                                                {"firstName"},
                                                {"lastName"},
                                                {"displayName"},
                                                {"email"},
                                                {"phone"},
                                                {"description"}}};
constexpr std::array<BulkField, 6> kGrantFields{
    {{"role", true}, {"user"}, {"team"}, {"resource"}, {"from"}, {"until"}}};
constexpr std::array<BulkField, 3> kMemberFields{{{"team", true}, {"user"}, {"memberTeam"}}};

/// Words as they stand in headers, folded and without anything but letters and digits.
struct Synonym {
    std::string_view word;
    std::string_view field;
};

constexpr Synonym kSynonyms[] = {
    {"username", "userName"},
    {"login", "userName"},
    {"loginname", "userName"},
    {"benutzername", "userName"},
    {"anmeldename", "userName"},
    {"kind", "kind"},
    {"type", "kind"},
    {"art", "kind"},
    {"firstname", "firstName"},
    {"givenname", "firstName"},
    {"vorname", "firstName"},
    {"lastname", "lastName"},
    {"surname", "lastName"},
    {"familyname", "lastName"},
    {"nachname", "lastName"},
    {"displayname", "displayName"},
    {"name", "displayName"},
    {"fullname", "displayName"},
    {"anzeigename", "displayName"},
    {"email", "email"},
    {"mail", "email"},
    {"emailaddress", "email"},
    {"emailadresse", "email"},
    {"phone", "phone"},
    {"phonenumber", "phone"},
    {"telephone", "phone"},
    {"telefon", "phone"},
    {"telefonnummer", "phone"},
    {"description", "description"},
    {"beschreibung", "description"},
    {"role", "role"},
    {"rolekey", "role"},
    {"roleid", "role"},
    {"rolle", "role"},
    {"user", "user"},
    {"userid", "user"},
    {"username", "user"},
    {"email", "user"},
    {"member", "user"},
    {"benutzer", "user"},
    {"benutzername", "user"},
    {"mitglied", "user"},
    {"team", "team"},
    {"teamname", "team"},
    {"teamid", "team"},
    {"gruppe", "team"},
    {"group", "team"},
    {"resource", "resource"},
    {"resourceid", "resource"},
    {"ressource", "resource"},
    {"from", "from"},
    {"validfrom", "from"},
    {"start", "from"},
    {"ab", "from"},
    {"until", "until"},
    {"validuntil", "until"},
    {"expiry", "until"},
    {"end", "until"},
    {"bis", "until"},
    {"memberteam", "memberTeam"},
    {"subteam", "memberTeam"},
    {"unterteam", "memberTeam"},
};

std::string bare(const std::string& title) {
    std::string word = foldName(title);
    std::erase_if(word, [](char letter) {
        return static_cast<unsigned char>(letter) < 0x80 && std::isalnum(static_cast<unsigned char>(letter)) == 0;
    });
    return word;
}

/// What a spreadsheet could take for a formula is written with an apostrophe before it, which is no part of the value.
std::string withoutGuard(const std::string& cell) {
    const bool isGuarded =
        cell.size() > 1 && cell.front() == '\'' && std::string_view("=+-@\t\r").find(cell[1]) != std::string_view::npos;
    return isGuarded ? cell.substr(1) : cell;
}

bool names(const std::string& title, std::string_view field) {
    const std::string word = bare(title);
    return std::ranges::any_of(kSynonyms,
                               [&](const Synonym& synonym) { return synonym.field == field && synonym.word == word; });
}

} // namespace

std::string_view bulkKindName(BulkKind kind) {
    switch (kind) {
    case BulkKind::Users:
        return "users";
    case BulkKind::Grants:
        return "grants";
    case BulkKind::TeamMembers:
        return "members";
    }
    return "users";
}

std::span<const BulkField> bulkFields(BulkKind kind) {
    switch (kind) {
    case BulkKind::Users:
        return kUserFields;
    case BulkKind::Grants:
        return kGrantFields;
    case BulkKind::TeamMembers:
        return kMemberFields;
    }
    return kUserFields;
}

std::string BulkMapping::cell(const CsvRow& row, std::string_view field) const {
    const auto fields = bulkFields(kind);
    for (std::size_t i = 0; i < fields.size() && i < columns.size(); ++i)
        if (fields[i].name == field && columns[i] && *columns[i] < row.cells.size())
            return withoutGuard(row.cells[*columns[i]]);
    return {};
}

std::optional<std::string_view> BulkMapping::missing() const {
    const auto fields = bulkFields(kind);
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].isRequired && (i >= columns.size() || !columns[i]))
            return fields[i].name;
    return std::nullopt;
}

BulkMapping suggestMapping(BulkKind kind, const std::vector<std::string>& header) {
    BulkMapping mapping{kind, {}};
    std::vector<bool> isTaken(header.size());
    for (const BulkField& field : bulkFields(kind)) {
        std::optional<std::size_t> column;
        for (std::size_t i = 0; i < header.size() && !column; ++i)
            if (!isTaken[i] && names(header[i], field.name))
                column = i;
        if (column)
            isTaken[*column] = true;
        mapping.columns.push_back(column);
    }
    return mapping;
}

std::optional<BulkKind> likelyKind(const std::vector<std::string>& header) {
    std::optional<BulkKind> best;
    std::ptrdiff_t most = 0;
    for (const BulkKind kind : kKinds) {
        const BulkMapping mapping = suggestMapping(kind, header);
        const auto mapped = std::ranges::count_if(mapping.columns, [](const auto& column) { return bool(column); });
        if (!mapping.missing() && mapped > most) {
            best = kind;
            most = mapped;
        }
    }
    return best;
}

} // namespace muniment
