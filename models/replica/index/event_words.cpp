#include "models/replica/index/event_words.h"

#include "models/base/canonical_json.h"
#include "models/base/payload_strings.h"
#include "models/domain/event_catalogue.h"
#include "models/replica/address_codec.h"
#include "models/replica/index/source_address.h"
#include "models/replica/index/tokenizer.h"
#include "models/replica/projections/read_model.h"

#include <algorithm>
#include <array>
#include <set>

namespace muniment {

namespace {

constexpr std::array<std::string_view, 10> kNoisyMembers{
    "userAgent", "userAgentID", "userAgentId", "user_agent", "fingerprint_id",
    "sessionID", "sessionId",   "session_id",  "tokenId",    "acceptLanguage",
};

/// "2026-03-01T10:12:13…": times have fields of their own.
bool isTime(std::string_view text) {
    constexpr std::string_view kForm = "dddd-dd-ddTdd:dd:dd";
    if (text.size() <= kForm.size() || text.size() > 35)
        return false;
    for (std::size_t i = 0; i < kForm.size(); ++i)
        if (kForm[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != kForm[i])
            return false;
    return true;
}

/// The traits of a payload whose depths are broken: its top level may still be readable.
PayloadTraits readTopLevel(std::string_view payload) {
    PayloadTraits traits;
    const auto members = readMembers(payload);
    if (!members)
        return traits;
    for (const PayloadMember& member : *members) {
        if (member.kind != PayloadMember::Kind::Text)
            continue;
        for (auto [name, trait] :
             {std::pair{"os", &traits.os}, {"browser", &traits.browser}, {"country", &traits.country}})
            if (member.key == name && trait->empty())
                *trait = member.value;
    }
    return traits;
}

void noteTrait(PayloadTraits& traits, const PayloadString& text) {
    if (!text.isMemberItself)
        return;
    if (text.member == "os" && traits.os.empty())
        traits.os = text.value;
    else if (text.member == "browser" && traits.browser.empty())
        traits.browser = text.value;
    else if (text.member == "country" && traits.country.empty())
        traits.country = text.value;
}

} // namespace

bool isNoisyMember(std::string_view member) {
    return std::find(kNoisyMembers.begin(), kNoisyMembers.end(), member) != kNoisyMembers.end();
}

PayloadTraits readPayload(const RecordedEvent& event, const std::function<void(std::string_view)>& take) {
    PayloadTraits traits;
    if (!event.payload)
        return traits;
    thread_local std::string tokens; // taken only once the whole payload has been read
    thread_local std::vector<std::size_t> ends;
    tokens.clear();
    ends.clear();
    const std::function<void(std::string_view)> keep = [](std::string_view token) {
        tokens.append(token);
        ends.push_back(tokens.size());
    };
    const auto* const entry = EventCatalogue::instance().find(event.type);
    const auto isSecret = [&](std::string_view member) {
        return entry && std::any_of(entry->fields.begin(), entry->fields.end(), [&](const CatalogueField& field) {
                   return field.isSecret && field.name == member;
               });
    };
    const bool isRead = forEachPayloadString(*event.payload, [&](const PayloadString& text) {
        noteTrait(traits, text);
        if (!isNoisyMember(text.member) && !isTime(text.value) && !isSecret(text.member))
            forEachToken(text.value, keep);
    });
    if (!isRead)
        return readTopLevel(*event.payload);
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
        take(std::string_view(tokens).substr(begin, end - begin));
        begin = end;
    }
    return traits;
}

PayloadTraits readPayloadTraits(const RecordedEvent& event) {
    PayloadTraits traits;
    if (!event.payload)
        return traits;
    const bool isRead =
        forEachPayloadString(*event.payload, [&](const PayloadString& text) { noteTrait(traits, text); });
    return isRead ? traits : readTopLevel(*event.payload);
}

DictionaryWords dictionaryWords(const RecordedEvent& event) {
    DictionaryWords words;
    if (isPlainToken(event.actor.id.text()))
        words.actor = event.actor.id.text();
    if (isPlainToken(event.tenant.text()))
        words.tenant = event.tenant.text();
    if (isListedType(event.aggregate.type) && isPlainToken(event.aggregate.id.text()))
        words.aggregate = event.aggregate.id.text();
    if (event.sourceIp)
        if (const std::string bytes = addressBytes(*event.sourceIp); bytes.size() == 4)
            words.source = event.sourceIp->find(':') == std::string::npos ? *event.sourceIp : unpackAddress(bytes);
    return words;
}

void forEachIdWord(const RecordedEvent& event, const DictionaryWords& known,
                   const std::function<void(std::string_view)>& take) {
    for (const std::string_view id : {std::string_view(event.aggregate.id.text()),
                                      std::string_view(event.actor.id.text()), std::string_view(event.tenant.text())}) {
        if (known.holds(id))
            continue;
        if (isPlainToken(id))
            take(id);
        else
            forEachToken(id, take);
    }
}

std::vector<std::string> eventWords(const RecordedEvent& event) {
    const DictionaryWords known = dictionaryWords(event);
    std::set<std::string> words;
    std::size_t room = kMostWordsOfEvent;
    const std::function<void(std::string_view)> keep = [&](std::string_view token) {
        if (!known.holds(token) && room > 0 && words.emplace(token).second)
            --room;
    };
    forEachIdWord(event, known, keep);
    (void)readPayload(event, keep);
    for (const std::string_view id : {known.actor, known.tenant, known.aggregate, std::string_view(known.source)})
        if (!id.empty())
            words.emplace(id);
    return {words.begin(), words.end()};
}

} // namespace muniment
