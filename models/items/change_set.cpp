#include "models/items/change_set.h"

#include "models/changes/cascade.h"
#include "models/changes/following_batches.h"
#include "models/commands/command_text.h"
#include "models/commands/review_surroundings.h"
#include "models/items/command_words.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace muniment {

namespace {

using State = StagedChange::State;

bool isOpen(const StagedChange& change) {
    return change.state != State::Done;
}

/// A tenant's own id, for organizations; else the aggregate's.
AggregateId idOf(const CommandRequest& request) {
    return request.id.isEmpty() ? AggregateId(request.tenant.text()) : request.id;
}

/// What stays other than wished when the request fails. A decision in a review leaves the review open to the others.
AggregateId leftOtherBy(const CommandRequest& request) {
    const auto* item = reviewDecisionOf(request);
    return item != nullptr ? item->grant : idOf(request);
}

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

ChangeSet::ChangeSet(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {
    load();
}

void ChangeSet::load() {
    for (const StagedLine& line : m_workspace.stagedLines()) {
        auto request = parseCommand(line.line);
        if (request)
            m_changes.push_back({line.id, std::move(*request)});
    }
}

void ChangeSet::keep() {
    emit changed();
    if (m_workspace.isReadOnly())
        return;
    WorkspaceChange change;
    change.staged.emplace();
    for (const StagedChange& staged : m_changes)
        if (isOpen(staged))
            change.staged->push_back({staged.id, printCommand(staged.request)});
    m_workspace.change(std::move(change), this, [this](const Result<void>& kept) {
        if (!kept)
            emit failedToKeep(kept.error());
    });
}

int ChangeSet::open() const {
    return static_cast<int>(std::ranges::count_if(m_changes, isOpen));
}

StagedChange* ChangeSet::find(const Uuid& id) {
    const auto found = std::ranges::find(m_changes, id, &StagedChange::id);
    return found == m_changes.end() ? nullptr : &*found;
}

AggregateId ChangeSet::stage(CommandRequest request) {
    const auto* org = std::get_if<OrgCommand>(&request.command);
    if (org != nullptr && std::holds_alternative<AddOrg>(*org) && request.tenant.isEmpty())
        request.tenant = TenantId(randomUuid().text());
    else if (org == nullptr && isAddition(request.command) && request.id.isEmpty())
        request.id = AggregateId(randomUuid().text());
    const AggregateId id = idOf(request);
    m_changes.push_back({randomUuid(), std::move(request)});
    keep();
    return id;
}

void ChangeSet::stage(std::vector<CommandRequest> requests) {
    for (CommandRequest& request : requests)
        m_changes.push_back({randomUuid(), std::move(request)});
    keep();
}

void ChangeSet::remove(const std::set<Uuid>& ids) {
    if (m_isSending)
        return;
    std::erase_if(m_changes, [&](const StagedChange& change) { return ids.contains(change.id); });
    keep();
}

void ChangeSet::move(const Uuid& id, int place) {
    const auto found = std::ranges::find(m_changes, id, &StagedChange::id);
    if (m_isSending || found == m_changes.end() || place < 0 || place >= std::ssize(m_changes))
        return;
    const auto target = m_changes.begin() + place;
    if (found < target)
        std::rotate(found, found + 1, target + 1);
    else
        std::rotate(target, found, found + 1);
    keep();
}

void ChangeSet::discardAll() {
    if (m_isSending)
        return;
    m_changes.clear();
    keep();
}

void ChangeSet::clearDone() {
    std::erase_if(m_changes, [](const StagedChange& change) { return !isOpen(change); });
    emit changed();
}

void ChangeSet::preview() {
    if (isBusy())
        return;
    ++m_previewing;
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
        if (isOpen(change))
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
            before.push_back({randomUuid(), std::move(request)});
        const auto place = std::ranges::find(m_changes, id, &StagedChange::id);
        place->request.following.insert(place->request.following.end(), fitting.begin(), fitting.end());
        place->cameSince += static_cast<int>(commands.size());
        m_changes.insert(place, std::make_move_iterator(before.begin()), std::make_move_iterator(before.end()));
    }
    if (!since.empty())
        keep();
}

void ChangeSet::askRegions() {
    std::map<RegionName, std::pair<std::vector<Uuid>, std::vector<CommandRequest>>> regions;
    for (const StagedChange& change : m_changes) {
        if (!isOpen(change))
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
}

void ChangeSet::takePreview(const std::vector<Uuid>& ids, const std::vector<Result<CommandResult>>& answers) {
    --m_previewing;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        StagedChange* change = find(ids[i]);
        if (change == nullptr)
            continue; // taken out meanwhile
        change->answer = answers[i];
        const bool isStale = !answers[i] && answers[i].error().code == ErrorCode::Conflict;
        change->state = isStale ? State::Stale : State::Previewed;
        if (isStale)
            m_workspace.compare(change->request, this, [this, id = change->id](const Result<ThreeWays>& ways) {
                if (StagedChange* stale = find(id); stale != nullptr && ways)
                    stale->ways = *ways;
                emit changed();
            });
    }
    emit changed();
}

void ChangeSet::send(const QString& reason) {
    if (isBusy())
        return;
    m_reason = reason;
    m_chain = {};
    m_failed.clear();
    m_isSending = true;
    m_isCancelled = false;
    for (StagedChange& change : m_changes)
        if (isOpen(change))
            change.state = State::Staged;
    emit changed();
    refreshThen([this] { sendNext(); });
}

void ChangeSet::cancel() {
    m_isCancelled = true;
}

bool ChangeSet::needsWhatFailed(const CommandRequest& request) const {
    const auto things = thingsNamedBy(request);
    return std::ranges::any_of(things, [&](const AggregateKey& thing) {
        return m_failed.contains({request.tenant, thing.id});
    });
}

void ChangeSet::sendNext() {
    for (StagedChange& change : m_changes) {
        if (m_isCancelled)
            break;
        if (change.state != State::Staged)
            continue;
        if (needsWhatFailed(change.request)) {
            change.state = State::Skipped;
            change.answer.reset();
            m_failed.emplace(change.request.tenant, leftOtherBy(change.request));
            continue;
        }
        CommandRequest request = m_chain.adapted(change.request);
        if (request.reason.empty())
            request.reason = m_reason.toStdString();
        change.state = State::Sending;
        emit changed();
        m_workspace.submit(
            std::move(request), this,
            [this, id = change.id](const Result<CommandResult>& answer) { takeAnswer(id, answer); },
            [this, id = change.id](const Error&) {
                if (StagedChange* sent = find(id)) {
                    sent->state = State::NotKnown;
                    emit changed();
                }
            },
            std::chrono::milliseconds(0));
        return;
    }
    finish();
}

void ChangeSet::takeAnswer(const Uuid& id, const Result<CommandResult>& answer) {
    StagedChange* change = find(id);
    if (change == nullptr)
        return sendNext();
    change->answer = answer;
    if (answer) {
        change->state = State::Done;
        m_chain.note(*answer, aggregateTypeOf(change->request.command));
        keep(); // a crash from here on does not send it twice
        return sendNext();
    }
    m_failed.emplace(change->request.tenant, leftOtherBy(change->request));
    change->state = answer.error().code == ErrorCode::Conflict ? State::Stale : State::Failed;
    if (change->state == State::Stale)
        m_workspace.compare(change->request, this, [this, id](const Result<ThreeWays>& ways) {
            if (StagedChange* stale = find(id); stale != nullptr && ways)
                stale->ways = *ways;
            emit changed();
        });
    emit changed();
    sendNext();
}

void ChangeSet::finish() {
    m_isSending = false;
    const auto count = [this](std::initializer_list<State> states) {
        return static_cast<int>(std::ranges::count_if(m_changes, [&](const StagedChange& change) {
            return std::ranges::find(states, change.state) != states.end();
        }));
    };
    emit changed();
    emit finished(count({State::Done}), count({State::Failed, State::Stale}), count({State::Skipped}));
}

void ChangeSet::accept(const Uuid& id) {
    StagedChange* change = find(id);
    if (change == nullptr || !change->ways || m_isSending)
        return;
    if (const auto* item = reviewDecisionOf(change->request)) {
        DecideReviewItem again = *item;
        again.grantSequence = change->ways->is;
        change->request.command = ReviewCommand(again);
    } else {
        change->request.ifSequence = change->ways->is;
    }
    change->ways.reset();
    change->answer.reset();
    change->state = State::Staged;
    keep();
}

} // namespace muniment
