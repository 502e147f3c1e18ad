// muniment_test_mover as a test sees it: a mover that stops itself before a step, and then is killed or goes on.
#pragma once

#include "tests/residency/move_ground.h"

#include <QProcess>

namespace muniment::test {

/// Belongs to the thread that made it, with which the process ends. What takes longer than patience ends the test
/// program.
class MoverProcess {
public:
    /// Moves `tenant` with `pageEvents` events a page, and stops when it comes to `stopAt` for the `times`-th time.
    MoverProcess(MoveGround& ground, const TenantId& tenant, const RegionName& from, const RegionName& to,
                 int pageEvents, MoveStep stopAt, int times);
    ~MoverProcess();

    /// It stands before its step, or has ended.
    void waitUntilStopped();
    void goOn();
    void kill();
    /// It goes on to its end.
    void end();

    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }

    /// Before which step it stopped; empty: before none.
    [[nodiscard]] QByteArray stoppedBefore() const { return m_said; }

    /// Why it did not move.
    [[nodiscard]] QByteArray complaint() { return m_process.readAllStandardError(); }

private:
    QProcess m_process;
    QByteArray m_said;
};

} // namespace muniment::test
