#include "ui/filter/filter_edit.h"

#include "ui/filter/filter_highlighter.h"
#include "ui/look/look.h"
#include "ui/widgets/labels.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QWheelEvent>

namespace muniment {

namespace {

QString inOneLine(QString text) {
    for (QChar& c : text)
        if (c == QLatin1Char('\n') || c == QLatin1Char('\r') || c == QChar::ParagraphSeparator ||
            c == QChar::LineSeparator || c == QLatin1Char('\t'))
            c = QLatin1Char(' ');
    return text;
}

} // namespace

FilterEdit::FilterEdit(QWidget* parent) : QPlainTextEdit(parent), m_highlighter(new FilterHighlighter(document())) {
    setKind(this, "bare");
    setFont(monospaceFont());
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The language reads from left to right, whatever the names in it.
    setLayoutDirection(Qt::LeftToRight);
    document()->setDocumentMargin(5);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize FilterEdit::sizeHint() const {
    return {240, fontMetrics().height() + 10};
}

void FilterEdit::setText(const QString& text) {
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(inOneLine(text));
    moveCursor(QTextCursor::End);
}

int FilterEdit::positionOf(std::size_t byte) const {
    return static_cast<int>(QString::fromUtf8(text().toUtf8().left(static_cast<qsizetype>(byte))).size());
}

QRect FilterEdit::rectAt(std::size_t byte) const {
    QTextCursor cursor(document());
    cursor.setPosition(positionOf(byte));
    return cursorRect(cursor);
}

void FilterEdit::replace(TextRange range, const QString& text) {
    QTextCursor cursor(document());
    const int end = positionOf(range.first + range.length);
    cursor.setPosition(positionOf(range.first));
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    cursor.insertText(inOneLine(text));
    setTextCursor(cursor);
}

std::size_t FilterEdit::cursorByte() const {
    return static_cast<std::size_t>(text().left(textCursor().position()).toUtf8().size());
}

void FilterEdit::setError(std::optional<TextRange> range) {
    m_highlighter->setError(range);
}

void FilterEdit::insertFromMimeData(const QMimeData* source) {
    insertPlainText(inOneLine(source->text()));
    emit typed();
}

bool FilterEdit::takeKey(int key, Qt::KeyboardModifiers modifiers) {
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit applied();
        return true;
    case Qt::Key_Escape:
        emit leaving();
        return true;
    case Qt::Key_Up:
        emit olderWanted();
        return true;
    case Qt::Key_Down:
        emit newerWanted();
        return true;
    case Qt::Key_Space:
        if (modifiers != Qt::ControlModifier)
            return false;
        emit completionWanted();
        return true;
    default:
        return false;
    }
}

void FilterEdit::keyPressEvent(QKeyEvent* event) {
    if (takeKey(event->key(), event->modifiers()))
        return;
    const QString before = text();
    QPlainTextEdit::keyPressEvent(event);
    if (text() != before)
        emit typed();
}

void FilterEdit::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

void FilterEdit::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        m_highlighter->rehighlight();
}

} // namespace muniment
