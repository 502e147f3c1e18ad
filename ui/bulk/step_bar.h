// Where in a work of several steps one is.
#pragma once

#include <QWidget>

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

    QList<QLabel*> m_labels;
    QStringList m_titles;
    int m_current = 0;
};

} // namespace muniment
