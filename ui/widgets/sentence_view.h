// A sentence in which names stand out, without any markup: text and formats are kept apart.
#pragma once

#include "models/items/event_sentence.h"

#include <QWidget>

namespace muniment {

class SentenceView : public QWidget {
    Q_OBJECT
public:
    explicit SentenceView(QWidget* parent);
    void setParts(std::vector<SentencePart> parts);
    [[nodiscard]] QString text() const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<SentencePart> m_parts;
};

} // namespace muniment
