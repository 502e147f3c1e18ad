#include "models/items/event_sentence.h"

#include "models/base/canonical_json.h"
#include "models/domain/event_catalogue.h"
#include "models/items/event_words.h"
#include "models/items/masked_payload.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

bool isIdMember(std::string_view field) {
    return field == "userId" || field == "teamId" || field == "roleId" || field == "resourceId";
}

QString fieldValue(const TimelineRow& row, const std::string& field, const std::vector<PayloadMember>& members) {
    if (EventCatalogue::instance().isSecretPath(row.event.type, field))
        return maskedSecret();
    const auto found = std::ranges::find(members, field, &PayloadMember::key);
    if (const auto name = row.memberNames.find(field); name != row.memberNames.end())
        return plainText(name->second);
    if (found != members.end() && isIdMember(field))
        return shortId(found->value);
    return found == members.end() || found->value.empty() ? QStringLiteral("—") : plainText(found->value);
}

/// A member or a subject is a user or a team.
std::string memberField(const std::vector<PayloadMember>& members) {
    return std::ranges::find(members, "teamId", &PayloadMember::key) == members.end() ? "userId" : "teamId";
}

QString slotValue(const TimelineRow& row, const QString& slot, const std::vector<PayloadMember>& members) {
    if (slot == QStringLiteral("actor"))
        return actorText(row);
    if (slot == QStringLiteral("subject"))
        return subjectText(row);
    if (slot == QStringLiteral("tenant"))
        return tenantText(row);
    if (slot == QStringLiteral("member"))
        return fieldValue(row, memberField(members), members);
    return fieldValue(row, slot.toStdString(), members);
}

void append(std::vector<SentencePart>& parts, const QString& text, bool isValue) {
    if (!text.isEmpty())
        parts.push_back({text, isValue});
}

} // namespace

std::vector<SentencePart> eventSentenceParts(const TimelineRow& row) {
    const auto* entry = EventCatalogue::instance().find(row.event.type);
    if (entry == nullptr || entry->sentence.empty())
        return {{plainText(row.event.type), false}, {QStringLiteral(" "), false}, {subjectText(row), true}};

    const QString sentence = QCoreApplication::translate(kEventSentenceContext, entry->sentence.c_str());
    const bool needsPayload = sentence.contains(QLatin1Char('{')) && row.event.payload;
    const auto members = needsPayload ? readMembers(*row.event.payload).value_or(std::vector<PayloadMember>{})
                                      : std::vector<PayloadMember>{};
    std::vector<SentencePart> parts;
    qsizetype from = 0;
    while (from < sentence.size()) {
        const auto open = sentence.indexOf(QLatin1Char('{'), from);
        const auto close = open < 0 ? -1 : sentence.indexOf(QLatin1Char('}'), open);
        if (close < 0)
            break;
        append(parts, sentence.mid(from, open - from), false);
        append(parts, slotValue(row, sentence.mid(open + 1, close - open - 1), members), true);
        from = close + 1;
    }
    append(parts, sentence.mid(from), false);
    return parts;
}

QString eventSentence(const TimelineRow& row) {
    QString text;
    for (const auto& part : eventSentenceParts(row))
        text += part.isValue ? isolated(part.text) : part.text;
    return text;
}

} // namespace muniment
