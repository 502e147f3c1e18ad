// Work on bundles from the window: one is opened, made or taken in, on a thread of its own; watched and cancelled.
#pragma once

#include "models/integrity/courier_import.h"
#include "models/integrity/opened_bundle.h"
#include "models/items/evidence_export.h"
#include "models/workspace/workstation_key.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <variant>
#include <vector>

namespace muniment {

using OpenedBundlePointer = std::shared_ptr<const OpenedBundle>;

struct WrittenEvidence {
    std::filesystem::path file;
    BundleManifest manifest;
    VerifierKey maker;
};

/// What came of it: one of each kind of work.
using EvidenceOutcome = std::variant<OpenedBundlePointer, WrittenEvidence, CourierImport>;
using EvidenceWork = std::function<Result<EvidenceOutcome>(const std::stop_token&, const BundleProgress&)>;

/// `workspaces`: whose known keys count; those that cannot be read say nothing.
[[nodiscard]] EvidenceWork openingOf(std::filesystem::path bundle, std::vector<VerifierKey> trusted,
                                     std::vector<std::filesystem::path> workspaces);

struct EvidenceWish {
    EvidenceOrder order;
    TimelineQuestion question;
    WorkstationKeyPlace place = {};
    bool mayMakeKey = false;
};

/// NotFound (context "what" = "key") without a key that may be made; InvalidInput (field "passphrase").
[[nodiscard]] EvidenceWork writingOf(EvidenceWish wish);
[[nodiscard]] EvidenceWork importOf(std::filesystem::path bundle, std::filesystem::path file,
                                    std::vector<VerifierKey> trusted);

/// Runs from the moment it is made; exactly one of `finished` and `failed` follows. Destroying it asks the thread to
/// end and does not wait; what came of it goes with the thread then.
class EvidenceJob : public QObject {
    Q_OBJECT
public:
    EvidenceJob(EvidenceWork work, QObject* parent);
    ~EvidenceJob() override;

    struct Progress {
        double done = 0; ///< 0 … 1
        std::optional<std::chrono::seconds> timeLeft;
    };

    [[nodiscard]] const Progress& progress() const { return m_progress; }

    /// `failed` follows with Cancelled, unless it was through.
    void cancel();

signals:
    void progressed(); ///< five times a second
    void finished(const muniment::EvidenceOutcome& outcome);
    void failed(const muniment::Error& error);

private:
    class Body;

    void look();

    std::shared_ptr<Body> m_body;
    Progress m_progress;
    QTimer m_timer;
    std::chrono::steady_clock::time_point m_begun;
};

} // namespace muniment
