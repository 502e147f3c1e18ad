// Real regional servers for a test: starts tests/regions, and takes everything down again when the object goes, or when
// the test's process dies in whatever way and at whatever moment (the script, and a guard beside it, hold a pipe to
// it).
#pragma once

#include <QProcess>

#include <string>
#include <vector>

namespace muniment::test {

struct RegionalOptions {
    bool isTls = false;
    bool isDurable = false; ///< fsync on: for tests that kill a server
};

/// Owned by the test that starts it; not thread-safe. Every function ends the test program with a message when a server
/// does not do what it should: nothing sensible can follow.
class RegionalServers {
public:
    RegionalServers() = default;
    RegionalServers(const RegionalServers&) = delete;
    RegionalServers& operator=(const RegionalServers&) = delete;
    ~RegionalServers();

    /// `count` servers, 1 to 8; each with database `muniment` and no schema. Sets PGPASSFILE for this process.
    void start(int count, RegionalOptions options = {});
    void stopAll();

    [[nodiscard]] int count() const { return static_cast<int>(m_names.size()); }

    /// "eu-west-1", "us-east-1", "ap-southeast-1" …; `i` counts from 0 everywhere.
    [[nodiscard]] std::string regionName(int i) const;
    /// `user`: admin, mover, auditor, postgres; with TLS also cert_admin, cert_auditor. The password is in PGPASSFILE.
    [[nodiscard]] std::string endpoint(int i, const std::string& user = "admin") const;

    [[nodiscard]] std::string superuserEndpoint(int i) const { return endpoint(i, "postgres"); }

    [[nodiscard]] int port(int i) const;
    [[nodiscard]] std::string password(const std::string& user) const;

    [[nodiscard]] std::string passwordFile() const { return m_directory + "/passfile"; }

    /// Where the certificates are: ca.crt, stranger-ca.crt, cert_admin.crt, cert_admin.key …
    [[nodiscard]] std::string tlsDirectory() const { return m_directory + "/tls"; }

    [[nodiscard]] std::string dataDirectory(int i) const { return m_directory + "/" + regionName(i) + "/data"; }

    [[nodiscard]] std::string socketDirectory(int i) const { return m_directory + "/" + regionName(i) + "/socket"; }

    void stop(int i) { run("stop", i); }

    void startAgain(int i) { run("start", i); }

    void restart(int i) { run("restart", i); }

    /// kill -9 of the server and all its backends.
    void kill9(int i) { run("kill", i); }

private:
    void run(const char* command, int i) const;

    QProcess m_holder;
    std::string m_directory; ///< made and removed by the script
    RegionalOptions m_options;
    std::vector<std::string> m_names;
    std::vector<int> m_ports;
};

} // namespace muniment::test
