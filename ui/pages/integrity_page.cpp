#include "ui/pages/integrity_page.h"

#include "models/items/error_sentence.h"
#include "models/items/integrity_words.h"
#include "models/items/plain_text.h"
#include "ui/integrity/exchange_dialog.h"
#include "ui/integrity/seal_desk.h"
#include "ui/integrity/trail_card.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chosen_row.h"
#include "ui/widgets/kept_layout.h"
#include "ui/widgets/refresh_pause.h"
#include "ui/widgets/table_columns.h"

#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QUrl>

namespace muniment {

namespace {

constexpr int kRefreshMillis = 3'000;
constexpr int kOthersMillis = 60'000;
constexpr int kFindingColumns = 8;

} // namespace

IntegrityPage::IntegrityPage(const PageContext& context, QWidget* parent)
    : PageWidget(context, parent),
      m_card(new TrailCard(context.actions, this)),
      m_model(new TrailModel(this)),
      m_table(new QTableView(this)),
      m_treeStack(new QStackedWidget(this)),
      m_noTrees(new EmptyPlace(this)),
      m_findingModel(new TextRowsModel(kFindingColumns, {3}, this)),
      m_findingTable(new QTableView(this)),
      m_findingStack(new QStackedWidget(this)),
      m_noFindings(new EmptyPlace(this)),
      m_splitter(new KeptSplitter("integrity/splitter", {300, 200}, this)),
      m_desk(new SealDesk(context.workspace, SealDesk::Purpose::Seal, this, this)),
      m_slot(this, askIntegrity(context.workspace, context.kept),
             [this](const IntegrityRequest&, Result<IntegrityPicture> picture) { takePicture(std::move(picture)); }),
      m_certificate(
          this, askCertificate(context.workspace),
          [this](const CertificateRequest&, const Result<std::filesystem::path>& path) {
              if (!path)
                  return emit said({Message::Kind::Failed, errorSentence(path.error()), {}, {}});
              const auto file = QString::fromStdString(path->string());
              emit said({Message::Kind::Done, tr("The certificate was saved as %1.").arg(isolated(plainText(file))),
                         tr("Open Folder"),
                         [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath())); }});
          }),
      m_refresh(new RefreshPause(
          kRefreshMillis, [this] { m_slot.request({}); }, this)) {
    layOut();
    connectActions();
    retranslate();
    m_others.setInterval(kOthersMillis);
    connect(&m_others, &QTimer::timeout, this, &IntegrityPage::reload);
    m_others.start();
    m_slot.request({});
}

void IntegrityPage::layOut() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    layout->addWidget(m_card);
    layout->addWidget(m_splitter, 1);
    m_splitter->setOrientation(Qt::Vertical);
    const auto addTable = [this](QTableView* table, QAbstractItemModel* model, QStackedWidget* stack,
                                 EmptyPlace* empty) {
        table->setModel(model);
        dressTable(table);
        stack->addWidget(table);
        stack->addWidget(empty);
        auto* card = makeCard(this, 1);
        card->layout()->addWidget(stack);
        m_splitter->addWidget(card);
    };
    addTable(m_table, m_model, m_treeStack, m_noTrees);
    addTable(m_findingTable, m_findingModel, m_findingStack, m_noFindings);
    m_splitter->restore();
    // Region, organization, epoch, events, root, sealed to, sealed at, not sealed.
    new TableColumns(m_table, "integrity/columns",
                     {{110}, {150, 2}, {56, 0, false}, {90}, {150, 1}, {120}, {140}, {90}});
    // Kind, compared with, organization, leaf, event, was, is, technical words.
    new TableColumns(m_findingTable, "integrity/findings",
                     {{190, 1}, {150}, {140, 1}, {64}, {118}, {140}, {140}, {180, 2, false}});
    for (const int column :
         {TrailModel::Epoch, TrailModel::Events, TrailModel::Root, TrailModel::SealedAt, TrailModel::NotSealed})
        m_table->setItemDelegateForColumn(column, new FiguresDelegate(m_table));
    for (const int column : {3, 4, 5, 6})
        m_findingTable->setItemDelegateForColumn(column, new FiguresDelegate(m_findingTable));
}

void IntegrityPage::connectActions() {
    const auto on = [this](ActionId id, auto carryOut) {
        connect(context().actions.action(id), &QAction::triggered, this, carryOut);
    };
    on(ActionId::VerifyTrail, [this] {
        emit wanted();
        begin({});
    });
    on(ActionId::SealTrail, [this] {
        emit wanted();
        m_desk->begin();
    });
    on(ActionId::SaveCertificate, [this] { chooseFile(); });
    on(ActionId::ExchangeCheckpoints, [this] {
        auto* dialog = new ExchangeDialog(context().workspace.file(), m_zone, this);
        connect(dialog, &ExchangeDialog::kept, this, &IntegrityPage::reload);
        dialog->open();
    });
    connect(m_desk, &SealDesk::sealWanted, this, &IntegrityPage::begin);
    connect(m_desk, &SealDesk::failed, this, [this](const Error& error) {
        emit said({Message::Kind::Failed, errorSentence(error), {}, {}});
    });
    connect(m_card, &TrailCard::pauseChosen, this, [this] {
        if (m_job != nullptr)
            m_job->isPaused() ? m_job->resume() : m_job->pause();
    });
    connect(m_card, &TrailCard::cancelChosen, this, [this] {
        if (m_job != nullptr)
            m_job->cancel();
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) { openTree(index.row()); });
    connect(m_findingTable, &QTableView::activated, this,
            [this](const QModelIndex& index) { openFinding(index.row()); });
    for (auto* table : {m_table, m_findingTable})
        connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &IntegrityPage::updateActions);
}

void IntegrityPage::begin(const IntegrityOrder& order) {
    if (m_job != nullptr)
        return;
    m_job = new IntegrityJob(context().workspace, order, this);
    connect(m_job, &IntegrityJob::progressed, this, [this] { m_card->tellJob(m_job); });
    connect(m_job, &IntegrityJob::pauseChanged, this, [this] { m_card->tellJob(m_job); });
    connect(m_job, &IntegrityJob::finished, this, &IntegrityPage::takeFinished);
    connect(m_job, &IntegrityJob::failed, this, &IntegrityPage::takeFailed);
    m_card->tellJob(m_job);
    updateActions();
}

void IntegrityPage::endJob() {
    std::exchange(m_job, nullptr)->deleteLater();
    m_card->tellJob(nullptr);
    updateActions();
    m_slot.request({});
}

void IntegrityPage::takeFinished(const CheckedTrail& checked, const std::optional<Sealing>& sealing) {
    endJob();
    const auto findings = checked.record.findings();
    if (checked.notNoted)
        emit said({Message::Kind::Failed,
                   tr("That it was verified could not be noted. %1").arg(errorSentence(*checked.notNoted)),
                   {},
                   {}});
    else if (findings > 0)
        emit said({Message::Kind::Failed,
                   sealing ? tr("Nothing was signed of what has findings. They are listed below.")
                           : tr("Not everything in this file is as it was. The findings are listed below."),
                   {},
                   {}});
    else if (sealing)
        emit said({Message::Kind::Finished,
                   sealing->notes.empty() ? tr("Verified: nothing was found. There was nothing to seal.")
                                          : tr("Verified and sealed: %n checkpoint(s) signed.", nullptr,
                                               static_cast<int>(sealing->notes.size())),
                   {},
                   {}});
    else
        emit said({Message::Kind::Finished, tr("Verified: nothing was found."), {}, {}});
}

void IntegrityPage::takeFailed(const Error& error) {
    const bool isSealing = m_job->kind() == IntegrityOrder::Kind::Seal;
    endJob();
    if (isSealing && SealDesk::isOfPassphrase(error))
        m_desk->takeRefused(error);
    else if (error.code == ErrorCode::Cancelled)
        emit said({Message::Kind::Done, tr("The verification was cancelled. Nothing was noted or signed."), {}, {}});
    else
        emit said({Message::Kind::Failed, errorSentence(error), {}, {}});
}

void IntegrityPage::takePicture(Result<IntegrityPicture> picture) {
    if (!picture) {
        if (picture.error().code != ErrorCode::Cancelled && m_isActive)
            emit said({Message::Kind::Failed, errorSentence(picture.error()), {}, {}});
        return;
    }
    m_picture = std::make_shared<const IntegrityPicture>(std::move(*picture));
    m_model->setPicture(m_picture);
    tell();
    emit pictureChanged();
    emit shownTextChanged();
}

void IntegrityPage::tell() {
    m_card->tell(m_picture.get(), m_zone);
    m_treeStack->setCurrentIndex(m_model->rowCount() == 0 || (m_picture && m_picture->isExcerpt) ? 1 : 0);
    m_findingModel->setTable(m_picture ? findingTable(*m_picture) : TextTable());
    m_findingStack->setCurrentIndex(m_findingModel->rowCount() == 0 ? 1 : 0);
    if (m_picture && m_picture->isExcerpt) {
        m_noTrees->say(tr("No trees are here"),
                       tr("They are where the bundle was made. It brings along what proves its events."));
        m_noFindings->say(tr("No findings"), tr("A bundle with a finding is not opened."));
    } else if (m_picture && m_picture->trail.contradicted > 0)
        m_noFindings->say(tr("A kept checkpoint contradicts this file"),
                          tr("It is marked in the list above. Verify to see which events are not as they were."));
    else if (m_picture && m_picture->record)
        m_noFindings->say(tr("No findings"),
                          tr("The last verification found nothing that is not as it was. What came since then, and "
                             "what was altered since then, only another one tells."));
    else
        m_noFindings->say(tr("Never verified here"),
                          tr("A verification hashes every event anew, grows every tree anew, and compares them with "
                             "what the file and the kept checkpoints say. Findings are listed here."));
    updateActions();
}

void IntegrityPage::openFinding(int row) {
    const auto at = static_cast<std::size_t>(row);
    if (!m_picture || row < 0 || at >= m_picture->events.size() || !m_picture->events[at])
        return emit said({Message::Kind::Done, tr("There is no event in this file to go to."), {}, {}});
    emit eventChosen(*m_picture->events[at]);
}

void IntegrityPage::openTree(int row) {
    if (const auto tenant = m_model->tenantAt(row))
        emit filterChosen({termOf(FilterField::Tenant, tenant->text()), {}});
}

void IntegrityPage::chooseFile() {
    if (!m_picture || !m_picture->record)
        return;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const auto name = QString::fromStdString(context().workspace.file().stem().string());
    auto* dialog =
        new QFileDialog(this, tr("Save the Certificate"), QDir(folder).filePath(tr("%1 certificate.pdf").arg(name)),
                        tr("PDF (*.pdf);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, &IntegrityPage::saveCertificate);
    dialog->open();
}

void IntegrityPage::saveCertificate(const QString& path) {
    if (m_picture && m_picture->record)
        m_certificate.request({m_picture, m_zone, std::filesystem::path(path.toStdString())});
}

void IntegrityPage::updateActions() {
    auto& actions = context().actions;
    const QString running = m_job != nullptr                    ? tr("A verification is running.")
                            : m_picture && m_picture->isExcerpt ? tr("An evidence bundle is checked when it is opened.")
                                                                : QString();
    actions.setObjection(ActionId::VerifyTrail, running);
    actions.setObjection(ActionId::SealTrail, running);
    actions.setObjection(ActionId::ExchangeCheckpoints, m_picture && m_picture->isExcerpt
                                                            ? tr("An evidence bundle brings its checkpoints along.")
                                                            : QString());
    actions.setObjection(ActionId::SaveCertificate,
                         m_picture && m_picture->record ? QString() : tr("This file was never verified here."));
    if (m_isActive)
        actions.setMet(Needs::Row, focused()->currentIndex().isValid());
}

void IntegrityPage::retranslate() {
    setAccessibleName(tr("Integrity"));
    m_table->setAccessibleName(
        tr("Trees of the regions and organizations; Enter shows an organization's events in the timeline"));
    m_findingTable->setAccessibleName(tr("Findings of the last verification; Enter shows the event in the timeline"));
    for (auto* table : {m_table, m_findingTable})
        table->horizontalHeader()->setAccessibleName(tr("Columns"));
    m_noTrees->say(tr("No event is here yet"),
                   tr("Each organization's events are the leaves of a tree. It grows as soon as a region is synced."));
    m_card->retranslate();
    m_model->retranslate();
    tell();
    m_card->tellJob(m_job);
    emit pictureChanged(); // whoever tells of it in words
}

void IntegrityPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        QMetaObject::invokeMethod(this, &IntegrityPage::retranslate, Qt::QueuedConnection);
    PageWidget::changeEvent(event);
}

void IntegrityPage::setZone(const ClockZone& zone) {
    m_zone = zone;
    m_model->setZone(zone);
    tell();
    emit pictureChanged();
}

void IntegrityPage::takeBatch(const AppliedBatch& batch) {
    if (batch.events > 0)
        m_refresh->request();
}

void IntegrityPage::reload() {
    m_slot.request({});
}

void IntegrityPage::setActive(bool isActive) {
    m_isActive = isActive;
    if (isActive) {
        m_slot.request({});
        updateActions();
    }
}

QTableView* IntegrityPage::focused() const {
    return m_findingTable->hasFocus() ? m_findingTable : m_table;
}

void IntegrityPage::focusList() {
    if (m_findingModel->rowCount() > 0) {
        if (!m_findingTable->currentIndex().isValid())
            m_findingTable->setCurrentIndex(m_findingModel->index(0, 0));
        return m_findingTable->setFocus();
    }
    if (m_model->rowCount() == 0)
        return m_card->verifyButton()->setFocus();
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
    m_table->setFocus();
}

QString IntegrityPage::shownText() const {
    return m_picture ? tr("%n tree(s)", nullptr, static_cast<int>(m_picture->trail.trees.size())) : QString();
}

TextTable IntegrityPage::chosenRow() const {
    return chosenRowOf(*focused());
}

QString IntegrityPage::chosenCell() const {
    return withoutIsolates(focused()->currentIndex().data(Qt::DisplayRole).toString());
}

QString IntegrityPage::chosenJson() const {
    return focused() == m_table ? m_model->json(m_table->currentIndex().row()) : rowJson(chosenRow());
}

} // namespace muniment
