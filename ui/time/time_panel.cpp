#include "ui/time/time_panel.h"

#include "models/base/clock.h"
#include "models/items/event_sentence.h"
#include "models/items/plain_text.h"
#include "ui/look/tones.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QCalendarWidget>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QTextCharFormat>
#include <QToolButton>

namespace muniment {

namespace {

constexpr int kWidth = 640;
constexpr int kMostNamed = 50;
constexpr int kToldLines = 2;
constexpr int kNamedHeight = 28;

/// The day and, where one was typed, the time of day.
QString lineFor(const QDate& day, const QString& before) {
    const QString clock = before.section(QLatin1Char(' '), 1).trimmed();
    const QString text = day.toString(Qt::ISODate);
    return clock.isEmpty() || !before.front().isDigit() ? text : text + QLatin1Char(' ') + clock;
}

/// What the person noted first; else what happened.
QString nameOf(const TimelineRow& row) {
    const QString note = QString::fromStdString(row.annotation.note).section(QLatin1Char('\n'), 0, 0).trimmed();
    return note.isEmpty() ? eventSentence(row) : plainText(note);
}

} // namespace

TimePanel::TimePanel(TimeMachine& time, Workspace& workspace, const ClockZone& zone, QWidget* parent)
    : QDialog(parent, Qt::Popup),
      m_time(time),
      m_zone(zone.ofMany()),
      m_line(new QLineEdit(this)),
      m_told(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_calendar(new QCalendarWidget(this)),
      m_namedTitle(makeLabel(this, TextSize::Normal, Tone::Normal, true)),
      m_named(new QListView(this)),
      m_noNamed(makeLabel(this, TextSize::Normal, Tone::Quiet)),
      m_model(new QStandardItemModel(this)),
      m_show(makeButton(this, "main")),
      m_now(makeButton(this)),
      m_compare(makeButton(this)),
      m_slot(this, askBookmarked(workspace),
             [this](const int&, Result<std::vector<TimelineRow>> rows) { takeNamed(std::move(rows)); }) {
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("As of another moment"));
    setFixedWidth(kWidth);
    m_line->setPlaceholderText(tr("2026-03-14 09:00, -30d, eu-west-1 #1204331, or an event's id"));
    m_line->setAccessibleName(tr("Moment"));
    setButtonText(m_show, tr("&Show This Moment"));
    setButtonText(m_now, tr("Back to &Now"));
    setButtonText(m_compare, tr("&What Changed Since…"));
    m_compare->setToolTip(tr("What became of everything from then to the moment that is shown"));
    m_show->setDefault(true);
    m_now->setAutoDefault(false);
    m_compare->setAutoDefault(false);
    m_now->setVisible(time.isPast());
    m_namedTitle->setText(tr("Just before a bookmarked event"));
    m_noNamed->setText(tr("A bookmark (Ctrl+D) with a note gives a moment its name: it is found here then."));
    m_noNamed->setWordWrap(true);
    m_named->setModel(m_model);
    m_named->setAccessibleName(m_namedTitle->text());
    m_named->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_named->hide();
    nameCalendar();
    layOut();
    connectParts();
    if (time.isPast() && !time.asOf()->before)
        m_line->setText(QString::fromStdString(formatInstant(time.asOf()->at)));
    m_line->selectAll();
    m_line->setFocus();
    read();
    m_slot.request(kMostNamed);
}

void TimePanel::layOut() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    auto* title = makeLabel(this);
    title->setText(tr("Show everything as of"));
    title->setBuddy(m_line);
    layout->addWidget(title);
    layout->addWidget(m_line);
    m_told->setWordWrap(true);
    m_told->setMinimumHeight(kToldLines * m_told->fontMetrics().lineSpacing());
    m_told->setAlignment(Qt::AlignTop);
    layout->addWidget(m_told);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(2 * kGrid);
    middle->addWidget(m_calendar);
    auto* column = new QVBoxLayout;
    column->addWidget(m_namedTitle);
    column->addWidget(m_named, 1);
    column->addWidget(m_noNamed);
    column->addStretch();
    middle->addLayout(column, 1);
    layout->addLayout(middle);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_compare);
    buttons->addStretch();
    buttons->addWidget(m_now);
    buttons->addWidget(m_show);
    layout->addLayout(buttons);
}

void TimePanel::nameCalendar() {
    m_calendar->setAccessibleName(tr("Day, in UTC"));
    m_calendar->setGridVisible(false);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setHorizontalHeaderFormat(QCalendarWidget::SingleLetterDayNames);
    QTextCharFormat day;
    day.setForeground(tones().text);
    for (const auto weekend : {Qt::Saturday, Qt::Sunday}) // red is for what went wrong
        m_calendar->setWeekdayTextFormat(weekend, day);
    QTextCharFormat header;
    header.setForeground(tones().quiet);
    m_calendar->setHeaderTextFormat(header);
    m_calendar->setFirstDayOfWeek(Qt::Monday);
    const Instant shown = m_time.isPast() ? m_time.asOf()->at : systemClock().now();
    m_calendar->setSelectedDate(QDateTime::fromMSecsSinceEpoch(shown.micros / 1000, Qt::UTC).date());
    const std::pair<const char*, QString> names[]{{"qt_calendar_prevmonth", tr("Previous month")},
                                                  {"qt_calendar_nextmonth", tr("Next month")},
                                                  {"qt_calendar_monthbutton", tr("Month")},
                                                  {"qt_calendar_yearbutton", tr("Year")},
                                                  {"qt_calendar_calendarview", tr("Day, in UTC")}};
    for (const auto& [name, words] : names)
        if (auto* part = m_calendar->findChild<QWidget*>(QLatin1String(name)))
            part->setAccessibleName(words);
    const std::pair<const char*, Qt::ArrowType> arrows[]{{"qt_calendar_prevmonth", Qt::LeftArrow},
                                                         {"qt_calendar_nextmonth", Qt::RightArrow}};
    for (const auto& [name, arrow] : arrows)
        if (auto* button = m_calendar->findChild<QToolButton*>(QLatin1String(name))) {
            button->setIcon({});
            button->setArrowType(arrow);
        }
}

void TimePanel::connectParts() {
    connect(m_line, &QLineEdit::textChanged, this, &TimePanel::read);
    connect(m_show, &QPushButton::clicked, this, &TimePanel::choose);
    connect(m_compare, &QPushButton::clicked, this, &TimePanel::compare);
    connect(m_now, &QPushButton::clicked, this, [this] {
        m_time.backToNow();
        close();
    });
    connect(m_calendar, &QCalendarWidget::selectionChanged, this, &TimePanel::takeDay);
    connect(m_calendar, &QCalendarWidget::activated, this, &TimePanel::choose);
    connect(m_named, &QListView::activated, this, [this](const QModelIndex& index) { chooseNamed(index.row()); });
    connect(m_named, &QListView::clicked, this, [this](const QModelIndex& index) { chooseNamed(index.row()); });
    connect(&m_time, &TimeMachine::missed, this, [this] { tell(tr("This workspace has no such event."), true); });
    connect(&m_time, &TimeMachine::momentChanged, this, [this] {
        if (m_isAsked)
            close();
    });
}

void TimePanel::openBelow(const QWidget* place) {
    adjustSize();
    const QPoint corner = place->mapToGlobal(QPoint(place->width() - width(), place->height() + 4));
    move(std::max(0, corner.x()), corner.y());
    show();
}

QString TimePanel::instantWords(Instant t) const {
    const QString utc = momentText(Moment(t), ClockZone());
    return m_zone == ClockZone() ? utc : tr("%1, which is %2").arg(utc, momentText(Moment(t), m_zone));
}

void TimePanel::read() {
    const auto text = m_line->text().trimmed();
    const auto typed = parseMoment(text, systemClock().now());
    const auto* instant = typed ? std::get_if<Instant>(&*typed) : nullptr;
    m_show->setEnabled(typed.has_value());
    m_compare->setEnabled(instant != nullptr);
    if (text.isEmpty())
        return tell(tr("A time (2026-03-14 09:00 is UTC; also yesterday or -3h), or the event just before which is "
                       "meant: a region, # and the ordinal in its log, or its id."),
                    false);
    if (!typed)
        return tell(tr("This is no time and no event: 2026-03-14 09:00, yesterday, -3h, eu-west-1 #1204331, or an "
                       "event's id."),
                    true);
    if (instant == nullptr)
        return tell(tr("Everything as it was just before this event."), false);
    const auto& facts = m_time.facts();
    if (*instant > systemClock().now())
        tell(tr("%1 has not come yet: nothing is known past now.").arg(instantWords(*instant)), true);
    else if (facts && facts->firstAt && *instant < *facts->firstAt)
        tell(tr("%1, before the first event (%2): nothing had happened yet.")
                 .arg(instantWords(*instant), formatTimeWithZone(*facts->firstAt, ClockZone())),
             true);
    else
        tell(tr("Everything as it was at %1.").arg(instantWords(*instant)), false);
}

void TimePanel::choose() {
    const auto typed = parseMoment(m_line->text(), systemClock().now());
    if (!typed)
        return;
    if (const auto* instant = std::get_if<Instant>(&*typed)) {
        m_time.setAsOf(Moment(*instant));
        close();
        return;
    }
    m_isAsked = true;
    tell(tr("Looking for the event."), false);
    m_time.goBefore(std::get<NamedEvent>(*typed));
}

void TimePanel::compare() {
    const auto typed = parseMoment(m_line->text(), systemClock().now());
    const auto* instant = typed ? std::get_if<Instant>(&*typed) : nullptr;
    if (instant == nullptr)
        return;
    m_time.setSince(Moment(*instant));
    close();
    emit comparisonWanted();
}

void TimePanel::chooseNamed(int row) {
    if (row < 0 || row >= static_cast<int>(m_numbers.size()))
        return;
    m_isAsked = true;
    m_time.goBefore(m_numbers[static_cast<std::size_t>(row)]);
}

void TimePanel::takeDay() {
    m_line->setText(lineFor(m_calendar->selectedDate(), m_line->text()));
}

void TimePanel::takeNamed(Result<std::vector<TimelineRow>> rows) {
    if (!rows)
        return; // a time can be typed all the same
    for (const auto& row : *rows) {
        auto* item = new QStandardItem(nameOf(row));
        item->setToolTip(escapedHtml(formatTimeWithZone(row.loggedAt, m_zone) + QStringLiteral(" · ") + nameOf(row)));
        item->setAccessibleText(item->text() + QStringLiteral(", ") + formatTimeWithZone(row.loggedAt, m_zone));
        item->setSizeHint({0, kNamedHeight});
        m_model->appendRow(item);
        m_numbers.push_back(row.number);
    }
    m_named->setVisible(!rows->empty());
    m_noNamed->setVisible(rows->empty());
}

void TimePanel::tell(const QString& text, bool isWrong) {
    m_told->setText(text);
    setTone(m_told, isWrong ? Tone::Warning : Tone::Quiet);
}

QString TimePanel::toldText() const {
    return m_told->text();
}

void TimePanel::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_line->hasFocus() && m_show->isEnabled())
        return choose();
    QDialog::keyPressEvent(event);
}

} // namespace muniment
