#include "models/eventstore/evidence_check.h"

#include "models/eventstore/append_check.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <charconv>

namespace muniment {

namespace {

// As the CHECK constraints of the server schema have them.
constexpr std::size_t kMaxOriginBytes = 2'048;
constexpr std::size_t kMaxNoteBytes = 65'536;
constexpr std::size_t kMaxHolderBytes = 255;
constexpr std::size_t kMaxPolicyBytes = 1'048'576;
constexpr std::size_t kRootBytes = 32;

tl::unexpected<Error> invalid(const char* field, std::string detail) {
    return failure(ErrorCode::InvalidInput, std::move(detail), {{"field", field}});
}

enum class Emptiness { Allowed, Refused };

Result<void> checkText(const char* field, const std::string& text, std::size_t most, Emptiness emptiness) {
    if (text.empty() && emptiness == Emptiness::Refused)
        return invalid(field, "empty");
    if (text.size() > most || !isStorableText(text))
        return invalid(field, "not UTF-8, or longer than " + std::to_string(most) + " bytes");
    return {};
}

} // namespace

Result<void> checkSealedNote(const SealedNote& sealed) {
    if (auto checked = checkText("origin", sealed.origin, kMaxOriginBytes, Emptiness::Refused); !checked)
        return checked;
    if (auto checked = checkText("note", sealed.note, kMaxNoteBytes, Emptiness::Refused); !checked)
        return checked;
    if (sealed.size < 0)
        return invalid("size", "below zero");
    if (sealed.root.size() != kRootBytes)
        return invalid("root", "not 32 bytes");
    return {};
}

Result<void> checkToldCopy(const ToldCopy& copy) {
    if (auto checked = checkText("holder", copy.holder, kMaxHolderBytes, Emptiness::Refused); !checked)
        return checked;
    if (auto checked = checkText("workstation", copy.workstation, kMaxHolderBytes, Emptiness::Allowed); !checked)
        return checked;
    return checkText("policy", copy.policy, kMaxPolicyBytes, Emptiness::Allowed);
}

std::string noteDigest(const std::string& note) {
    return QCryptographicHash::hash(QByteArray::fromStdString(note), QCryptographicHash::Sha256).toStdString();
}

std::string logKeyText(const LogKey& key) {
    return formatHlcPosition(key.position) + ":" + std::to_string(key.inTxOrder);
}

std::optional<LogKey> parseLogKey(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    const auto position = parsePosition(text.substr(0, colon));
    LogKey key;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + colon + 1, end, key.inTxOrder);
    if (!position || read.ec != std::errc() || read.ptr != end)
        return std::nullopt;
    key.position = *position;
    return key;
}

std::string knownCopiesSql(const std::string& table, const std::string& condition) {
    return "SELECT t.holder, t.workstation, t.policy, t.as_of, t.has_ended, t.told_by, t.since, t.told_at\n"
           "  FROM (SELECT s.*, min(s.told_at) OVER (PARTITION BY s.holder, s.stay) AS since,\n"
           "               row_number() OVER (PARTITION BY s.holder ORDER BY s.told_at DESC) AS place\n"
           "          FROM (SELECT c.*, coalesce(sum(CASE WHEN c.has_ended THEN 1 ELSE 0 END) OVER\n"
           "                            (PARTITION BY c.holder ORDER BY c.told_at\n"
           "                             ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS stay\n"
           "                  FROM " +
           table + " AS c\n                 WHERE " + condition + ") AS s) AS t\n WHERE t.place = 1 ORDER BY t.holder";
}

} // namespace muniment
