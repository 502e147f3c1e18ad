#include "ui/charts/facet_panel.h"

#include "models/items/facet_model.h"
#include "ui/charts/bar_delegate.h"
#include "ui/look/look.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QSettings>
#include <QTreeView>
#include <QVBoxLayout>

namespace muniment {

namespace {

constexpr int kRefreshMillis = 500;
constexpr int kFirstValues = 5;
constexpr int kMoreValues = 20;
constexpr const char* kClosedKey = "timeline/facets/closed";

} // namespace

FacetPanel::FacetPanel(AskFacets ask, QWidget* parent)
    : QFrame(parent),
      m_slot(this, std::move(ask),
             [this](const FacetQuestion&, Result<FacetAnswer> answer) { take(std::move(answer)); }),
      m_model(new FacetModel(this)),
      m_tree(new QTreeView(this)),
      m_folded(makeButton(this, "flat")),
      m_pace(kRefreshMillis, nullptr) {
    setKind(this, "card");
    for (const FilterField field : kPanelFacets)
        m_question.most[field] = kFirstValues;
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new BarDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(0);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setMouseTracking(true);
    m_tree->setSelectionMode(QAbstractItemView::NoSelection);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->installEventFilter(this);
    m_tree->viewport()->installEventFilter(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 4, 1, 4);
    layout->addWidget(m_tree);
    m_folded->setFont(textFont(TextSize::Small));
    m_folded->hide();
    layout->addWidget(m_folded, 0, Qt::AlignLeft);
    restoreOpen();
    connect(m_tree, &QTreeView::expanded, this, &FacetPanel::keepOpen);
    connect(m_tree, &QTreeView::collapsed, this, &FacetPanel::keepOpen);
    connect(m_folded, &QPushButton::clicked, this, [this] {
        m_isUnfolded = !m_isUnfolded;
        fold();
    });
    connect(&m_pace, &RefreshPace::due, this, &FacetPanel::ask);
    retranslate();
}

void FacetPanel::retranslate() {
    setAccessibleName(tr("Facets"));
    m_tree->setAccessibleName(tr("Facets: values and how often they occur"));
    m_model->retranslate();
    fold();
}

void FacetPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void FacetPanel::setQuestion(const TimelineQuestion& question) {
    const bool isSame =
        m_isAsked && m_question.timeline.filter == question.filter && m_question.timeline.asOf == question.asOf;
    m_question.timeline = question;
    if (!isSame)
        ask();
}

void FacetPanel::refresh() {
    if (m_isAsked)
        m_pace.noteChange();
}

void FacetPanel::ask() {
    m_isAsked = true;
    m_pace.noteAsked();
    m_slot.request(m_question);
}

void FacetPanel::take(Result<FacetAnswer> answer) {
    if (!answer) {
        emit failed(answer.error());
        return;
    }
    // Counts change places; the keys stay on the value they were on.
    const QModelIndex before = m_tree->currentIndex();
    const auto chosen = m_model->choiceAt(before);
    m_model->setAnswer(std::move(*answer));
    fold();
    if (chosen && !chosen->isNegated) {
        const auto now = m_model->find(chosen->term.field, chosen->term.values.front().text);
        if (now.isValid() && now != m_tree->currentIndex())
            m_tree->setCurrentIndex(now);
    }
}

void FacetPanel::choose(const QModelIndex& index, JoinAs how) {
    if (!index.isValid())
        return;
    if (m_model->isMore(index)) {
        m_question.most[m_model->fieldOf(index)] += kMoreValues;
        ask();
    } else if (auto choice = m_model->choiceAt(index)) {
        const bool isWithout = choice->isNegated != (how == JoinAs::AndNot);
        emit termChosen(choice->term, isWithout ? JoinAs::AndNot : JoinAs::And);
    } else {
        m_tree->setExpanded(index, !m_tree->isExpanded(index));
    }
}

bool FacetPanel::eventFilter(QObject* watched, QEvent* event) {
    const auto joinBy = [](Qt::KeyboardModifiers keys) {
        return keys.testFlag(Qt::AltModifier) ? JoinAs::AndNot : JoinAs::And;
    };
    if (watched == m_tree && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Space) {
            choose(m_tree->currentIndex(), joinBy(key->modifiers()));
            return true;
        }
    }
    if (watched == m_tree->viewport() && event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->button() == Qt::LeftButton)
            choose(m_tree->indexAt(mouse->position().toPoint()), joinBy(mouse->modifiers()));
    }
    return QFrame::eventFilter(watched, event);
}

void FacetPanel::fold() {
    if (!m_model->isAnswered())
        return;
    int without = 0;
    for (const FilterField field : kPanelFacets) {
        const QModelIndex facet = m_model->facetIndex(field);
        const bool hasValues = m_model->hasValues(facet);
        without += hasValues ? 0 : 1;
        m_tree->setRowHidden(facet.row(), {}, !hasValues && !m_isUnfolded);
    }
    m_folded->setVisible(without > 0);
    setButtonText(m_folded, m_isUnfolded ? tr("Hide %n facet(s) without values", nullptr, without)
                                         : tr("%n facet(s) without values", nullptr, without));
}

void FacetPanel::keepOpen() {
    QStringList closed;
    for (const FilterField field : kPanelFacets)
        if (!m_tree->isExpanded(m_model->facetIndex(field)))
            closed << QString::fromLatin1(filterFieldName(field).data(),
                                          static_cast<int>(filterFieldName(field).size()));
    QSettings().setValue(QLatin1String(kClosedKey), closed);
}

void FacetPanel::restoreOpen() {
    const auto closed = QSettings().value(QLatin1String(kClosedKey)).toStringList();
    for (const FilterField field : kPanelFacets) {
        const auto name = filterFieldName(field);
        m_tree->setExpanded(m_model->facetIndex(field),
                            !closed.contains(QString::fromLatin1(name.data(), static_cast<int>(name.size()))));
    }
}

} // namespace muniment
