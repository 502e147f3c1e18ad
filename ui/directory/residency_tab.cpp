#include "ui/directory/residency_tab.h"

#include "models/items/passport_words.h"
#include "models/items/plain_text.h"
#include "models/items/text_rows_model.h"
#include "ui/directory/copies_pane.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_columns.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>

namespace muniment {

namespace {

constexpr int kMostRows = 6;
constexpr int kTimeWidth = 142;

int columnOf(StayColumn column) {
    return static_cast<int>(column);
}

void setLines(QLabel* label, const QStringList& lines) {
    label->setVisible(!lines.isEmpty());
    // A label that is written anew loses what the reader has marked in it.
    if (const QString text = lines.join(QLatin1Char('\n')); label->text() != text)
        label->setText(text);
}

} // namespace

ResidencyTab::ResidencyTab(Workspace& workspace, QWidget* parent)
    : EntityTab(parent),
      m_now(makeValueLabel(this)),
      m_table(new QTableView(this)),
      m_story(makeValueLabel(this)),
      m_moves(makeValueLabel(this)),
      m_findings(makeValueLabel(this)),
      m_placement(makeValueLabel(this)),
      m_copies(new CopiesPane(workspace, this)),
      m_copy(makeButton(this)),
      m_export(makeButton(this)),
      m_model(new TextRowsModel(columnOf(StayColumn::Count), {}, this)),
      m_slot(this, askPassport(workspace), [this](const PassportRequest& request, Result<Passport> passport) {
          take(request, std::move(passport));
      }) {
    setObjectName(QStringLiteral("residency"));
    layOut();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ResidencyTab::showChosen);
    connect(m_table, &QTableView::activated, this, [this] {
        const Stay* stay = chosenStay();
        if (const auto word = stay == nullptr ? std::nullopt : stay->settled ? stay->settled : stay->begun)
            emit eventChosen(word->number);
    });
    connect(m_copy, &QPushButton::clicked, this, &ResidencyTab::copy);
    connect(m_export, &QPushButton::clicked, this, &ResidencyTab::offerExport);
    retranslate();
}

void ResidencyTab::layOut() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(m_now);
    layout->addWidget(m_table);
    layout->addWidget(m_story);
    layout->addWidget(m_moves);
    layout->addWidget(m_findings);
    layout->addWidget(m_placement);
    layout->addWidget(m_copies);
    layout->addStretch();
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_export);
    buttons->addStretch();
    layout->addLayout(buttons);
    for (auto* label : {m_now, m_story, m_moves, m_findings, m_placement})
        label->setWordWrap(true);
    setTone(m_story, Tone::Quiet);
    setTone(m_findings, Tone::Warning);
    m_table->setModel(m_model);
    dressTable(m_table);
    for (const auto column : {StayColumn::From, StayColumn::Until})
        m_table->setItemDelegateForColumn(columnOf(column), new FiguresDelegate(m_table));
    // Region, from, until, by.
    new TableColumns(m_table, "residency/columns", {{96, 1}, {kTimeWidth}, {kTimeWidth}, {64, 1}});
}

QString ResidencyTab::title() const {
    return tr("Residency");
}

void ResidencyTab::retranslate() {
    m_table->setAccessibleName(tr("Homes, newest first"));
    m_table->setToolTip(tr("A double click shows the event in the timeline"));
    m_table->horizontalHeader()->setAccessibleName(tr("Columns"));
    setButtonText(m_copy, tr("&Copy"));
    m_copy->setToolTip(tr("Copies every home with its dates, as text"));
    setButtonText(m_export, tr("&Export…"));
    m_export->setToolTip(tr("Writes every home with all that is known of it into a file"));
    m_copies->retranslate();
    showPassport();
}

void ResidencyTab::tell(const ShownEntity& entity) {
    if (!m_entity || m_entity->entity != entity.entity || m_entity->asOf != entity.asOf)
        m_passport = {};
    m_entity = entity;
    m_isStale = true;
    showPassport();
    askIfSeen();
}

void ResidencyTab::clear() {
    m_entity.reset();
    m_slot.drop();
    m_passport = {};
    showPassport();
}

void ResidencyTab::refresh() {
    m_isStale = true;
    askIfSeen();
}

void ResidencyTab::showEvent(QShowEvent* event) {
    EntityTab::showEvent(event);
    askIfSeen();
}

void ResidencyTab::askIfSeen() {
    if (isVisible() && m_entity && std::exchange(m_isStale, false))
        m_slot.request({m_entity->entity.tenant, m_entity->asOf});
}

void ResidencyTab::take(const PassportRequest& request, Result<Passport> passport) {
    if (!m_entity || request != PassportRequest{m_entity->entity.tenant, m_entity->asOf})
        return;
    if (!passport) {
        if (passport.error().code != ErrorCode::Cancelled)
            emit failed(passport.error());
        return;
    }
    m_passport = std::move(*passport);
    showPassport();
}

void ResidencyTab::showPassport() {
    const bool isKnown = !m_passport.stays.empty();
    const ClockZone zone = m_entity ? m_entity->zone : ClockZone();
    setLines(m_now, isKnown ? QStringList{residencyText(m_passport, zone)} : QStringList());
    m_model->setTable(stayTable(m_passport, zone));
    const int rows = std::clamp(m_model->rowCount(), 1, kMostRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * kRowHeight + 2);
    if (isKnown && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
    QStringList moves;
    for (const OpenMove& move : m_passport.openMoves)
        moves << openMoveText(move, zone);
    setLines(m_moves, moves);
    QStringList findings;
    for (const PassportFinding& finding : m_passport.findings)
        findings << passportFindingText(finding);
    setLines(m_findings, findings);
    const std::string name = m_entity ? withoutIsolates(m_entity->title).toStdString() : std::string();
    setLines(m_placement, isKnown && !m_entity->asOf ? passportPlacementText(m_passport, name, zone) : QStringList());
    const bool isHome = isKnown && !m_entity->asOf && !m_passport.stays.back().until;
    if (isHome)
        m_copies->tell(m_entity->entity.tenant, RegionName(m_passport.stays.back().region), zone);
    else
        m_copies->clear();
    m_copy->setEnabled(isKnown);
    m_export->setEnabled(isKnown);
    showChosen();
}

const Stay* ResidencyTab::chosenStay() const {
    const int row = m_table->currentIndex().row();
    const auto stays = static_cast<int>(m_passport.stays.size());
    return row < 0 || row >= stays ? nullptr : &m_passport.stays[static_cast<std::size_t>(stays - 1 - row)];
}

void ResidencyTab::showChosen() {
    const Stay* stay = chosenStay();
    setLines(m_story, stay == nullptr || !m_entity ? QStringList() : stayStory(*stay, m_entity->zone));
}

QString ResidencyTab::told() const {
    QStringList lines;
    for (const auto* label : {m_now, m_story, m_moves, m_findings, m_placement})
        if (!label->isHidden())
            lines << withoutIsolates(label->text());
    return lines.join(QLatin1Char('\n'));
}

void ResidencyTab::copy() const {
    const ClockZone zone = m_entity ? m_entity->zone : ClockZone();
    QGuiApplication::clipboard()->setText(copyText(stayTable(m_passport, zone), CopyForm::Text));
}

void ResidencyTab::offerExport() {
    if (!m_entity)
        return;
    const QString name = m_entity->title;
    emit exportWanted({passportRecords(m_passport, name.toStdString(), m_entity->asOf), QStringLiteral("residency"),
                       tr("The homes of %1, oldest first.").arg(withoutIsolates(name))});
}

} // namespace muniment
