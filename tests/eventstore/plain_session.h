// A plain SQL session beside the program's own code: a foreign writer, an operator, or an attacker.
#pragma once

#include <memory>
#include <string>
#include <vector>

struct pg_conn;

namespace muniment::test {

struct PlainAnswer {
    std::string sqlstate; ///< "00000" when it worked
    std::string message;
    std::vector<std::vector<std::string>> rows;

    [[nodiscard]] bool isOk() const { return sqlstate == "00000"; }

    /// First column of the first row; empty when there is none.
    [[nodiscard]] std::string value() const { return rows.empty() || rows[0].empty() ? std::string() : rows[0][0]; }
};

/// Ends the running test program when it cannot connect.
class PlainSession {
public:
    explicit PlainSession(const std::string& endpoint);
    PlainSession(const PlainSession&) = delete;
    PlainSession& operator=(const PlainSession&) = delete;
    ~PlainSession();

    /// One or several statements; the answer is the first error's, else the last one's.
    PlainAnswer run(const std::string& sql);
    /// Like run(), and ends the running test program when it fails.
    PlainAnswer must(const std::string& sql);
    /// Sends without waiting; finish() has the answer.
    void start(const std::string& sql);
    PlainAnswer finish();
    [[nodiscard]] bool isBusy();

private:
    pg_conn* m_connection;
};

} // namespace muniment::test
