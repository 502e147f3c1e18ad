// One running and one waiting question; an answer to anything older is dropped.
#pragma once

#include "models/workspace/workspace.h"

#include <functional>
#include <optional>
#include <utility>

namespace muniment {

/// Asks `request` off the GUI thread and brings the answer to `context`'s thread, or nothing when `context` has died or
/// the ticket was cancelled.
template <class Request, class Answer>
using Ask = std::function<Workspace::Ticket(QObject* context, Request request, std::function<void(Result<Answer>)>)>;

/// Used in one thread. While a question runs, only the newest further one waits; when it starts, the one before it has
/// been answered. The answer is handed on with the question it answers.
template <class Request, class Answer>
class RequestSlot {
public:
    using Deliver = std::function<void(const Request&, Result<Answer>)>;

    RequestSlot(QObject* context, Ask<Request, Answer> ask, Deliver deliver)
        : m_context(context),
          m_ask(std::move(ask)),
          m_deliver(std::move(deliver)) {}

    RequestSlot(const RequestSlot&) = delete;
    RequestSlot& operator=(const RequestSlot&) = delete;

    ~RequestSlot() { m_ticket.cancel(); }

    void request(Request request) {
        if (m_isRunning)
            m_waiting = std::move(request);
        else
            start(std::move(request));
    }

    /// What runs and what waits no longer matters.
    void drop() {
        m_ticket.cancel();
        ++m_generation;
        m_isRunning = false;
        m_waiting.reset();
    }

    [[nodiscard]] bool isRunning() const { return m_isRunning; }

private:
    void start(Request request) {
        m_isRunning = true;
        const auto generation = ++m_generation;
        m_ticket = m_ask(m_context, request, [this, generation, request](Result<Answer> answer) {
            if (generation == m_generation)
                finish(request, std::move(answer));
        });
    }

    void finish(const Request& request, Result<Answer> answer) {
        m_isRunning = false;
        auto next = std::exchange(m_waiting, std::nullopt);
        if (next)
            start(std::move(*next));
        m_deliver(request, std::move(answer));
    }

    QObject* m_context;
    Ask<Request, Answer> m_ask;
    Deliver m_deliver;
    Workspace::Ticket m_ticket;
    std::optional<Request> m_waiting;
    std::uint64_t m_generation = 0;
    bool m_isRunning = false;
};

} // namespace muniment
