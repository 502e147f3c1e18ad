// A region's server for as long as questions are asked of it, and how all of a workspace's regions are asked at once.
#pragma once

#include "models/base/stray_threads.h"
#include "models/eventstore/postgres/session.h"
#include "models/regions/server_questions.h"
#include "models/replica/replica.h"

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <vector>

namespace muniment {

/// What one statement may take before the server ends it, so that one table that does not answer leaves time for the
/// others.
inline constexpr std::chrono::seconds kQuestionTimeout{5};

/// Belongs to one thread.
class RegionServer final : public ServerQuestions {
public:
    using Clock = std::chrono::steady_clock;

    /// Everything that is asked has answered or failed by `end`. InvalidInput for an embedded endpoint, which is not
    /// asked in SQL.
    [[nodiscard]] static Result<std::unique_ptr<RegionServer>>
    open(const WorkspaceRegion& region, const std::shared_ptr<SecretSource>& secrets, Clock::time_point end);

    [[nodiscard]] const WorkspaceRegion& region() const { return m_region; }

    [[nodiscard]] StoreFlavour flavour() const { return m_session.flavour; }

    [[nodiscard]] const postgres::CockroachVersion& cockroach() const { return m_session.cockroach; }

    [[nodiscard]] const std::string& version() const { return m_session.version; }

    [[nodiscard]] Result<AnswerTable> ask(const postgres::Statement& statement) override;
    /// A statement that may take as long as it takes until `end`, such as a schema change.
    [[nodiscard]] Result<AnswerTable> askPatiently(const postgres::Statement& statement);

    [[nodiscard]] std::vector<std::string> notices() override { return m_session.connection->takeNotices(); }

private:
    RegionServer(WorkspaceRegion region, Clock::time_point end) : m_region(std::move(region)), m_end(end) {}

    [[nodiscard]] Result<void> setTimeout(std::chrono::milliseconds timeout);
    [[nodiscard]] Result<AnswerTable> run(const postgres::Statement& statement, Clock::time_point end);

    WorkspaceRegion m_region;
    Clock::time_point m_end;
    postgres::CancelSwitch m_switch;
    postgres::Session m_session;
};

/// One answer for each region, in order, all at once. What has not answered within `patience` is Timeout, and its
/// thread is left behind with all that it uses: a region that hangs holds up nobody. `work` is called on other threads,
/// several at a time, and must own what it uses.
template <class T>
[[nodiscard]] std::vector<Result<T>> askEveryRegion(const std::vector<WorkspaceRegion>& regions,
                                                    std::chrono::milliseconds patience,
                                                    const std::function<Result<T>(const WorkspaceRegion&)>& work) {
    const auto end = std::chrono::steady_clock::now() + patience;
    std::vector<std::future<Result<T>>> running;
    for (const WorkspaceRegion& region : regions) {
        const auto promise = std::make_shared<std::promise<Result<T>>>();
        running.push_back(promise->get_future());
        startStrayThread([region, promise, work] { promise->set_value(work(region)); });
    }
    std::vector<Result<T>> answers;
    for (std::size_t i = 0; i < running.size(); ++i) {
        if (running[i].wait_until(end) == std::future_status::ready)
            answers.push_back(running[i].get());
        else
            answers.push_back(failure(ErrorCode::Timeout,
                                      "no answer within " + std::to_string(patience.count()) + " ms",
                                      {{"region", regions[i].region.text()}}));
    }
    return answers;
}

} // namespace muniment
