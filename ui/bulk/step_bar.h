// Where in a work of several steps one is.
#pragma once

#include <QWidget>

#include <vector>

class QLabel;

namespace muniment {

class StepBar : public QWidget {
    Q_OBJECT
public:
    StepBar(int steps, QWidget* parent);

    void setTitles(const QStringList& titles);
    void setCurrent(int step);

private:
    void show();

    /// One that stands out while it is the current one, one that does not.
    struct Step {
        QLabel* current = nullptr;
        QLabel* other = nullptr;
    };

    std::vector<Step> m_steps;
    QStringList m_titles;
    int m_current = 0;
};

} // namespace muniment
