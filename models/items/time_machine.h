// The moment that the whole window shows, and what is known of it. One for each open workspace.
#pragma once

#include "models/items/moment_words.h"

#include <QObject>

#include <optional>
#include <vector>

namespace muniment {

/// Used in the GUI thread. The moment changes at once; what is known of it follows with factsChanged().
class TimeMachine : public QObject {
    Q_OBJECT
public:
    /// `workspace` must outlive it.
    explicit TimeMachine(Workspace& workspace, QObject* parent);

    /// Absent: now.
    [[nodiscard]] const std::optional<Moment>& asOf() const { return m_asOf; }

    [[nodiscard]] bool isPast() const { return m_asOf.has_value(); }

    /// The second handle: the begin of what is compared with the moment shown; absent: there is none.
    [[nodiscard]] const std::optional<Moment>& since() const { return m_since; }

    /// Of the moment shown, of now when there is none; those of the one before while isArriving(). Absent at first.
    [[nodiscard]] const std::optional<MomentFacts>& facts() const { return m_facts; }

    /// The moment was gone to, and what it holds is not known yet.
    [[nodiscard]] bool isArriving() const { return m_isArriving; }

    /// The bounds of the moment, one for each region, with what is known of it by now.
    [[nodiscard]] std::vector<RegionMoment> regions() const;

    /// Events of the moment that came in after it was gone to; what is shown lacks them.
    [[nodiscard]] std::int64_t lateEvents() const;

    void setAsOf(const std::optional<Moment>& asOf);
    void setSince(const std::optional<Moment>& since);
    /// The moment shown once more, with what came in.
    void showLateEvents();
    /// Just before an event; `missed` when the file has none such.
    void goBefore(const NamedEvent& event);
    /// So many events on, negative towards the past; steps that are asked for meanwhile add up.
    void step(int events);
    /// So much later; from now towards the past only.
    void moveBy(std::int64_t micros);
    /// The moments of the first and of the newest event that are known.
    void goToFirst();
    void goToLast();

public slots:

    void backToNow() { setAsOf(std::nullopt); }

    /// Events have come in, or a region is known further.
    void refresh();

signals:
    void momentChanged();
    void sinceChanged();
    void factsChanged();
    /// What is shown has to be asked for again, at the same moment.
    void reloadWanted();
    void missed(const muniment::NamedEvent& event);
    /// There is no event further on.
    void ended(bool isEarliest);
    void failed(const muniment::Error& error);

private:
    void takeFacts(const std::optional<Moment>& moment, Result<MomentFacts> facts);
    void takeStep(const MomentStep& step, const Result<std::optional<Moment>>& found);
    void askStep();

    Workspace& m_workspace;
    std::optional<Moment> m_asOf;
    std::optional<Moment> m_since;
    std::optional<MomentFacts> m_facts;
    std::int64_t m_shownEvents = 0; ///< inside when the moment was gone to
    bool m_isArriving = true;       ///< the first facts of the moment are awaited
    std::int64_t m_owed = 0;        ///< events still to be stepped
    RequestSlot<std::optional<Moment>, MomentFacts> m_factsSlot;
    RequestSlot<MomentStep, std::optional<Moment>> m_stepSlot;
    RequestSlot<NamedEvent, std::optional<Moment>> m_beforeSlot;
};

} // namespace muniment
