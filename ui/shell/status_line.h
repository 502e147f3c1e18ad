// The line at the bottom: events here, rows shown, live rate, freshness, what is being rebuilt, the running job, the
// clock's zone. One meaning a field.
#pragma once

#include "models/items/formats.h"
#include "models/workspace/workspace.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace muniment {

class ElidedLabel;

class StatusLine : public QFrame {
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent);

    /// Absent: they could not be counted.
    void setEvents(std::optional<std::int64_t> events);
    void setShown(const QString& text);
    /// "Live · 42 events/s" from the batches of the last seconds.
    void setRate(double eventsPerSecond, bool isLive);
    /// Nothing is live in the past.
    void setPast(bool isPast);
    /// `isPaused`: the file takes nothing new, whatever the regions have.
    void setFreshness(const std::vector<RegionStatus>& regions, bool isPaused);
    void setJob(const SyncProgress& progress, const std::optional<Error>& pausedBy, bool isFollowing);
    /// "Rebuilding the index: 34 %" until it is finished or has failed.
    void setRebuild(const RebuildStatus& status);
    /// Changes that were sent and whose outcome is not known yet.
    void setNotKnown(int changes);
    /// How far the trail is proved: its word, a sign, the whole sentence.
    void setTrail(const QString& word, const QIcon& sign, const QString& sentence);
    void setZone(const ClockZone& zone);
    [[nodiscard]] QString events() const;
    [[nodiscard]] QString freshness() const;
    [[nodiscard]] QString notKnown() const;
    /// Empty: nothing is being rebuilt.
    [[nodiscard]] QString rebuild() const;
    [[nodiscard]] QString job() const;

    [[nodiscard]] QPushButton* trail() const { return m_trail; }

signals:
    /// Another zone is to be chosen, about there on the screen.
    void zoneWanted(const QPoint& place);
    /// The page about the trail.
    void trailChosen();
    void cancelChosen();
    void resumeChosen();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showRebuild();

    QLabel* m_events;
    std::optional<std::int64_t> m_eventCount;
    bool m_isEventCountTold = false;
    QLabel* m_shown;
    QLabel* m_rate;
    QLabel* m_freshness;
    QLabel* m_notKnown;
    QLabel* m_rebuild;
    ElidedLabel* m_job;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QPushButton* m_resume;
    QPushButton* m_zone;
    QPushButton* m_trail;
    ClockZone m_shownZone;
    std::optional<RebuildStatus> m_rebuilding;
    int m_changesNotKnown = 0;
    bool m_isPast = false;
};

} // namespace muniment
