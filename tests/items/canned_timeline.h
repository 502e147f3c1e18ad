// A timeline of any length that exists only as arithmetic: event k of n has number n − k, newest first.
#pragma once

#include "models/items/timeline_model.h"

#include <deque>
#include <functional>
#include <vector>

namespace muniment::test {

/// Answers when told to, so that tests decide which answers are late.
class CannedTimeline {
public:
    std::int64_t total = 0;
    int asked = 0;
    int colouredEvery = 0; ///< every so many the first rule matches; 0: none does

    [[nodiscard]] AskTimeline ask() {
        return [this](QObject*, const TimelineRequest& request, std::function<void(Result<TimelineSlice>)> done) {
            ++asked;
            m_open.push_back([this, request, done = std::move(done)] { done(slice(request)); });
            return Workspace::Ticket();
        };
    }

    [[nodiscard]] int open() const { return static_cast<int>(m_open.size()); }

    void answerOne() {
        const auto answer = std::move(m_open.front());
        m_open.pop_front();
        answer();
    }

    void answerAll() {
        while (!m_open.empty())
            answerOne();
    }

    static TimelineRow row(std::int64_t number) {
        TimelineRow row;
        row.number = EventNumber{number};
        row.region = RegionName("eu-west-1");
        row.loggedAt = Instant{number * kMicrosPerSecond};
        row.event.type = "test.event";
        row.event.outcome = "success";
        row.subjectName = "subject " + std::to_string(number);
        row.event.sequence = 7;
        row.event.sourceIp = "10.4.18.22";
        row.event.payload = R"({"country":"DE","reason":"because )" + std::to_string(number) + "\"}";
        return row;
    }

private:
    [[nodiscard]] Result<TimelineSlice> slice(const TimelineRequest& request) const {
        TimelineSlice slice;
        slice.total = total;
        slice.events = total;
        slice.first = request.first;
        if (request.anchor)
            slice.anchorRow = total - request.anchor->value;
        else if (request.at)
            slice.anchorRow = total - request.at->micros / kMicrosPerSecond;
        else if (request.row)
            slice.anchorRow = request.row;
        if (slice.anchorRow)
            slice.first = *slice.anchorRow - request.above;
        slice.first = std::max<std::int64_t>(0, std::min(slice.first, total - request.count));
        for (std::int64_t k = slice.first; k < std::min(total, slice.first + request.count); ++k)
            slice.rows.push_back(row(total - k));
        if (request.colouring && !request.colouring->rules.empty())
            for (const TimelineRow& each : slice.rows)
                slice.colours.push_back(colouredEvery > 0 && each.number.value % colouredEvery == 0
                                            ? std::optional<std::size_t>(0)
                                            : std::nullopt);
        return slice;
    }

    std::deque<std::function<void()>> m_open;
};

} // namespace muniment::test
