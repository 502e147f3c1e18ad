#include "models/items/effect_words.h"

#include "models/items/plain_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AccessEffect)
};

int counted(std::size_t count) {
    return static_cast<int>(std::min<std::size_t>(count, 1'000'000'000));
}

QString nameOf(const NamedThing& thing) {
    return isolated(plainText(thing.name));
}

QString rightText(const RightEffect& right) {
    const QString action = plainText(right.action);
    if (right.role.empty())
        return Words::tr("%1 on %2, which would lie somewhere else").arg(action, rightTargetText(right));
    if (right.place.id.isEmpty())
        return Words::tr("%1 on %2 (role %3, granted to %4)")
            .arg(action, rightTargetText(right), plainText(right.role), nameOf(right.grantee));
    return Words::tr("%1 on %2 in %3 (role %4, granted to %5)")
        .arg(action, rightTargetText(right), nameOf(right.place), plainText(right.role), nameOf(right.grantee));
}

QString alarmOf(const BrokenRule& broken) {
    return Words::tr("%1 would break the rule %2").arg(nameOf(broken.user), nameOf(broken.rule));
}

QString lastAdminText(const TenantEffect& tenant) {
    return Words::tr("%1 would lose its last administrator: nobody could do everything there any more")
        .arg(isolated(plainText(tenant.name)));
}

void addPerson(std::vector<EffectLine>& lines, const PersonEffect& person) {
    QStringList counts;
    if (person.gained() > 0)
        counts << Words::tr("gains %n right(s)", nullptr, counted(person.gained()));
    if (person.lost() > 0)
        counts << Words::tr("loses %n right(s)", nullptr, counted(person.lost()));
    lines.push_back({EffectLine::Tone::Plain, 0,
                     Words::tr("%1: %2", "a person: what they gain and lose")
                         .arg(nameOf(person.user), counts.join(QStringLiteral(", ")))});
    for (const RightEffect& right : person.rights)
        lines.push_back(
            {right.isGained ? EffectLine::Tone::Gained : EffectLine::Tone::Lost, 1,
             (right.isGained ? Words::tr("+ %1", "gained") : Words::tr("− %1", "lost")).arg(rightText(right))});
}

} // namespace

QString rightTargetText(const RightEffect& right) {
    if (right.type == "*")
        return Words::tr("everything");
    return right.type.empty() ? nameOf(right.resource) : Words::tr("every %1").arg(plainText(right.type));
}

QStringList effectSentences(const AccessEffect& effect) {
    QStringList sentences;
    if (effect.losers() > 0)
        sentences << Words::tr("%1 lose %2.", "people, rights")
                         .arg(Words::tr("%n person(s) would", nullptr, counted(effect.losers())),
                              Words::tr("%n right(s)", nullptr, counted(effect.lost())));
    if (effect.gainers() > 0)
        sentences << Words::tr("%1 gain %2.", "people, rights")
                         .arg(Words::tr("%n person(s) would", nullptr, counted(effect.gainers())),
                              Words::tr("%n right(s)", nullptr, counted(effect.gained())));
    std::size_t broken = 0;
    for (const TenantEffect& tenant : effect.tenants) {
        if (tenant.losesLastAdmin)
            sentences << lastAdminText(tenant) + QLatin1Char('.');
        broken += tenant.broken.size();
    }
    if (broken > 0)
        sentences << Words::tr("%n rule(s) of separation of duties would be broken.", nullptr, counted(broken));
    return sentences;
}

std::vector<EffectLine> effectLines(const AccessEffect& effect) {
    std::vector<EffectLine> lines;
    for (const TenantEffect& tenant : effect.tenants) {
        if (effect.tenants.size() > 1)
            lines.push_back({EffectLine::Tone::Plain, 0, isolated(plainText(tenant.name))});
        if (tenant.losesLastAdmin)
            lines.push_back({EffectLine::Tone::Alarm, 0, lastAdminText(tenant)});
        for (const BrokenRule& broken : tenant.broken)
            lines.push_back({EffectLine::Tone::Alarm, 0, alarmOf(broken)});
        for (const PersonEffect& person : tenant.people)
            addPerson(lines, person);
        const std::size_t people = std::max(tenant.gainers, tenant.losers);
        if (people > tenant.people.size())
            lines.push_back({EffectLine::Tone::Plain, 0,
                             Words::tr("… and %n more", nullptr, counted(people - tenant.people.size()))});
        if (tenant.isCut)
            lines.push_back({EffectLine::Tone::Plain, 0,
                             Words::tr("So much would lie somewhere else that not all of it was looked at.")});
    }
    return lines;
}

bool isAlarming(const AccessEffect& effect) {
    return std::ranges::any_of(
        effect.tenants, [](const TenantEffect& tenant) { return tenant.losesLastAdmin || !tenant.broken.empty(); });
}

} // namespace muniment
