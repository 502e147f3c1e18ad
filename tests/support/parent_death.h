// A test that is killed must not leave programs behind that nobody waits for.
#pragma once

class QProcess;

namespace muniment::test {

/// The calling process ends (SIGKILL) with the thread that started it; at once when that is gone already.
void endWithParent();
/// The same when CTest is the parent: a test program started by hand, or by a debugger, is left alone.
void endWithCTest();
/// To be called before the process is started: it will end with the calling thread.
void endWithThisThread(QProcess& process);

} // namespace muniment::test
