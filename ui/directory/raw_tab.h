// The entity's record as the command line gives it, to be read and copied.
#pragma once

#include <QWidget>

#include <string>

class QPlainTextEdit;
class QPushButton;

namespace muniment {

class RawTab : public QWidget {
    Q_OBJECT
public:
    explicit RawTab(QWidget* parent);
    /// One JSON object, as it is to be copied.
    void tell(const std::string& json);
    void retranslate();

    [[nodiscard]] QPlainTextEdit* text() const { return m_text; }

    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }

private:
    QPlainTextEdit* m_text;
    QPushButton* m_copy;
    std::string m_json;
};

} // namespace muniment
