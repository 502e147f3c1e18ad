#include "models/items/policy_words.h"

#include "models/items/formats.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <numeric>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PolicyWords)
};

} // namespace

QString dataFormText(DataForm form) {
    switch (form) {
    case DataForm::Nothing:
        return Words::tr("nothing");
    case DataForm::Pseudonyms:
        return Words::tr("pseudonyms only");
    case DataForm::Whole:
        return Words::tr("whole");
    }
    return {};
}

QString policyText(const ReplicaPolicy& policy, const TenantNamer& nameOf) {
    if (!policy.isLimited)
        return Words::tr("Everything that the regions have may be held in this file.");
    QStringList allowed;
    for (const RegionName& region : policy.regions)
        allowed << plainText(region.text());
    for (const TenantId& tenant : policy.tenants) {
        const QString name = nameOf ? nameOf(tenant) : QString();
        allowed << (name.isEmpty() ? plainText(tenant.text()) : name);
    }
    const QString whole = allowed.isEmpty() ? Words::tr("Nobody is held whole.")
                                            : Words::tr("Held whole: %1.").arg(allowed.join(QStringLiteral(", ")));
    return whole + QLatin1Char(' ') +
           (policy.keepsPseudonyms ? Words::tr("Of everybody else what tells of no person.")
                                   : Words::tr("Of everybody else nothing is fetched."));
}

QString policyNoteText(const PolicyNote& note) {
    QStringList parts;
    if (note.author.empty())
        parts << Words::tr("An organization has moved to where less of it may be held.");
    else
        parts << policyText(note.policy, {});
    if (!note.reason.empty())
        parts << Words::tr("Reason: %1.").arg(plainText(note.reason));
    const auto events = std::accumulate(note.purged.begin(), note.purged.end(), std::int64_t{0},
                                        [](std::int64_t sum, const Purged& each) { return sum + each.events; });
    if (!note.purged.empty())
        parts << Words::tr("Taken out: %1 events of %n organizations.", nullptr, static_cast<int>(note.purged.size()))
                     .arg(formatCount(events));
    if (note.annotations > 0)
        parts << Words::tr("%n notes on them went, too.", nullptr, static_cast<int>(note.annotations));
    return parts.join(QLatin1Char(' '));
}

std::vector<RegionOnDisk> dataOnDisk(const ReplicaPolicy& policy, const std::map<std::int64_t, HeldTenant>& held) {
    std::map<std::pair<RegionName, DataForm>, RegionOnDisk> byForm;
    for (const auto& [code, tenant] : held) {
        const DataForm form = policy.formOf(tenant.home, tenant.id);
        RegionOnDisk& region = byForm[{tenant.home, form}];
        region.region = tenant.home;
        region.form = form;
        ++region.tenants;
        region.events += tenant.count;
    }
    std::vector<RegionOnDisk> all;
    for (auto& [key, region] : byForm)
        all.push_back(std::move(region));
    return all;
}

QString onDiskText(const ReplicaPolicy& policy, const std::vector<RegionOnDisk>& onDisk) {
    if (!policy.isLimited)
        return {};
    QStringList parts;
    for (const RegionOnDisk& region : onDisk) {
        const int tenants = static_cast<int>(region.tenants);
        parts << (region.form == DataForm::Pseudonyms
                      ? Words::tr("pseudonyms of %n organizations of %1", nullptr, tenants)
                      : Words::tr("%n organizations of %1", nullptr, tenants))
                     .arg(plainText(region.region.text()));
    }
    return parts.isEmpty() ? Words::tr("On this disk: no organization yet; its policy limits what is fetched.")
                           : Words::tr("On this disk: %1.").arg(parts.join(QStringLiteral("; ")));
}

} // namespace muniment
