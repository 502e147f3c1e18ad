// Counts of each facet's values among what a filter matches, at the timeline's left.
#pragma once

#include "models/items/facet_queries.h"
#include "ui/charts/refresh_pace.h"

#include <QFrame>

class QPushButton;
class QTreeView;

namespace muniment {

class FacetModel;

/// Asks by itself once it is given a question; while it asks, the last answer stays. A click or Enter on a value asks
/// for it, with Alt for everything but it; Left and Right close and open a facet, remembered between sessions. Facets
/// that no match has a value of are folded away under a line at the end.
class FacetPanel : public QFrame {
    Q_OBJECT
public:
    FacetPanel(AskFacets ask, QWidget* parent);

    /// Asks when the question differs from the last one, but for `now`.
    void setQuestion(const TimelineQuestion& question);
    /// Events have come: asks the last question again, at the pace of RefreshPace.
    void refresh();

    [[nodiscard]] FacetModel* model() const { return m_model; }

    [[nodiscard]] QTreeView* tree() const { return m_tree; }

    [[nodiscard]] QPushButton* foldedButton() const { return m_folded; }

signals:
    /// Apply as filter: `how` is And or AndNot.
    void termChosen(const muniment::FilterTerm& term, muniment::JoinAs how);
    void failed(const muniment::Error& error);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void choose(const QModelIndex& index, JoinAs how);
    void take(Result<FacetAnswer> answer);
    void ask();
    void fold();
    void keepOpen();
    void restoreOpen();

    RequestSlot<FacetQuestion, FacetAnswer> m_slot;
    FacetQuestion m_question;
    FacetModel* m_model;
    QTreeView* m_tree;
    QPushButton* m_folded; ///< shows and hides the facets without values
    RefreshPace m_pace;
    bool m_isAsked = false;
    bool m_isUnfolded = false;
};

} // namespace muniment
