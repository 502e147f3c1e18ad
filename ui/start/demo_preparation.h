// Shows how far the demo is while it is made, which takes seconds the first time.
#pragma once

#include "models/base/result.h"

#include <QDialog>

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <thread>

class QLabel;
class QProgressBar;
class QPushButton;

namespace muniment {

/// Work that makes something ready on a worker: calls `report` with what is done and what there is to do in all, and
/// gives Cancelled when it was stopped. An error's "stage" says at what: folder, history, workspace, traffic.
using ReportPreparation = std::function<void(std::int64_t done, std::int64_t total)>;
using Preparation = std::function<Result<void>(const ReportPreparation& report, std::stop_token stop)>;

/// Accepted when the preparation is done, rejected when it failed or was cancelled; nothing is shown when it is done
/// before anybody could read it. The destructor stops the work and waits for it.
class DemoPreparation : public QDialog {
    Q_OBJECT
public:
    explicit DemoPreparation(Preparation preparation);
    ~DemoPreparation() override;

    void start();

    /// Why it was rejected.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

    [[nodiscard]] QProgressBar* progress() const { return m_bar; }

    [[nodiscard]] QPushButton* cancelButton() const { return m_cancel; }

    [[nodiscard]] QString text() const;
    [[nodiscard]] QString countText() const;

    /// Cancel, Escape or the window's cross: stops the work; the dialog goes when it has ended.
    void reject() override;

private:
    void showProgress(std::int64_t done, std::int64_t total);
    void takeResult(const Result<void>& result);
    void showFailure(const Error& error);

    Preparation m_preparation;
    QLabel* m_title;
    QLabel* m_words;
    QProgressBar* m_bar;
    QLabel* m_count;
    QPushButton* m_cancel;
    std::optional<Error> m_error;
    bool m_isEnded = false;
    std::jthread m_worker;
};

} // namespace muniment
