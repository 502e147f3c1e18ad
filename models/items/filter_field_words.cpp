#include "models/items/filter_words.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct FieldWords {
    FilterField field;
    const char* label;
    const char* description;
};

constexpr FieldWords kFieldWords[] = {
    {FilterField::Words, QT_TRANSLATE_NOOP("FilterWords", "text"),
     QT_TRANSLATE_NOOP("FilterWords", "words anywhere in the event")},
    {FilterField::Type, QT_TRANSLATE_NOOP("FilterWords", "type"),
     QT_TRANSLATE_NOOP("FilterWords", "what happened: user.locked, user.human.*")},
    {FilterField::AggregateType, QT_TRANSLATE_NOOP("FilterWords", "kind of subject"),
     QT_TRANSLATE_NOOP("FilterWords", "what it happened to: user, org, session")},
    {FilterField::Tenant, QT_TRANSLATE_NOOP("FilterWords", "organization"),
     QT_TRANSLATE_NOOP("FilterWords", "the organization, by id or by its name then")},
    {FilterField::Region, QT_TRANSLATE_NOOP("FilterWords", "region"),
     QT_TRANSLATE_NOOP("FilterWords", "the region whose log it stands in")},
    {FilterField::Actor, QT_TRANSLATE_NOOP("FilterWords", "actor"),
     QT_TRANSLATE_NOOP("FilterWords", "who did it, by id, user name, e-mail or display name then")},
    {FilterField::ActorType, QT_TRANSLATE_NOOP("FilterWords", "kind of actor"),
     QT_TRANSLATE_NOOP("FilterWords", "human, machine, operator, system")},
    {FilterField::Subject, QT_TRANSLATE_NOOP("FilterWords", "subject"),
     QT_TRANSLATE_NOOP("FilterWords", "to whom or what it happened, by id or by its name then")},
    {FilterField::User, QT_TRANSLATE_NOOP("FilterWords", "actor or subject"),
     QT_TRANSLATE_NOOP("FilterWords", "everything somebody did or had done to them")},
    {FilterField::Outcome, QT_TRANSLATE_NOOP("FilterWords", "outcome"),
     QT_TRANSLATE_NOOP("FilterWords", "success or failure")},
    {FilterField::Ip, QT_TRANSLATE_NOOP("FilterWords", "source address"),
     QT_TRANSLATE_NOOP("FilterWords", "the source address, or a block such as 10.0.0.0/8")},
    {FilterField::Network, QT_TRANSLATE_NOOP("FilterWords", "source network"),
     QT_TRANSLATE_NOOP("FilterWords", "the network of the source address: 10.1.0.0/16")},
    {FilterField::Os, QT_TRANSLATE_NOOP("FilterWords", "operating system"),
     QT_TRANSLATE_NOOP("FilterWords", "the operating system of a login")},
    {FilterField::Browser, QT_TRANSLATE_NOOP("FilterWords", "browser"),
     QT_TRANSLATE_NOOP("FilterWords", "the browser of a login")},
    {FilterField::Country, QT_TRANSLATE_NOOP("FilterWords", "country"),
     QT_TRANSLATE_NOOP("FilterWords", "the country of a login: DE")},
    {FilterField::Writer, QT_TRANSLATE_NOOP("FilterWords", "database user"),
     QT_TRANSLATE_NOOP("FilterWords", "the database user that wrote it")},
    {FilterField::Correlation, QT_TRANSLATE_NOOP("FilterWords", "correlation"),
     QT_TRANSLATE_NOOP("FilterWords", "everything that belongs to one request, by its id")},
    {FilterField::Command, QT_TRANSLATE_NOOP("FilterWords", "command"),
     QT_TRANSLATE_NOOP("FilterWords", "the command that wrote it, by its id")},
    {FilterField::Id, QT_TRANSLATE_NOOP("FilterWords", "event id"),
     QT_TRANSLATE_NOOP("FilterWords", "one event, by its id")},
    {FilterField::Sequence, QT_TRANSLATE_NOOP("FilterWords", "sequence"),
     QT_TRANSLATE_NOOP("FilterWords", "the event's number within its subject: seq>=5")},
    {FilterField::Revision, QT_TRANSLATE_NOOP("FilterWords", "revision"),
     QT_TRANSLATE_NOOP("FilterWords", "the revision of the event type")},
    {FilterField::Epoch, QT_TRANSLATE_NOOP("FilterWords", "epoch"),
     QT_TRANSLATE_NOOP("FilterWords", "which of the organization's homes: 1 is the first")},
    {FilterField::After, QT_TRANSLATE_NOOP("FilterWords", "time"),
     QT_TRANSLATE_NOOP("FilterWords", "from this time on, UTC unless it says otherwise: 2026-03-01, -30d")},
    {FilterField::Before, QT_TRANSLATE_NOOP("FilterWords", "time"),
     QT_TRANSLATE_NOOP("FilterWords", "before this time, UTC unless it says otherwise: 2026-03-01, -30d")},
    {FilterField::Occurred, QT_TRANSLATE_NOOP("FilterWords", "time by the writer's clock"),
     QT_TRANSLATE_NOOP("FilterWords", "when it happened by the writer's clock, in UTC: occurred<=-2h")},
    {FilterField::Recorded, QT_TRANSLATE_NOOP("FilterWords", "time by the server's clock"),
     QT_TRANSLATE_NOOP("FilterWords", "when the server recorded it, in UTC: recorded>2026-03-01T10:00")},
    {FilterField::Mark, QT_TRANSLATE_NOOP("FilterWords", "mark"),
     QT_TRANSLATE_NOOP("FilterWords", "what was found odd about it: sequence.hole")},
    {FilterField::Is, QT_TRANSLATE_NOOP("FilterWords", "annotation"),
     QT_TRANSLATE_NOOP("FilterWords", "what you put beside it: bookmarked, tagged, noted")},
    {FilterField::Tag, QT_TRANSLATE_NOOP("FilterWords", "tag"),
     QT_TRANSLATE_NOOP("FilterWords", "one of its tags: incident, case-*")},
    {FilterField::Note, QT_TRANSLATE_NOOP("FilterWords", "note"),
     QT_TRANSLATE_NOOP("FilterWords", "words of its note: note:\"asked Ann\"")},
    {FilterField::Payload, QT_TRANSLATE_NOOP("FilterWords", "field"),
     QT_TRANSLATE_NOOP("FilterWords", "a field of the event's data: payload.roleKeys:admin")},
};

QString translated(FilterField field, const char* FieldWords::*text) {
    for (const auto& words : kFieldWords)
        if (words.field == field)
            return QCoreApplication::translate("FilterWords", words.*text);
    return {};
}

} // namespace

QString filterFieldLabel(FilterField field) {
    return translated(field, &FieldWords::label);
}

QString filterFieldDescription(FilterField field) {
    return translated(field, &FieldWords::description);
}

} // namespace muniment
