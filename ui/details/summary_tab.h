// The event in a sentence, what is odd about it, its facts, and who has looked at its secrets.
#pragma once

#include "ui/details/shown_event.h"

#include <QWidget>

class QLabel;

namespace muniment {

class AnnotationStrip;
class SentenceView;
class ValueTable;

class SummaryTab : public QWidget {
    Q_OBJECT
public:
    explicit SummaryTab(QWidget* parent);
    /// Also when the language has changed.
    void tell(const ShownEvent& event);
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString disclosures() const;

    [[nodiscard]] ValueTable* table() const { return m_facts; }

    [[nodiscard]] AnnotationStrip* annotation() const { return m_annotation; }

private:
    void retranslate();
    SentenceView* m_sentence;
    QLabel* m_marks;
    AnnotationStrip* m_annotation;
    ValueTable* m_facts;
    QLabel* m_shownTitle;
    QLabel* m_shown;
};

} // namespace muniment
