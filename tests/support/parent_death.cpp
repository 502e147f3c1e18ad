#include "tests/support/parent_death.h"

#include <QFile>
#include <QProcess>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace muniment::test {

void endWithParent() {
    const pid_t parent = ::getppid();
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent)
        ::raise(SIGKILL);
}

void endWithCTest() {
    const QString parent = QFile::symLinkTarget(QStringLiteral("/proc/%1/exe").arg(::getppid()));
    if (parent.endsWith(QStringLiteral("/ctest")))
        endWithParent();
}

void endWithThisThread(QProcess& process) {
    process.setChildProcessModifier([parent = ::getpid()] {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != parent)
            ::raise(SIGKILL);
    });
}

} // namespace muniment::test
