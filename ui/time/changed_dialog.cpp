#include "ui/time/changed_dialog.h"

#include "models/base/clock.h"
#include "models/items/error_sentence.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_columns.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QStackedWidget>

namespace muniment {

static QString asTyped(const std::optional<Moment>& moment, const QString& otherwise) {
    return moment ? QString::fromStdString(formatInstant(moment->at)) : otherwise;
}

ChangedDialog::ChangedDialog(TimeMachine& time, Workspace& workspace, const ClockZone& zone, QWidget* parent)
    : QDialog(parent),
      m_time(time),
      m_model(new ChangedModel(askChanged(workspace), askChanges(workspace), this)),
      m_from(new QLineEdit(this)),
      m_to(new QLineEdit(this)),
      m_compare(makeButton(this, "main")),
      m_copy(makeButton(this)),
      m_close(makeButton(this)),
      m_told(makeLabel(this, TextSize::Normal, Tone::Quiet)),
      m_table(new QTableView(this)),
      m_empty(new EmptyPlace(this)),
      m_stack(new QStackedWidget(this)),
      m_zone(zone) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What Changed"));
    setAccessibleName(tr("What changed between two moments"));
    resize(1080, 620);
    m_model->setZone(zone);
    layOut();
    const Instant end = time.asOf() ? time.asOf()->at : systemClock().now();
    m_from->setText(asTyped(time.since(), QString::fromStdString(formatInstant(end + -kMicrosPerDay))));
    m_to->setText(asTyped(time.asOf(), QStringLiteral("now")));
    connect(m_compare, &QPushButton::clicked, this, &ChangedDialog::compare);
    connect(m_copy, &QPushButton::clicked, this, &ChangedDialog::copy);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_model, &ChangedModel::loaded, this, &ChangedDialog::tell);
    connect(m_model, &ChangedModel::failed, this, [this](const Error& error) {
        setTone(m_told, Tone::Bad);
        m_told->setText(errorSentence(error));
    });
    // Enter and a double click.
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& index) { emit eventChosen(m_model->eventAt(index.row())); });
    compare();
    m_table->setFocus();
}

void ChangedDialog::layOut() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    const std::pair<QLineEdit*, QString> fields[]{{m_from, tr("&From")}, {m_to, tr("&To")}};
    for (const auto& [line, name] : fields) {
        auto* label = makeLabel(this);
        label->setText(name);
        label->setBuddy(line);
        line->setAccessibleName(QString(name).remove(QLatin1Char('&')));
        line->setPlaceholderText(tr("2026-03-14 09:00, -30d, now"));
        row->addWidget(label);
        row->addWidget(line, 1);
    }
    setButtonText(m_compare, tr("&Compare"));
    m_compare->setDefault(true);
    row->addWidget(m_compare);
    layout->addLayout(row);
    m_told->setWordWrap(true);
    layout->addWidget(m_told);
    m_table->setModel(m_model);
    dressTable(m_table);
    m_table->setAccessibleName(tr("What changed, by organization"));
    m_table->setToolTip(tr("Enter and a double click show the last event in the timeline"));
    m_table->horizontalHeader()->setAccessibleName(tr("Columns"));
    m_table->setItemDelegateForColumn(ChangedModel::When, new FiguresDelegate(m_table));
    new TableColumns(m_table, "changed/columns",
                     {{130, 1}, {92}, {130, 2}, {110}, {140, 2}, {140, 3}, {150}, {110, 1}});
    auto* card = makeCard(this, 1);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    card->layout()->addWidget(m_stack);
    layout->addWidget(card, 1);
    setButtonText(m_copy, tr("Cop&y as CSV"));
    m_copy->setToolTip(tr("Copy the lines that are loaded, for a spreadsheet"));
    setButtonText(m_close, tr("C&lose"));
    for (auto* button : {m_copy, m_close})
        button->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_copy);
    buttons->addWidget(m_close);
    layout->addLayout(buttons);
}

std::optional<Instant> ChangedDialog::typedIn(const QLineEdit* line) const {
    const auto typed = parseMoment(line->text(), systemClock().now());
    const auto* instant = typed ? std::get_if<Instant>(&*typed) : nullptr;
    return instant == nullptr ? std::nullopt : std::optional(*instant);
}

void ChangedDialog::compare() {
    const auto from = typedIn(m_from);
    const auto to = typedIn(m_to);
    setTone(m_told, Tone::Bad);
    if (!from || !to)
        return m_told->setText(tr("Write two times: 2026-03-14 09:00, yesterday, -3h or now."));
    if (*from >= *to)
        return m_told->setText(tr("The second time has to be the later one."));
    setTone(m_told, Tone::Quiet);
    const bool isShown = m_time.asOf() && m_time.asOf()->at == *to; // it may be just before an event
    m_time.setSince(Moment(*from));
    m_model->setSpan({Moment(*from), isShown ? m_time.asOf() : Moment(*to)});
    tell();
}

void ChangedDialog::tell() {
    const auto& span = m_model->span();
    const QString from = momentText(*span.from, m_zone.ofMany());
    const QString to = momentText(*span.to, m_zone.ofMany());
    const auto changed = m_model->changed();
    if (!changed) {
        m_told->setText(tr("Looking for what changed between %1 and %2.").arg(from, to));
    } else if (m_model->isCut()) {
        m_told->setText(tr("More than %1 things changed between %2 and %3: these are the first.")
                            .arg(formatCount(static_cast<qint64>(*changed)), from, to));
    } else {
        m_told->setText(tr("%n thing(s) were touched between %1 and %2. What was changed and changed back is left out.",
                           nullptr, static_cast<int>(*changed))
                            .arg(from, to));
    }
    m_empty->say(tr("Nothing changed"),
                 tr("No organization, user, team, role, resource or grant is another than before."));
    const bool isEmpty = m_model->isComplete() && m_model->rowCount() == 0;
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    m_copy->setEnabled(m_model->rowCount() > 0);
    if (m_model->rowCount() > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
}

void ChangedDialog::copy() {
    QGuiApplication::clipboard()->setText(copyText(m_model->table(), CopyForm::Csv));
    emit said({Message::Kind::Done, tr("%n line(s) were copied.", nullptr, m_model->rowCount()), {}, {}});
}

QString ChangedDialog::toldText() const {
    return m_told->text();
}

} // namespace muniment
