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
    /// A bundle is being checked, and then read or taken in.
    void showBundle(const QString& name);
    void showCourier(const QString& name);
    /// Of 0 … 1, of the bundle.
    void setProgress(double done);

signals:
    void cancelChosen();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class What { File, Policy, Bundle, Courier };

    void show(What what, const QString& name);
    void retranslate();
    void tellPolicy();
    void tellBundle();

    What m_what = What::File;
    QString m_name;
    PolicyProgress m_policy;
    double m_done = 0; ///< of a bundle
    QWidget* m_column;
    QLabel* m_title;
    QLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QTimer m_patience;
};

} // namespace muniment
