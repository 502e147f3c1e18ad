#include "tests/cli/program.h"

#include "tests/support/parent_death.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcessEnvironment>
#include <QStringList>

namespace muniment::test {

QByteArray Answer::lastLine() const {
    const auto lines = out.trimmed().split('\n');
    return lines.back();
}

std::vector<QJsonObject> Answer::objects() const {
    std::vector<QJsonObject> all;
    for (const QByteArray& line : out.split('\n')) {
        if (line.isEmpty())
            continue;
        const auto document = QJsonDocument::fromJson(line);
        if (!document.isObject())
            qFatal("not a JSON object: %s", line.constData());
        all.push_back(document.object());
    }
    return all;
}

QJsonObject Answer::object() const {
    const auto all = objects();
    if (all.size() != 1)
        qFatal("not one JSON object: %s%s", out.constData(), err.constData());
    return all.front();
}

QString programPath() {
    const QString directory = qEnvironmentVariable("MUNIMENT_BINARY_DIR");
    if (directory.isEmpty())
        qFatal("set MUNIMENT_BINARY_DIR to the build directory");
    return directory + QStringLiteral("/muniment");
}

static std::unique_ptr<QProcess> startIn(const Arguments& arguments, const std::vector<std::string>& environment,
                                         const Arguments& before = {}) {
    auto process = std::make_unique<QProcess>();
    auto variables = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        variables.remove(QString::fromLatin1(name));
    variables.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
    for (const auto& entry : environment) {
        const auto text = QString::fromStdString(entry);
        variables.insert(text.section(QLatin1Char('='), 0, 0), text.section(QLatin1Char('='), 1));
    }
    process->setProcessEnvironment(variables);
    QStringList list;
    for (const auto& word : before)
        list << QString::fromStdString(word);
    list << programPath();
    for (const auto& argument : arguments)
        list << QString::fromStdString(argument);
    const QString first = list.takeFirst();
    endWithThisThread(*process); // `sync --follow` would go on for ever
    process->start(first, list);
    if (!process->waitForStarted())
        qFatal("cannot start %s", qPrintable(programPath()));
    process->closeWriteChannel();
    return process;
}

Answer run(const Arguments& arguments, const std::vector<std::string>& environment, const Arguments& before) {
    const auto process = startIn(arguments, environment, before);
    return finish(*process);
}

std::unique_ptr<QProcess> start(const Arguments& arguments) {
    return startIn(arguments, {});
}

Answer finish(QProcess& process) {
    if (!process.waitForFinished(120'000))
        qFatal("the program does not end: %s", process.readAllStandardError().constData());
    Answer answer;
    answer.exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    answer.out = process.readAllStandardOutput();
    answer.err = process.readAllStandardError();
    return answer;
}

std::string told(const Answer& answer) {
    return "exit " + std::to_string(answer.exit) + "\n" + answer.out.toStdString() + "--\n" + answer.err.toStdString();
}

} // namespace muniment::test
