// Where a command's words go: answers to standard output, messages, progress and prompts to standard error.
#pragma once

#include "app/cli/command.h"
#include "app/cli/json.h"

#include <chrono>
#include <string>
#include <string_view>

namespace muniment::cli {

class Output {
public:
    explicit Output(bool wantsJson) : m_wantsJson(wantsJson) {}

    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    ~Output();

    [[nodiscard]] bool wantsJson() const { return m_wantsJson; }

    /// One line of the answer, as it is: the caller has escaped what came from outside (escaped() in app/cli/text.h).
    void line(std::string_view text);
    /// The same with its line ends in it.
    void text(std::string_view text);
    /// One JSON object as a line of the answer.
    void object(const JsonObject& object);
    /// A sentence for the person who watches. Ends a progress line that is still open.
    void message(std::string_view text);
    /// What a long work is doing. On a terminal one line that is painted over; otherwise a line every two seconds.
    void progress(std::string_view text);
    /// The error as one sentence on standard error; of a filter also the place in it.
    void error(const Error& error);
    /// Whatever was answered is on its way; false when standard output is gone (closed pipe, full disk).
    [[nodiscard]] bool flush();

private:
    void endProgress();

    bool m_wantsJson;
    bool m_isProgressOpen = false;
    std::chrono::steady_clock::time_point m_lastProgress{};
};

/// The exit code that an error means.
[[nodiscard]] Exit exitOf(const Error& error);

} // namespace muniment::cli
