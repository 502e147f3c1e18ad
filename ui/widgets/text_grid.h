// Rows of plain text in aligned columns, for facts ("Actor  Petra Lang") and changes ("plan  standard  gold").
#pragma once

#include "ui/widgets/labels.h"

#include <QWidget>

#include <vector>

class QGridLayout;

namespace muniment {

struct TextCell {
    QString text;
    QString whole; ///< for the tool tip; empty: as shown
    Tone tone = Tone::Normal;
    bool isMonospace = false;
    bool isBold = false;
};

class TextGrid : public QWidget {
    Q_OBJECT
public:
    /// The last column takes the room that is left, the first is as wide as its text.
    TextGrid(int columns, QWidget* parent);
    void setRows(const std::vector<std::vector<TextCell>>& rows);
    [[nodiscard]] QString text() const;

private:
    int m_columns;
    QGridLayout* m_layout;
    std::vector<QLabel*> m_labels;
};

} // namespace muniment
