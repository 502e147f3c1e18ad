#include "tests/support/regions.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace muniment::test {

namespace {

constexpr int kStartMs = 120'000;

// The source tree: named by CTest, else found upwards from where the program was started.
QString regionsScript() {
    const QString named = qEnvironmentVariable("MUNIMENT_SOURCE_DIR");
    if (!named.isEmpty())
        return named + QStringLiteral("/tests/regions");
    for (QDir directory = QDir::current();;) {
        QString script = directory.filePath(QStringLiteral("tests/regions"));
        if (QFileInfo(script).isExecutable())
            return script;
        if (!directory.cdUp())
            qFatal("tests/regions not found: set MUNIMENT_SOURCE_DIR or start in the source tree");
    }
}

QString readAll(const std::string& file) {
    QFile input(QString::fromStdString(file));
    if (!input.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", file.c_str());
    return QString::fromUtf8(input.readAll());
}

/// Says that the servers ran, so that tests/statements misses what they do not leave behind.
void promiseStatements(const std::string& directory, const std::vector<std::string>& names) {
    const QString folder = qEnvironmentVariable("MUNIMENT_STATEMENTS");
    if (folder.isEmpty())
        return;
    const QString test = qEnvironmentVariable("MUNIMENT_TEST", QStringLiteral("by-hand"));
    const QString servers = QFileInfo(QString::fromStdString(directory)).fileName();
    for (const std::string& name : names) {
        const QString server = QStringLiteral("%1.%2.%3").arg(test, servers, QString::fromStdString(name));
        QFile promise(folder + QLatin1Char('/') + server + QStringLiteral(".started"));
        if (!promise.open(QIODevice::WriteOnly))
            qFatal("cannot write %s", qPrintable(promise.fileName()));
    }
}

} // namespace

RegionalServers::~RegionalServers() {
    stopAll();
}

void RegionalServers::start(int count, RegionalOptions options) {
    m_options = options;
    QStringList arguments{QStringLiteral("up"), QStringLiteral("--hold"), QStringLiteral("--temporary"),
                          QStringLiteral("--regions"), QString::number(count)};
    if (options.isTls)
        arguments << QStringLiteral("--tls");
    if (!options.isDurable)
        arguments << QStringLiteral("--fast");
    m_holder.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_holder.start(regionsScript(), arguments);
    QByteArray output;
    while (!output.contains("\nready ") || !output.endsWith('\n')) {
        if (!m_holder.waitForReadyRead(kStartMs))
            qFatal("tests/regions up failed: %s", output.constData());
        output += m_holder.readAll();
    }
    for (const QByteArray& line : output.split('\n')) {
        const qsizetype blank = line.indexOf(' ');
        if (line.startsWith("ready "))
            m_directory = line.mid(blank + 1).toStdString();
    }
    for (const QByteArray& line : output.split('\n')) {
        const qsizetype blank = line.indexOf(' ');
        if (!line.contains(" postgresql://"))
            continue;
        m_names.push_back(line.left(blank).toStdString());
        m_ports.push_back(readAll(m_directory + "/ports/" + m_names.back()).trimmed().toInt());
    }
    if (m_names.size() != static_cast<std::size_t>(count))
        qFatal("tests/regions up printed %zu servers instead of %d", m_names.size(), count);
    qputenv("PGPASSFILE", QByteArray::fromStdString(passwordFile()));
    promiseStatements(m_directory, m_names);
}

void RegionalServers::stopAll() {
    if (m_holder.state() == QProcess::NotRunning)
        return;
    m_holder.closeWriteChannel();
    if (!m_holder.waitForFinished(kStartMs))
        qWarning("tests/regions did not come down in %s", m_directory.c_str());
    m_names.clear();
    m_ports.clear();
}

std::string RegionalServers::regionName(int i) const {
    return m_names.at(static_cast<std::size_t>(i));
}

int RegionalServers::port(int i) const {
    return m_ports.at(static_cast<std::size_t>(i));
}

std::string RegionalServers::endpoint(int i, const std::string& user) const {
    std::string parameters = "sslmode=disable";
    if (m_options.isTls) {
        parameters = "sslmode=verify-full&sslrootcert=" + tlsDirectory() + "/ca.crt";
        if (user.starts_with("cert_"))
            parameters +=
                "&sslcert=" + tlsDirectory() + "/" + user + ".crt&sslkey=" + tlsDirectory() + "/" + user + ".key";
    }
    return "postgresql://" + user + "@127.0.0.1:" + std::to_string(port(i)) + "/muniment?" + parameters;
}

std::string RegionalServers::password(const std::string& user) const {
    for (const QString& line : readAll(passwordFile()).split(QLatin1Char('\n'))) {
        const QStringList fields = line.split(QLatin1Char(':'));
        if (fields.size() == 5 && fields[3] == QString::fromStdString(user))
            return fields[4].toStdString();
    }
    return {};
}

void RegionalServers::run(const char* command, int i) const {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(regionsScript(), {QString::fromLatin1(command), QString::fromStdString(regionName(i)),
                                    QStringLiteral("--dir"), QString::fromStdString(m_directory)});
    if (!process.waitForFinished(kStartMs) || process.exitCode() != 0)
        qFatal("tests/regions %s %s failed", command, regionName(i).c_str());
}

} // namespace muniment::test
