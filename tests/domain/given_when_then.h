// given({facts}).when(wish).then({facts}) and .thenRejected(reason): rules as a reader would tell them. Facts go
// through encode and decode on their way into the state, so every rule's test is one of the codec too.
#pragma once

#include "models/domain/reason.h"

#include <QByteArray>
#include <QTest>

#include <optional>
#include <string>
#include <vector>

namespace muniment::test {

template <class Event>
std::string told(const std::vector<Event>& events) {
    std::string text;
    for (const auto& event : events) {
        const auto fact = encode(event);
        text += fact.type + " " + fact.payload.value_or("-") + "\n";
    }
    return text;
}

template <class State, class Event>
class Scene {
public:
    using Decode = std::optional<Event> (*)(std::string_view, const std::optional<std::string>&);

    Scene(const std::vector<Event>& facts, Decode decode) {
        for (const auto& fact : facts) {
            const auto written = encode(fact);
            const auto read = decode(written.type, written.payload);
            m_isReadable = m_isReadable && read && *read == fact;
            if (read)
                m_state = evolve(std::move(m_state), *read);
        }
    }

    /// `surroundings`: what the decision has to know of others, where it does.
    template <class Command, class... Surroundings>
    Scene& when(const Command& command, const Surroundings&... surroundings) {
        m_decision = decide(m_state, command, surroundings...);
        return *this;
    }

    void then(const std::vector<Event>& expected) const {
        QVERIFY(m_isReadable);
        QVERIFY2(m_decision.has_value(), m_decision ? "" : m_decision.error().detail.c_str());
        QCOMPARE(QByteArray::fromStdString(told(*m_decision)), QByteArray::fromStdString(told(expected)));
        QVERIFY(*m_decision == expected);
    }

    void thenRejected(Reason reason, const std::string& field = {}) const {
        QVERIFY(m_isReadable);
        QVERIFY2(!m_decision.has_value(), "it was accepted");
        QVERIFY(m_decision.error().code == ErrorCode::Refused);
        QCOMPARE(QByteArray::fromStdString(m_decision.error().get("reason")),
                 QByteArray(reasonName(reason).data(), static_cast<qsizetype>(reasonName(reason).size())));
        if (!field.empty())
            QCOMPARE(QByteArray::fromStdString(m_decision.error().get("field")), QByteArray::fromStdString(field));
    }

    [[nodiscard]] const State& state() const { return m_state; }

private:
    State m_state;
    bool m_isReadable = true;
    Result<std::vector<Event>> m_decision;
};

/// A wish, and either what happens or why not.
template <class Event, class Command, class Surroundings>
struct Rule {
    const char* name;
    std::vector<Event> facts;
    Command wish;
    std::vector<Event> outcome;
    std::optional<Reason> reason;
    std::string field = {};
    Surroundings surroundings = {};
};

/// A test function's rows, one for each rule.
template <class Rules>
void addRows(const Rules& rules) {
    QTest::addColumn<int>("number");
    for (int i = 0; i < static_cast<int>(rules.size()); ++i)
        QTest::newRow(rules[static_cast<std::size_t>(i)].name) << i;
}

/// Plays the rule of this row.
template <class State, class Event, class Rules>
void play(const Rules& rules, typename Scene<State, Event>::Decode decode) {
    QFETCH(int, number);
    const auto& rule = rules[static_cast<std::size_t>(number)];
    Scene<State, Event> scene(rule.facts, decode);
    scene.when(rule.wish, rule.surroundings);
    if (rule.reason)
        scene.thenRejected(*rule.reason, rule.field);
    else
        scene.then(rule.outcome);
}

/// Every event is read as it was written, with a reason beside it that nobody reads.
template <class Event>
void checkRoundTrips(const std::vector<Event>& events, typename Scene<int, Event>::Decode decode) {
    for (const auto& event : events) {
        const auto written = encode(event, "because");
        const auto read = decode(written.type, written.payload);
        QVERIFY2(read && *read == event, (written.type + " " + written.payload.value_or("-")).c_str());
        QVERIFY2(written.payload->find("\"reason\":\"because\"") != std::string::npos, written.type.c_str());
    }
}

} // namespace muniment::test
