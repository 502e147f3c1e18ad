// A verification of the workspace's trail from the window, and the sealing that may follow: begun, watched, paused,
// cancelled.
#pragma once

#include "models/integrity/trail_check.h"
#include "models/workspace/workspace.h"
#include "models/workspace/workstation_key.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace muniment {

struct IntegrityOrder {
    enum class Kind {
        Verify,
        FindKey, ///< whether this workstation has a key that can be used
        Seal     ///< verifies, then signs
    };
    Kind kind = Kind::Verify;
    WorkstationKeyPlace place = {};
    bool mayMakeKey = false; ///< Seal: where there is none yet
};

/// Runs on a thread of its own from the moment it is made, over the file as others read it; beside the workspace, and
/// also where that only reads. Destroying it asks the thread to end and does not wait. Exactly one of `found`,
/// `finished` and `failed` follows.
class IntegrityJob : public QObject {
    Q_OBJECT
public:
    IntegrityJob(const Workspace& workspace, IntegrityOrder order, QObject* parent);
    ~IntegrityJob() override;

    [[nodiscard]] IntegrityOrder::Kind kind() const;

    struct Progress {
        double done = 0; ///< 0 … 1
        std::optional<std::chrono::seconds> timeLeft;
    };

    [[nodiscard]] const Progress& progress() const { return m_progress; }

    /// Nothing of it goes on until resume(); what it reads stands still meanwhile.
    void pause();
    void resume();

    [[nodiscard]] bool isPaused() const { return m_isPaused; }

    /// Also while it is paused: `failed` follows with Cancelled.
    void cancel();

signals:
    void progressed(); ///< five times a second
    void pauseChanged();
    /// FindKey: its public half, or none. InvalidInput (field "passphrase") comes as `failed`.
    void found(const std::optional<muniment::VerifierKey>& key);
    /// Verify and Seal; `sealing` is absent for the first.
    void finished(const muniment::CheckedTrail& checked, const std::optional<muniment::Sealing>& sealing);
    /// Nothing is noted, and nothing signed. NotFound (context "what" = "key"): Seal without a key that may be made.
    void failed(const muniment::Error& error);

private:
    class Body;

    void look();

    std::shared_ptr<Body> m_body;
    Progress m_progress;
    QTimer m_timer;
    std::chrono::steady_clock::duration m_worked{}; ///< without the pauses
    std::chrono::steady_clock::time_point m_looked;
    bool m_isPaused = false;
};

} // namespace muniment
