// The payload: laid out for people, value by value, and its exact bytes.
#pragma once

#include "ui/details/shown_event.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace muniment {

class ValueTable;

class PayloadTab : public QWidget {
    Q_OBJECT
public:
    explicit PayloadTab(QWidget* parent);
    void tell(const ShownEvent& event);

    [[nodiscard]] ValueTable* table() const { return m_lines; }

    [[nodiscard]] QPlainTextEdit* bytes() const { return m_bytes; }

private:
    void retranslate();
    ValueTable* m_lines;
    QLabel* m_none;
    QLabel* m_title;
    QPlainTextEdit* m_bytes;
    QPushButton* m_copy;
    QString m_exact; ///< all bytes; the box has the beginning of many
};

} // namespace muniment
