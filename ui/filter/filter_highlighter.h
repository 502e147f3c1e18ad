// Colours a filter's text: fields, values, operator words, and the place of an error.
#pragma once

#include "models/timeline/filter/filter.h"

#include <QSyntaxHighlighter>

#include <optional>

namespace muniment {

class FilterHighlighter : public QSyntaxHighlighter {
    Q_OBJECT
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

    /// Underlined with a wave; where the text ends too soon, its last character.
    void setError(std::optional<TextRange> range);

protected:
    void highlightBlock(const QString& text) override;

private:
    std::optional<TextRange> m_error;
};

} // namespace muniment
