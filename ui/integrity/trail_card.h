// The head of the page of the trail: how far it is proved as one sentence, what that rests on, and what can be done.
#pragma once

#include "models/items/clock_zone.h"
#include "models/items/integrity_job.h"
#include "models/items/integrity_queries.h"
#include "ui/actions/action_registry.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace muniment {

class TextGrid;

class TrailCard : public QFrame {
    Q_OBJECT
public:
    TrailCard(const ActionRegistry& actions, QWidget* parent);

    /// nullptr: it has not come yet.
    void tell(const IntegrityPicture* picture, const ClockZone& zone);
    /// nullptr: none runs.
    void tellJob(const IntegrityJob* job);
    void retranslate();

    [[nodiscard]] QString text() const;

    [[nodiscard]] QPushButton* pauseButton() const { return m_pause; }

    [[nodiscard]] QPushButton* cancelButton() const { return m_cancel; }

    [[nodiscard]] QPushButton* verifyButton() const { return m_verify; }

    /// "Verifying: 34 %"; empty: nothing runs.
    [[nodiscard]] QString progressText() const;

signals:
    void pauseChosen();
    void cancelChosen();

private:
    QLabel* m_sign;
    QLabel* m_standing;
    QLabel* m_sentence;
    TextGrid* m_facts;
    QLabel* m_advice;
    QPushButton* m_verify;
    QPushButton* m_seal;
    QPushButton* m_exchange;
    QPushButton* m_certificate;
    QLabel* m_progressText;
    QProgressBar* m_progress;
    QPushButton* m_pause;
    QPushButton* m_cancel;
    bool m_isPaused = false;
};

} // namespace muniment
