// Answers about access in words.
#pragma once

#include "models/items/access_answer.h"
#include "models/items/event_sentence.h"
#include "models/items/formats.h"
#include "models/items/moment_words.h"

namespace muniment {

using Sentence = std::vector<SentencePart>;

/// In one line of plain text, names isolated.
[[nodiscard]] QString sentenceText(const Sentence& sentence);

/// Its name, else its shortened id; "the whole organization" for an organization; plain text.
[[nodiscard]] QString partyText(const AccessParty& party);
/// "User", "Team", "Role", "Resource", "Organization".
[[nodiscard]] QString partyKindText(const AccessParty& party);

/// "Yes.", "No."
[[nodiscard]] QString verdictText(bool isAllowed);
/// "On 2026-03-14 09:00 UTC, Mia Chen could do edit on Salaries 2026, in 1 way."
[[nodiscard]] Sentence answerSentence(const AccessRequest& request, const AccessAnswer& answer, const ClockZone& zone);
/// "True from … until …, ended by …", "It was true until …", "It never was …".
[[nodiscard]] QString answerTimesText(const AccessAnswer& answer, const ClockZone& zone);
[[nodiscard]] QString tookText(std::chrono::microseconds took);
/// "eu-west-1 is known through …", set off where that is not as far as the moment.
[[nodiscard]] QString freshnessText(const AccessFreshness& freshness, const ClockZone& zone);

/// "12 users and 3 teams can do edit on Salaries 2026."
[[nodiscard]] Sentence whoSentence(const WhoRequest& request, const WhoAnswer& answer, const ClockZone& zone);
/// "Mia Chen has 12 rights by 3 grants."
[[nodiscard]] Sentence rightsSentence(const RightsRequest& request, const RightsAnswer& answer, const ClockZone& zone);

/// A step of a way: "is in Payroll", "holds hr.editor on HR documents", "which allows edit on every document".
[[nodiscard]] Sentence linkSentence(const AccessLink& link, const ClockZone& zone);
/// "since 2026-02-02 08:12 UTC, by Jonas Weber, “annual review” (team.member.added)"; empty without an event.
[[nodiscard]] QString sinceText(const std::optional<AccessCause>& cause, const ClockZone& zone);
/// What a way lacks: "Mia Chen in the team HR core".
[[nodiscard]] Sentence missingSentence(const AccessLink& link);
/// How that came: "ended 2026-03-31 17:40 UTC by Petra Lang …", "never was", "not at that time".
[[nodiscard]] QString missingStateText(const AccessLink& link, const ClockZone& zone);
/// "2026-03-31 17:40 UTC, by Petra Lang, “reorganisation” (team.member.removed)".
[[nodiscard]] QString causeText(const AccessCause& cause, const ClockZone& zone);

/// What a permission is on: "every document", "everything", a name.
[[nodiscard]] QString targetText(const AccessParty& target, const std::string& resourceType);

/// A whole answer as lines of text, for copying: what was asked, yes or no, since when, why.
[[nodiscard]] QString answerAsText(const AccessRequest& request, const AccessAnswer& answer, const ClockZone& zone);

} // namespace muniment
