// given({facts}).when(wish).then({facts}) and .thenRejected(reason): rules as a reader would tell them. Facts go
// through encode and decode on their way into the state, so every rule's test is one of the codec too.
#pragma once

#include "models/domain/reason.h"

#include <QByteArray>
#include <QTest>

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

    template <class Command>
    Scene& when(const Command& command) {
        m_decision = decide(m_state, command);
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

} // namespace muniment::test
