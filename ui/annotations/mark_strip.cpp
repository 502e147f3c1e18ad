#include "ui/annotations/mark_strip.h"

#include "models/base/clock.h"
#include "models/items/annotation_words.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"
#include "ui/annotations/annotation_glyphs.h"
#include "ui/widgets/scroll_groove.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <cstdlib>

namespace muniment {

namespace {

constexpr int kWidth = 12;
constexpr int kMark = 8;
/// More could not be told apart on a screen.
constexpr int kMostMarks = 256;

} // namespace

MarkStrip::MarkStrip(AskMarks ask, TimelineModel* model, QScrollBar* bar, QWidget* parent)
    : QWidget(parent),
      m_model(model),
      m_bar(bar),
      m_slot(this, std::move(ask), [this](const MarksRequest& request, Result<AnnotationMarks> marks) {
          takeMarks(request, std::move(marks));
      }) {
    setFixedWidth(kWidth);
    setMouseTracking(true);
    connect(model, &TimelineModel::windowChanged, this, &MarkStrip::takeWindow);
    retranslate();
}

void MarkStrip::takeWindow() {
    if (!m_model->isLoaded() || m_model->isAwaitingFilter())
        return;
    if (m_askedTotal != m_model->window().total || m_askedFilter != m_model->filter() ||
        m_askedMoment != m_model->asOf())
        refresh();
}

void MarkStrip::refresh() {
    m_askedTotal = m_model->window().total;
    m_askedFilter = m_model->filter();
    m_askedMoment = m_model->asOf();
    m_slot.request({{.filter = m_askedFilter, .asOf = m_askedMoment, .now = systemClock().now()}, kMostMarks});
}

void MarkStrip::takeMarks(const MarksRequest& request, Result<AnnotationMarks> marks) {
    if (request.question.filter != m_askedFilter || request.question.asOf != m_askedMoment)
        return;
    if (!marks) {
        if (marks.error().code != ErrorCode::Cancelled)
            emit failed(marks.error());
        return;
    }
    m_marks = std::move(*marks);
    retranslate();
    update();
}

void MarkStrip::retranslate() {
    setAccessibleName(tr("Bookmarks, tags and notes in the list"));
    int events = 0;
    for (const auto& mark : m_marks.marks)
        events += mark.count;
    setAccessibleDescription(tr("%n annotated event(s) in the list", nullptr, events));
}

void MarkStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

QPoint MarkStrip::placeOf(const AnnotationMark& mark) const {
    const auto rows = static_cast<long double>(std::max<std::int64_t>(1, m_marks.total));
    const auto share = (static_cast<long double>(mark.row) + 0.5L) / rows;
    return {width() / 2, placeInGroove(m_bar, this, share, kMark)};
}

void MarkStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    // Bookmarks are painted last: they stand above what is close to them.
    for (const bool isBookmarked : {false, true})
        for (const auto& mark : m_marks.marks) {
            if (mark.annotation.isBookmarked != isBookmarked)
                continue;
            QRectF place(0, 0, kMark, kMark);
            place.moveCenter(QPointF(placeOf(mark)) + QPointF(0.5, 0.5));
            const auto glyph = glyphOf(mark.annotation);
            paintGlyph(painter, place, glyph, glyphColor(glyph));
        }
}

const AnnotationMark* MarkStrip::markAt(const QPoint& place) const {
    const AnnotationMark* nearest = nullptr;
    int distance = kMark;
    for (const auto& mark : m_marks.marks)
        if (const int away = std::abs(placeOf(mark).y() - place.y()); away < distance) {
            distance = away;
            nearest = &mark;
        }
    return nearest;
}

QString MarkStrip::words(const AnnotationMark& mark) const {
    const auto row = tr("Row %1").arg(formatCount(mark.row + 1));
    if (mark.count > 1)
        return tr("%1 and %n more close by", nullptr, mark.count - 1).arg(row);
    return QStringLiteral("%1\n%2").arg(row, annotationWords(mark.annotation));
}

bool MarkStrip::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const auto* mark = markAt(help->pos()))
        QToolTip::showText(help->globalPos(),
                           escapedHtml(words(*mark)).replace(QLatin1Char('\n'), QStringLiteral("<br>")), this);
    else
        QToolTip::hideText();
    return true;
}

void MarkStrip::mousePressEvent(QMouseEvent* event) {
    const auto* mark = event->button() == Qt::LeftButton ? markAt(event->pos()) : nullptr;
    if (mark != nullptr)
        emit eventWanted(mark->number);
    else
        QWidget::mousePressEvent(event);
}

void MarkStrip::mouseMoveEvent(QMouseEvent* event) {
    setCursor(markAt(event->pos()) != nullptr ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

} // namespace muniment
