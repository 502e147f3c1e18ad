// The program as a script sees it: arguments in; standard output, standard error and an exit code out.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace muniment::test {

struct Answer {
    int exit = -1;
    QByteArray out;
    QByteArray err;

    /// The last line of standard output without its end.
    [[nodiscard]] QByteArray lastLine() const;
    /// Standard output as JSON lines; ends the test program when a line is not one object.
    [[nodiscard]] std::vector<QJsonObject> objects() const;
    [[nodiscard]] QJsonObject object() const; ///< exactly one
};

using Arguments = std::vector<std::string>;

/// Path of the program that was built with the tests.
[[nodiscard]] QString programPath();
/// Without a display, and with the keychain out of reach: a test must not depend on the desktop it runs on.
/// `before`: words that stand before the program's name, to run it as somebody else.
[[nodiscard]] Answer run(const Arguments& arguments, const std::vector<std::string>& environment = {},
                         const Arguments& before = {});
/// Started only; the caller waits.
[[nodiscard]] std::unique_ptr<QProcess> start(const Arguments& arguments);
[[nodiscard]] Answer finish(QProcess& process);

/// For QVERIFY2: everything about an answer in one text.
[[nodiscard]] std::string told(const Answer& answer);

} // namespace muniment::test
