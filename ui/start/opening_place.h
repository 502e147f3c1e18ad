// What stands in the window while a file is being opened, or written anew.
#pragma once

#include "models/workspace/policy_run.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace muniment {

/// Nothing at first: most files are open before it could be read.
class OpeningPlace : public QWidget {
    Q_OBJECT
public:
    explicit OpeningPlace(QWidget* parent);
    void showFile(const QString& name);
    /// The file is being written anew under a policy.
    void showPolicyChange(const QString& name);
    void setProgress(const PolicyProgress& progress);

signals:
    void cancelChosen();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QString m_name;
    std::optional<PolicyProgress> m_policy; ///< absent: a file is being opened
    QWidget* m_column;
    QLabel* m_title;
    QLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QTimer m_patience;
};

} // namespace muniment
