// Without a workspace: open one, make one, look at the demo, or go on with a recent one.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace muniment {

class ActionRegistry;

class StartPage : public QWidget {
    Q_OBJECT
public:
    StartPage(ActionRegistry& actions, QWidget* parent);
    void setRecent(const QStringList& files);

signals:
    void fileChosen(const QString& file);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_recentTitle;
    QPushButton* m_new;
    QPushButton* m_open;
    QPushButton* m_demo;
    QVBoxLayout* m_recent;
};

/// Files that were opened before and still exist, newest first; at most eight.
[[nodiscard]] QStringList recentFiles();
void rememberFile(const QString& file);

} // namespace muniment
