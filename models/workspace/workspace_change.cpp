// What a person changes about an open workspace: written by the writer's thread, taken over in the owner's.
#include "models/eventstore/endpoint.h"
#include "models/workspace/intake_settings.h"
#include "models/workspace/workspace_impl.h"

namespace muniment {

namespace {

/// As they may be stored: passwords removed.
Result<std::vector<WorkspaceRegion>> cleaned(const std::vector<WorkspaceRegion>& regions) {
    std::vector<WorkspaceRegion> clean;
    for (const WorkspaceRegion& region : regions) {
        auto endpoint = parseEndpoint(region.endpoint);
        if (!endpoint)
            return tl::unexpected(endpoint.error().with("region", region.region.text()));
        clean.push_back({region.region, endpoint->text});
    }
    return clean;
}

Result<void> write(ReplicaWriter& writer, const WorkspaceChange& change) {
    if (change.operatorName) {
        if (auto named = writer.setOperatorName(*change.operatorName); !named)
            return named;
    }
    if (change.regions) {
        if (auto set = writer.setRegions(*change.regions); !set)
            return set;
    }
    if (change.views) {
        if (auto set = writer.setSavedViews(*change.views); !set)
            return set;
    }
    if (change.colourRules) {
        if (auto set = writer.setColourRules(*change.colourRules); !set)
            return set;
    }
    if (change.staged) {
        if (auto set = writer.setStagedLines(*change.staged); !set)
            return set;
    }
    if (change.guard) {
        if (auto set = writer.setGuardLevel(*change.guard); !set)
            return set;
    }
    if (change.intakeMappings) {
        if (auto set = setIntakeMappings(writer, *change.intakeMappings); !set)
            return set;
    }
    if (change.compromises) {
        if (auto set = writer.setCompromiseMarks(*change.compromises); !set)
            return set;
    }
    if (change.wordIndex) {
        if (auto set = writer.setWordIndex(*change.wordIndex); !set)
            return set;
    }
    if (!change.tenantZones.empty()) {
        if (auto set = writer.setTenantZones(change.tenantZones); !set)
            return set;
    }
    for (const auto& [which, json] : change.keptTexts) {
        if (auto set = writer.setKeptText(which, json); !set)
            return set;
    }
    for (const RegionName& region : change.replaced) {
        if (auto forgotten = writer.forgetStoreMark(region); !forgotten)
            return forgotten;
    }
    return {};
}

} // namespace

Workspace::Impl::Answer Workspace::Impl::answerTo(QObject* context, std::function<void(Result<void>)> done) {
    const QPointer<QObject> guard(context ? context : &m_owner);
    return [mailbox = m_mailbox, guard, done = std::move(done)](const Result<void>& result) {
        mailbox->post([guard, done, result] {
            if (guard)
                done(result);
        });
    };
}

tl::unexpected<Error> Workspace::Impl::readOnly() const {
    return failure(ErrorCode::FileReadOnly, "opened for reading only", {{"file", file().string()}});
}

void Workspace::Impl::change(WorkspaceChange change, QObject* context, std::function<void(Result<void>)> done) {
    const Answer answer = answerTo(context, std::move(done));
    if (!m_engine)
        return answer(readOnly());
    if (change.regions) {
        auto clean = cleaned(*change.regions);
        if (!clean)
            return answer(tl::unexpected(clean.error()));
        change.regions = std::move(*clean);
    }
    const bool hasWordChange = change.wordIndex.has_value();
    m_engine->postToWriter([this, answer, mailbox = m_mailbox, change = std::move(change)](ReplicaWriter& writer) {
        const auto written = write(writer, change);
        auto settings = readSettings();
        if (!settings)
            return answer(tl::unexpected(written ? settings.error() : written.error()));
        // Also after a failure: what came before it is in the file.
        mailbox->post(
            [this, settings = std::move(*settings), replaced = change.replaced] { takeSettings(settings, replaced); });
        answer(written);
    });
    if (hasWordChange)
        m_engine->completeWordIndex();
}

void Workspace::Impl::takeSettings(const Settings& settings, const std::vector<RegionName>& replaced) {
    m_operatorName = settings.operatorName;
    m_keepsWords = settings.keepsWords;
    m_views = settings.views;
    m_colourRules = settings.colourRules;
    m_tenantZones = settings.tenantZones;
    m_staged = settings.staged;
    m_guard = settings.guard;
    m_intakeMappings = settings.intakeMappings;
    m_compromises = settings.compromises;
    m_records.clear();
    for (const RegionRecord& record : settings.regions)
        m_records.emplace(record.region, record);
    m_engine->setRegions(settings.regions, replaced);
    m_workers.keepOnly(endpoints());
    if (m_isFollowingWanted)
        m_engine->start();
    emit m_owner.settingsChanged();
    for (const RegionRecord& record : settings.regions)
        postRegionChanged(record.region);
}

} // namespace muniment
