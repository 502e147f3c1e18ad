#include "models/items/change_set.h"

#include "models/base/clock.h"
#include "models/commands/command_text.h"
#include "models/commands/review_surroundings.h"
#include "models/items/command_words.h"

#include <algorithm>

namespace muniment {

namespace {

using State = StagedChange::State;

/// A tenant's own id, for organizations; else the aggregate's.
AggregateId idOf(const CommandRequest& request) {
    return request.id.isEmpty() ? AggregateId(request.tenant.text()) : request.id;
}

/// What stays other than wished when the request fails. A decision in a review leaves the review open to the others.
AggregateId leftOtherBy(const CommandRequest& request) {
    const auto* item = reviewDecisionOf(request);
    return item != nullptr ? item->grant : idOf(request);
}

void drawId(CommandRequest& request) {
    const auto* org = std::get_if<OrgCommand>(&request.command);
    if (org != nullptr && std::holds_alternative<AddOrg>(*org) && request.tenant.isEmpty())
        request.tenant = TenantId(randomUuid().text());
    else if (org == nullptr && isAddition(request.command) && request.id.isEmpty())
        request.id = AggregateId(randomUuid().text());
}

} // namespace

ChangeSet::ChangeSet(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {
    load();
}

void ChangeSet::load() {
    for (const StagedLine& line : m_workspace.stagedLines()) {
        auto request = parseCommand(line.line);
        if (request)
            m_changes.push_back({.id = line.id, .request = std::move(*request), .queuedAt = line.queuedAt});
    }
}

void ChangeSet::keep() {
    emit changed();
    if (m_workspace.isReadOnly())
        return;
    WorkspaceChange change;
    change.staged.emplace();
    for (const StagedChange& staged : m_changes)
        if (staged.isOpen())
            change.staged->push_back({staged.id, printCommand(staged.request), staged.queuedAt});
    m_workspace.change(std::move(change), this, [this](const Result<void>& kept) {
        if (!kept)
            emit failedToKeep(kept.error());
    });
}

int ChangeSet::open() const {
    return static_cast<int>(std::ranges::count_if(m_changes, &StagedChange::isOpen));
}

int ChangeSet::count(std::initializer_list<State> states) const {
    return static_cast<int>(std::ranges::count_if(m_changes, [&](const StagedChange& change) {
        return std::ranges::find(states, change.state) != states.end();
    }));
}

StagedChange* ChangeSet::find(const Uuid& id) {
    const auto found = std::ranges::find(m_changes, id, &StagedChange::id);
    return found == m_changes.end() ? nullptr : &*found;
}

AggregateId ChangeSet::stage(CommandRequest request) {
    drawId(request);
    const AggregateId id = idOf(request);
    m_changes.push_back({randomUuid(), std::move(request)});
    keep();
    return id;
}

void ChangeSet::queue(std::vector<CommandRequest> requests) {
    const Instant now = systemClock().now();
    for (CommandRequest& request : requests) {
        drawId(request); // sent twice, it is refused the second time
        m_changes.push_back({.id = randomUuid(), .request = std::move(request), .queuedAt = now});
    }
    keep();
}

std::vector<const StagedChange*> ChangeSet::queued() const {
    std::vector<const StagedChange*> found;
    for (const StagedChange& change : m_changes)
        if (change.queuedAt && change.isOpen())
            found.push_back(&change);
    return found;
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
    std::erase_if(m_changes, [](const StagedChange& change) { return !change.isOpen(); });
    emit changed();
}

void ChangeSet::send(const QString& reason) {
    if (isBusy())
        return;
    m_only.reset();
    for (StagedChange& change : m_changes)
        if (change.isOpen())
            change.state = State::Staged;
    begin(reason);
}

void ChangeSet::sendFitting(const std::set<Uuid>& ids, const QString& reason) {
    if (isBusy())
        return;
    m_only.emplace();
    for (StagedChange& change : m_changes) {
        const bool fits = change.state == State::Previewed && change.answer && *change.answer;
        if (!fits || !ids.contains(change.id))
            continue;
        m_only->insert(change.id);
        change.state = State::Staged;
    }
    begin(reason);
}

void ChangeSet::begin(const QString& reason) {
    m_reason = reason;
    m_chain = {};
    m_failed.clear();
    m_isSending = true;
    m_isCancelled = false;
    for (StagedChange& change : m_changes)
        change.moves = 0;
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
        if (change.state != State::Staged || (m_only && !m_only->contains(change.id)))
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
    if (follow(*change, change->answer->error())) {
        change->state = State::Staged; // nothing was written where it was
        keep();
        return sendNext();
    }
    m_failed.emplace(change->request.tenant, leftOtherBy(change->request));
    change->state = answer.error().code == ErrorCode::Conflict ? State::Stale : State::Failed;
    if (change->state == State::Stale)
        compare(*change);
    emit changed();
    sendNext();
}

void ChangeSet::finish() {
    m_isSending = false;
    const auto count = [this](std::initializer_list<State> states) {
        return static_cast<int>(std::ranges::count_if(m_changes, [&](const StagedChange& change) {
            return (!m_only || m_only->contains(change.id)) && std::ranges::find(states, change.state) != states.end();
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
