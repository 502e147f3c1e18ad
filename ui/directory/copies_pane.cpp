#include "ui/directory/copies_pane.h"

#include "models/base/clock.h"
#include "models/items/error_sentence.h"
#include "models/items/passport_words.h"
#include "models/items/plain_text.h"
#include "models/items/text_rows_model.h"
#include "models/regions/region_server.h"
#include "models/workspace/workspace.h"
#include "ui/pages/cell_delegates.h"
#include "ui/residency/round_patience.h"
#include "ui/start/background.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_columns.h"
#include "ui/widgets/waiting_strip.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace muniment {

namespace {

constexpr int kMostRows = 5;

Result<std::vector<CopyOfTenant>> askServer(const WorkspaceRegion& home, const TenantId& org,
                                            const std::shared_ptr<SecretSource>& secrets) {
    const auto store = openEventStore(home.endpoint, secrets);
    return store ? askForCopies(**store, home.region, org) : tl::unexpected(store.error());
}

} // namespace

CopiesPane::CopiesPane(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_ask(makeButton(this)),
      m_waiting(new WaitingStrip(this)),
      m_words(makeValueLabel(this)),
      m_table(new QTableView(this)),
      m_limit(makeValueLabel(this)),
      m_model(new TextRowsModel(static_cast<int>(CopyColumn::Count), {}, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    for (QWidget* part : std::initializer_list<QWidget*>{m_words, m_table, m_limit, m_waiting})
        layout->addWidget(part);
    layout->addWidget(m_ask, 0, Qt::AlignLeft);
    m_words->setWordWrap(true);
    m_limit->setWordWrap(true);
    setTone(m_limit, Tone::Quiet);
    m_table->setModel(m_model);
    dressTable(m_table);
    for (const auto column : {CopyColumn::Since, CopyColumn::ToldAt})
        m_table->setItemDelegateForColumn(static_cast<int>(column), new FiguresDelegate(m_table));
    new TableColumns(m_table, "copies/columns", {{90, 1}, {80, 1}, {88}, {142, 0, false}, {142}});
    connect(m_ask, &QPushButton::clicked, this, &CopiesPane::ask);
    connect(m_waiting, &WaitingStrip::askedAgain, this, &CopiesPane::ask);
    connect(m_waiting, &WaitingStrip::cancelled, this, [this] {
        ++m_round;
        showAnswer();
    });
    retranslate();
}

void CopiesPane::retranslate() {
    setButtonText(m_ask, tr("Ask Who Holds a Cop&y"));
    m_ask->setToolTip(tr("Asks the server of its region which workstations told it that they hold these data"));
    m_waiting->setWords(tr("Asking the server who holds a copy …"));
    m_table->setAccessibleName(tr("Workstations that told of a copy"));
    m_table->horizontalHeader()->setAccessibleName(tr("Columns"));
    m_limit->setText(copiesLimitText());
    showAnswer();
}

void CopiesPane::tell(const TenantId& org, const RegionName& home, const ClockZone& zone) {
    m_zone = zone;
    if (m_org != org || m_home != home) {
        m_org = org;
        m_home = home;
        m_answer.reset();
        m_waiting->end();
        ++m_round;
    }
    showAnswer();
}

void CopiesPane::clear() {
    tell({}, {}, m_zone);
}

void CopiesPane::ask() {
    const auto endpoints = m_workspace.endpoints();
    const auto home = std::ranges::find(endpoints, m_home, &WorkspaceRegion::region);
    if (home == endpoints.end())
        return;
    m_waiting->begin();
    showAnswer();
    using Copies = std::vector<CopyOfTenant>;
    runInBackground<Answer>(
        this,
        [home = *home, org = m_org, secrets = m_workspace.secrets()] {
            auto answers =
                askEveryRegion<Copies>({home}, kRoundPatience, [org, secrets](const WorkspaceRegion& region) {
                    return askServer(region, org, secrets);
                });
            return Answer{std::move(answers.front()), systemClock().now()};
        },
        [this, round = ++m_round](Answer answer) {
            if (round != m_round)
                return;
            m_waiting->end();
            m_answer = std::move(answer);
            showAnswer();
        });
}

void CopiesPane::showAnswer() {
    const bool hasCopies = m_answer && m_answer->copies;
    const auto endpoints = m_workspace.endpoints();
    const bool isServed = std::ranges::find(endpoints, m_home, &WorkspaceRegion::region) != endpoints.end();
    setVisible(isServed);
    m_ask->setEnabled(!m_waiting->isWaiting());
    m_words->setVisible(m_answer.has_value());
    if (m_answer)
        m_words->setText(hasCopies ? copiesText(*m_answer->copies, m_home.text(), m_answer->at, m_zone)
                                   : errorSentence(m_answer->copies.error()));
    setTone(m_words, m_answer && !hasCopies ? Tone::Bad : Tone::Normal);
    m_model->setTable(copyTable(hasCopies ? *m_answer->copies : std::vector<CopyOfTenant>(), m_zone));
    m_table->setVisible(hasCopies && !m_answer->copies->empty());
    m_limit->setVisible(hasCopies);
    const int rows = std::clamp(m_model->rowCount(), 1, kMostRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * kRowHeight + 2);
}

QString CopiesPane::told() const {
    return m_answer ? withoutIsolates(m_words->text()) : QString();
}

} // namespace muniment
