#include "models/items/finding_words.h"

#include "models/items/formats.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FindingWords)
};

QString nameOf(const OddThing& thing) {
    return isolated(plainText(thing.name));
}

} // namespace

QString oddityText(const Oddity& oddity) {
    const QString name = nameOf(oddity.thing);
    switch (oddity.kind) {
    case Oddity::Kind::TeamInItself:
        return Words::tr("The team %1 is in itself.").arg(name);
    case Oddity::Kind::ResourceInItself:
        return Words::tr("The resource %1 lies in itself.").arg(name);
    case Oddity::Kind::UntoldMember:
        return Words::tr("%1 is in the team %2, and no event tells who that is.").arg(name, nameOf(oddity.other));
    case Oddity::Kind::UntoldGrantee:
        return Words::tr("Something is granted to %1, and no event tells who that is.").arg(name);
    case Oddity::Kind::UntoldRole:
        return Words::tr("The role %1 is granted, and no event tells what it is.").arg(name);
    case Oddity::Kind::UntoldResource:
        return Words::tr("The resource %1 is named, and no event tells what it is.").arg(name);
    case Oddity::Kind::GrantBeforeRole:
        return Words::tr("The role %1 was granted before it was added.").arg(name);
    case Oddity::Kind::Clock:
        break;
    }
    return Words::tr("%n event(s) stand in the log behind ones with a later time.", nullptr,
                     static_cast<int>(std::min<std::int64_t>(oddity.events, 1'000'000'000)));
}

QString noUseText(const UnusedGrant& grant) {
    if (grant.lastUse)
        return {};
    return grant.areUsesTold ? Words::tr("never", "a grant was used") : Words::tr("not told", "when it was used");
}

} // namespace muniment
