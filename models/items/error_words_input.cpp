#include "models/items/error_words.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ErrorSentence)
};

QString thing(const std::string& what) {
    if (what == "org" || what == "tenant")
        return Words::tr("organization");
    if (what == "user")
        return Words::tr("user");
    if (what == "team")
        return Words::tr("team");
    if (what == "role")
        return Words::tr("role");
    if (what == "resource")
        return Words::tr("resource");
    if (what == "grant")
        return Words::tr("grant");
    if (what == "review")
        return Words::tr("access review");
    if (what == "session")
        return Words::tr("session");
    if (what == "separation")
        return Words::tr("rule");
    if (what == "plan")
        return Words::tr("plan");
    if (what == "credential")
        return Words::tr("token or key");
    if (what == "move")
        return Words::tr("move under way of");
    if (what == "record")
        return Words::tr("record");
    if (what == "mapping")
        return Words::tr("mapping");
    if (what == "event")
        return Words::tr("event");
    if (what == "region")
        return Words::tr("region");
    return what.empty() ? Words::tr("entry") : plainText(what);
}

ErrorWords refusal(const Error& error) {
    const std::string name = error.get("reason");
    if (name == reasonName(Reason::PlanUnknown) && error.context.contains("plans"))
        return {Words::tr("There is no such plan; there are: %1.").arg(plainText(error.get("plans"))),
                Words::tr("Nothing was written."),
                {}};
    if (const auto reason = reasonNamed(name))
        return {reasonSentence(*reason), Words::tr("Nothing was written."), {}};
    return {Words::tr("The change was refused: %1.").arg(plainText(name.empty() ? error.detail : name)),
            Words::tr("Nothing was written."),
            {}};
}

QString takenSentence(const std::string& kind) {
    if (kind == "user_name")
        return Words::tr("The user name is taken in this organization.");
    if (kind == "team_name")
        return Words::tr("Another team of this organization has this name.");
    if (kind == "role_key")
        return Words::tr("Another role of this organization has this key.");
    if (kind == "grant")
        return Words::tr("This role has been granted there already; change that grant instead.");
    if (kind == "domain")
        return Words::tr("Another organization has this domain.");
    return Words::tr("The name is taken already.");
}

/// A record of intake that is not new any more, or never was.
ErrorWords settledRecord(const std::string& state) {
    if (state == "promoted")
        return {Words::tr("The record has been promoted already."),
                Words::tr("Its events are in the log; nothing was written again."),
                {}};
    if (state == "rejected")
        return {Words::tr("The record has been rejected."), Words::tr("Nothing was written."), {}};
    return {Words::tr("The record is not in intake any more."), Words::tr("Nothing was written."), {}};
}

/// A tenant that cannot be written to while it moves, or a mover that is not the one that moves it any more.
ErrorWords moveUnderWay(const Error& error) {
    if (error.context.contains("takenUp"))
        return {Words::tr("Somebody else has taken up this move."),
                Words::tr("It goes on there, and this run does nothing more. 'muniment region move status' says how "
                          "far it has come."),
                {}};
    const auto since = parseInstant(error.get("fencedAt"));
    return {since ? Words::tr("%1 is moving the organization to %2: since %3 nobody can write to it.")
                        .arg(plainText(error.get("by")), plainText(error.get("movingTo")),
                             formatTimeWithZone(*since, ClockZone()))
                  : Words::tr("The organization is moving to another region just now."),
            Words::tr("Nothing was written. This takes a second; try again. If it lasts, the move was broken off: "
                      "'muniment region move resume' finishes it, 'muniment region move cancel' takes it back."),
            {}};
}

/// Words were asked for where `index` of them is "absent" or "incomplete".
ErrorWords lackOfWords(const std::string& index) {
    if (index == "incomplete")
        return {Words::tr("This file's index of words is not complete yet."),
                Words::tr("It is completed while the workspace is open in the window. Until then leave the words out "
                          "of the filter."),
                {}};
    return {Words::tr("This file keeps no index of words."),
            Words::tr("Switch it on in the workspace's settings, or leave the words out of the filter."),
            {}};
}

} // namespace

ErrorWords inputWords(const Error& error) {
    if (auto words = sealingWords(error))
        return *std::move(words);
    const QString detail = plainText(error.detail);
    const QString id = plainText(error.get("id"));
    switch (error.code) {
    case ErrorCode::InvalidInput: {
        if (const auto index = error.get("words"); !index.empty())
            return lackOfWords(index);
        const QString field = plainText(error.get("field"));
        if (const QString pointer = plainText(error.get("pointer")); !pointer.isEmpty())
            return {Words::tr("What stands at %1 cannot be used for %2: %3.")
                        .arg(isolated(pointer), isolated(field), detail),
                    {},
                    {}};
        if (field.isEmpty())
            return {Words::tr("This cannot be used: %1.").arg(detail), {}, {}};
        return {Words::tr("The value for %1 cannot be used: %2.").arg(field, detail), {}, {}};
    }
    case ErrorCode::NotFound:
        return {Words::tr("There is no %1 \"%2\" in this workspace.").arg(thing(error.get("what")), id),
                Words::tr("Check the spelling, or sync first: it may not have arrived yet."),
                {}};
    case ErrorCode::Ambiguous:
        return {Words::tr("\"%2\" fits more than one %1.").arg(thing(error.get("what")), id),
                Words::tr("Give more of the id. It fits: %1.").arg(plainText(error.get("candidates"))),
                {}};
    case ErrorCode::Refused:
        return refusal(error);
    case ErrorCode::Conflict:
        if (const std::string state = error.get("state"); !state.empty())
            return settledRecord(state);
        if (error.get("why") == "digest")
            return {
                Words::tr("What was copied is not what the old home holds."),
                Words::tr("Nothing was decided, and writers go on at the old home. Take the move back, and have the "
                          "database of the new home looked at."),
                {}};
        return {error.get("actual").empty() ? Words::tr("Somebody else changed it first.")
                                            : Words::tr("Somebody else changed it first; it stands at version %1 now.")
                                                  .arg(plainText(error.get("actual"))),
                Words::tr("Nothing was written. Look at what changed, then decide again."),
                {}};
    case ErrorCode::NameTaken:
        return {takenSentence(error.get("kind")),
                error.get("kind") == "grant" ? Words::tr("Nothing was written.")
                                             : Words::tr("Nothing was written. Choose another one."),
                {}};
    default: { // TenantNotHere
        const QString next = plainText(error.get("movedTo"));
        if (error.get("state") == "fenced" || error.context.contains("takenUp"))
            return moveUnderWay(error);
        if (error.get("newHome") == "unreachable")
            return {Words::tr("The organization has moved to %1, which this workspace has no endpoint for.").arg(next),
                    Words::tr("Nothing was written. Add an endpoint for that region, then try again."),
                    {}};
        return {next.isEmpty() ? Words::tr("The organization does not live in this region.")
                               : Words::tr("The organization has moved to %1.").arg(next),
                Words::tr("Nothing was written. Sync, then try again."),
                {}};
    }
    }
}

} // namespace muniment
