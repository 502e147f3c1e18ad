// Opens and closes workspace files without holding up the window: an old or large file is checked and brought up to
// date when it is opened, and closing waits for what is being written.
#pragma once

#include "models/workspace/policy_run.h"
#include "models/workspace/workspace.h"

#include <QObject>
#include <QThreadPool>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace muniment {

struct OpenedWorkspace {
    std::unique_ptr<Workspace> workspace;
    std::optional<Error> readOnlyBecause; ///< set when the file could be opened for reading only
};

/// One file operation after another, in the order asked for: a file that is closed here can be opened again at once.
/// Used by the GUI thread. The destructor waits for what is under way.
class WorkspaceFiles : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(Result<OpenedWorkspace>)>;

    explicit WorkspaceFiles(QObject* parent);
    ~WorkspaceFiles() override;

    /// Opens for writing unless the options say otherwise, or for reading when another process writes the file or its
    /// rights forbid more. `done` is called later, unless another open() or cancel() comes first; what is opened in
    /// vain is closed again.
    void open(const std::filesystem::path& file, const WorkspaceOptions& options, Done done);
    void cancel();
    /// `done` is called later, when what was closed before has ended; not when open() or cancel() comes first.
    void afterClosing(std::function<void()> done);
    /// changePolicy() of a file that is not open (any more). `progress` and `done` are called later, `done` in any
    /// case.
    void changePolicy(const std::filesystem::path& file, const PolicyChange& change, const SyncOptions& options,
                      std::function<void(const PolicyProgress&)> progress,
                      std::function<void(Result<PolicyNote>)> done);
    /// Asks a change of policy to end; its `done` says Cancelled, unless it was through.
    void cancelPolicy();
    /// Returns at once; the workspace ends by itself, and `after` goes when it has ended.
    void close(std::unique_ptr<Workspace> workspace, std::shared_ptr<const void> after = {});

private:
    QThreadPool m_thread;
    std::stop_source m_policyStop;
    std::uint64_t m_wanted = 0; ///< number of the open() whose answer counts
};

} // namespace muniment
