// The line a filter is typed in: one line of monospace text, coloured by what it means, with what is wrong underlined.
#pragma once

#include "models/timeline/filter/filter.h"

#include <QPlainTextEdit>

#include <optional>

namespace muniment {

class FilterHighlighter;

/// Places are bytes of the UTF-8 text, as everywhere in the filter language.
class FilterEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit FilterEdit(QWidget* parent);

    [[nodiscard]] QString text() const { return toPlainText(); }

    /// Can be undone; the cursor goes to the end.
    void setText(const QString& text);
    /// Puts `text` in place of a part, the cursor behind it; one step of undo.
    void replace(TextRange range, const QString& text);
    [[nodiscard]] std::size_t cursorByte() const;
    void setError(std::optional<TextRange> range);
    /// Where the byte stands, in the viewport.
    [[nodiscard]] QRect rectAt(std::size_t byte) const;

    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void typed(); ///< a person changed the text
    void applied();
    void leaving();
    void olderWanted();
    void newerWanted();
    void completionWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    [[nodiscard]] int positionOf(std::size_t byte) const;
    bool takeKey(int key, Qt::KeyboardModifiers modifiers);

    FilterHighlighter* m_highlighter;
};

} // namespace muniment
