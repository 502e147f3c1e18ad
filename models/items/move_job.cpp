#include "models/items/move_job.h"

#include "models/base/stray_threads.h"
#include "models/items/job_voice.h"

namespace muniment {

/// Everything the thread uses, kept alive by the thread itself.
class MoveJob::Body {
public:
    Body(MoveJob& job, StoreOpener open, std::vector<WorkspaceRegion> regions, MoveOrder order)
        : m_voice(job),
          m_open(std::move(open)),
          m_regions(std::move(regions)),
          m_order(std::move(order)) {}

    void run() {
        if (auto done = carryOut(); !done)
            m_voice.post([error = done.error()](MoveJob& job) { emit job.failed(error); });
        m_stores.clear();
    }

    void stop() { m_stop.request_stop(); }

    void detach() { m_voice.detach(); }

private:
    Result<void> carryOut() {
        for (const WorkspaceRegion& region : m_regions) {
            auto store = m_open(region.endpoint);
            if (!store)
                return tl::unexpected(store.error().with("region", region.region.text()));
            m_stores.emplace(region.region, std::move(*store));
        }
        std::map<RegionName, Error> silent;
        auto where = findTenant(m_stores, m_order.tenant, silent);
        if (!where)
            return tl::unexpected(where.error());
        if (m_order.kind == MoveOrder::Kind::Look)
            return look(std::move(*where));
        const std::optional<RegionName> from = where->underWay ? where->underWay->from : where->home;
        const std::optional<RegionName> to = where->underWay ? where->underWay->to : m_order.to;
        if (!from || !to)
            return failure(ErrorCode::TenantNotHere, {}, {{"tenant", m_order.tenant.text()}});
        auto move = moveBetween(*from, *to);
        if (!move)
            return tl::unexpected(move.error());
        auto wish = wishAt(*from);
        if (!wish)
            return tl::unexpected(wish.error());
        const auto tell = [this](const MoveProgress& progress) {
            m_voice.post([progress](MoveJob& job) { emit job.progressed(progress); });
        };
        if (m_order.kind == MoveOrder::Kind::TakeBack) {
            if (auto cancelled = (*move)->cancel(*wish, m_stop.get_token(), tell); !cancelled)
                return cancelled;
            m_voice.post([](MoveJob& job) { emit job.finished(std::nullopt); });
            return {};
        }
        auto report = (*move)->run(*wish, m_stop.get_token(), tell);
        if (!report)
            return tl::unexpected(report.error());
        m_voice.post([report = *report](MoveJob& job) { emit job.finished(report); });
        return {};
    }

    Result<void> look(TenantWhereabouts where) {
        MoveOutlook outlook{std::move(where), {}};
        if (outlook.where.home && m_order.to && !outlook.where.underWay) {
            auto move = moveBetween(*outlook.where.home, *m_order.to);
            if (!move)
                return tl::unexpected(move.error());
            auto checked = (*move)->preflight();
            if (!checked)
                return tl::unexpected(checked.error());
            outlook.preflight = std::move(*checked);
        }
        m_voice.post([outlook](MoveJob& job) { emit job.looked(outlook); });
        return {};
    }

    Result<std::unique_ptr<TenantMove>> moveBetween(const RegionName& from, const RegionName& to) {
        const auto source = m_stores.find(from);
        const auto target = m_stores.find(to);
        if (source == m_stores.end() || target == m_stores.end()) {
            const std::string missing = (source == m_stores.end() ? from : to).text();
            return failure(ErrorCode::NotFound, {}, {{"what", "region"}, {"id", missing}, {"region", missing}});
        }
        return std::make_unique<TenantMove>(*source->second, *target->second, m_order.tenant, from, to);
    }

    Result<MoveWish> wishAt(const RegionName& from) {
        MoveWish wish{{"operator", ActorId(m_order.operatorName)}, m_order.reason};
        if (!m_order.operatorName.empty())
            return wish;
        auto identity = m_stores.at(from)->connect(from);
        if (!identity)
            return tl::unexpected(identity.error().with("region", from.text()));
        wish.actor.id = ActorId(identity->databaseUser);
        return wish;
    }

    JobVoice<MoveJob> m_voice;
    StoreOpener m_open;
    std::vector<WorkspaceRegion> m_regions;
    MoveOrder m_order;
    std::stop_source m_stop;
    RegionStores m_stores;
};

MoveJob::MoveJob(const Workspace& workspace, MoveOrder order, QObject* parent)
    : QObject(parent),
      m_body(std::make_shared<Body>(*this, workspace.storeOpener(), workspace.endpoints(), std::move(order))) {
    startStrayThread([body = m_body] { body->run(); });
}

MoveJob::~MoveJob() {
    m_body->stop();
    m_body->detach();
}

void MoveJob::stop() {
    m_body->stop();
}

} // namespace muniment
