#include "tests/residency/mover_process.h"

#include "tests/support/parent_death.h"
#include "tests/support/patience.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <csignal>

namespace muniment::test {

namespace {

/// A whole move may have to be waited for, of a log that has grown, and beside everything else.
constexpr int kMovePatienceMs = 5 * kPatienceMs;

QString text(const std::string& text) {
    return QString::fromStdString(text);
}

/// As in /proc: 'T' is stopped.
char stateOf(qint64 process) {
    QFile stat(QStringLiteral("/proc/%1/stat").arg(process));
    if (!stat.open(QIODevice::ReadOnly))
        return 'X';
    const QByteArray line = stat.readAll();
    return line.mid(line.lastIndexOf(')') + 2, 1).front();
}

} // namespace

MoverProcess::MoverProcess(MoveGround& ground, const TenantId& tenant, const RegionName& from, const RegionName& to,
                           int pageEvents, MoveStep stopAt, int times) {
    endWithThisThread(m_process);
    m_process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/muniment_test_mover"),
                    {text(ground.endpoint(from, "mover")), text(ground.endpoint(to, "mover")), text(tenant.text()),
                     text(from.text()), text(to.text()), QString::number(pageEvents),
                     QString::fromUtf8(moveStepName(stopAt).data()), QString::number(times)});
    if (!m_process.waitForStarted())
        qFatal("the mover did not start");
}

MoverProcess::~MoverProcess() {
    if (isRunning())
        kill();
}

void MoverProcess::waitUntilStopped() {
    QElapsedTimer waited;
    waited.start();
    while (isRunning() && stateOf(m_process.processId()) != 'T') {
        m_process.waitForFinished(1);
        if (waited.hasExpired(kMovePatienceMs))
            qFatal("the mover neither stops nor ends");
    }
    m_said += m_process.readAllStandardOutput().trimmed();
}

void MoverProcess::goOn() {
    if (isRunning())
        ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT);
}

void MoverProcess::kill() {
    m_process.kill();
    m_process.waitForFinished();
}

void MoverProcess::end() {
    goOn();
    if (isRunning() && !m_process.waitForFinished(kMovePatienceMs))
        qFatal("the mover does not end");
}

} // namespace muniment::test
