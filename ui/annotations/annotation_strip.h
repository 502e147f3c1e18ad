// What a person put beside an event, as a few lines among its details; takes no room where there is nothing.
#pragma once

#include "models/replica/annotations.h"

#include <QWidget>

class QLabel;

namespace muniment {

class FlowLayout;

class AnnotationStrip : public QWidget {
    Q_OBJECT
public:
    explicit AnnotationStrip(QWidget* parent);

    /// Also when the language has changed.
    void tell(const EventAnnotation& annotation);

    [[nodiscard]] QString words() const { return accessibleName(); }

private:
    QLabel* m_bookmark;
    QLabel* m_tags;
    QLabel* m_note;
};

} // namespace muniment
