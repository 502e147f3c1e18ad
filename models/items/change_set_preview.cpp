// The staged changes as the regions see them: what each would come to, what has to go with it by now, who was first.
#include "models/changes/cascade.h"
#include "models/changes/following_batches.h"
#include "models/items/change_set.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace muniment {

namespace {

using State = StagedChange::State;

/// A tenant that moves to and fro is followed so often.
constexpr int kMostMoves = 4;

Result<std::map<Uuid, std::vector<FollowingCommand>>>
readSince(Snapshot& snapshot, const std::vector<std::pair<Uuid, CommandRequest>>& staged) {
    std::vector<CommandRequest> planned;
    for (const auto& [id, request] : staged)
        planned.push_back(request);
    std::map<Uuid, std::vector<FollowingCommand>> since;
    for (const auto& [id, request] : staged) {
        auto commands = cameSince(snapshot, request, planned);
        if (!commands)
            return tl::unexpected(commands.error());
        if (!commands->empty())
            since[id] = std::move(*commands);
    }
    return since;
}

} // namespace

void ChangeSet::preview() {
    if (isBusy())
        return;
    ++m_previewing;
    for (StagedChange& change : m_changes)
        change.moves = 0;
    emit changed();
    refreshThen([this] {
        --m_previewing;
        askRegions();
    });
}

void ChangeSet::refreshThen(std::function<void()> then) {
    using Since = std::map<Uuid, std::vector<FollowingCommand>>;
    std::vector<std::pair<Uuid, CommandRequest>> planned;
    for (const StagedChange& change : m_changes)
        if (change.isOpen())
            planned.emplace_back(change.id, change.request);
    m_workspace.query<Since>(
        this, [planned](Snapshot& snapshot, const std::stop_token&) { return readSince(snapshot, planned); },
        [this, then = std::move(then)](const Result<Since>& since) {
            if (since) // else the preview tells what is staged, and the server what is left
                takeIn(*since);
            then();
        });
}

void ChangeSet::takeIn(const std::map<Uuid, std::vector<FollowingCommand>>& since) {
    for (const auto& [id, commands] : since) {
        const StagedChange* change = find(id);
        if (change == nullptr)
            continue; // taken out meanwhile
        const std::size_t room = kMostFollowing - std::min(kMostFollowing, change->request.following.size());
        const auto fitting = std::span(commands).first(std::min(room, commands.size()));
        std::vector<StagedChange> before; // what has no room in its append goes ahead of it
        for (CommandRequest& request : batched(change->request, std::span(commands).subspan(fitting.size())))
            before.push_back({.id = randomUuid(), .request = std::move(request), .queuedAt = change->queuedAt});
        const auto place = std::ranges::find(m_changes, id, &StagedChange::id);
        place->request.following.insert(place->request.following.end(), fitting.begin(), fitting.end());
        place->cameSince += static_cast<int>(commands.size());
        if (m_only && m_only->contains(id))
            for (const StagedChange& part : before)
                m_only->insert(part.id);
        m_changes.insert(place, std::make_move_iterator(before.begin()), std::make_move_iterator(before.end()));
    }
    if (!since.empty())
        keep();
}

void ChangeSet::askRegions() {
    m_hasMoved = false;
    std::map<RegionName, std::pair<std::vector<Uuid>, std::vector<CommandRequest>>> regions;
    for (const StagedChange& change : m_changes) {
        if (!change.isOpen())
            continue;
        auto& [ids, requests] = regions[change.request.region];
        ids.push_back(change.id);
        requests.push_back(change.request);
    }
    m_previewing = static_cast<int>(regions.size());
    for (auto& [region, asked] : regions) {
        m_workspace.preview(region, std::move(asked.second), this,
                            [this, ids = asked.first](const std::vector<Result<CommandResult>>& answers) {
                                takePreview(ids, answers);
                            });
    }
    emit changed();
    tellPreviewed();
}

void ChangeSet::takePreview(const std::vector<Uuid>& ids, const std::vector<Result<CommandResult>>& answers) {
    --m_previewing;
    bool isMoved = false;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        StagedChange* change = find(ids[i]);
        if (change == nullptr)
            continue; // taken out meanwhile
        change->answer = answers[i];
        const bool isStale = !answers[i] && answers[i].error().code == ErrorCode::Conflict;
        change->state = isStale ? State::Stale : State::Previewed;
        if (isStale)
            compare(*change);
        else if (!answers[i])
            isMoved |= follow(*change, change->answer->error());
    }
    m_hasMoved |= isMoved;
    if (isMoved)
        keep(); // and tells
    else
        emit changed();
    if (m_previewing == 0 && m_hasMoved)
        return askRegions();
    tellPreviewed();
}

void ChangeSet::compare(const StagedChange& change) {
    ++m_comparing;
    m_workspace.compare(change.request, this, [this, id = change.id](const Result<ThreeWays>& ways) {
        --m_comparing;
        if (StagedChange* stale = find(id); stale != nullptr && ways)
            stale->ways = *ways;
        emit changed();
        tellPreviewed();
    });
}

void ChangeSet::tellPreviewed() {
    if (m_previewing == 0 && m_comparing == 0 && !m_isSending)
        emit previewed();
}

bool ChangeSet::follow(StagedChange& change, Error& error) const {
    const RegionName next(error.get("movedTo"));
    if (error.code != ErrorCode::TenantNotHere || next.isEmpty() || change.moves >= kMostMoves)
        return false;
    const auto endpoints = m_workspace.endpoints();
    if (std::ranges::find(endpoints, next, &WorkspaceRegion::region) == endpoints.end()) {
        error = error.with("newHome", "unreachable");
        return false;
    }
    change.movedFrom = change.request.region;
    change.request.region = next;
    ++change.moves;
    return true;
}

} // namespace muniment
