// What stands in the window while a file is being opened.
#pragma once

#include <QTimer>
#include <QWidget>

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

signals:
    void cancelChosen();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QString m_name;
    QWidget* m_column;
    QLabel* m_title;
    QLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QTimer m_patience;
};

} // namespace muniment
