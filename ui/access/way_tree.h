// Why: the ways from somebody to something, each step inside the one before it, with the event that made it.
#pragma once

#include "models/items/access_sentence.h"

#include <QTreeView>

class QStandardItem;
class QStandardItemModel;

namespace muniment {

/// Enter, or a click on what stands behind a step, shows its event. Its lines can be copied.
class WayTree : public QTreeView {
    Q_OBJECT
public:
    explicit WayTree(QWidget* parent);

    void setZone(const ClockZone& zone) { m_zone = zone; }

    /// The ways that stand; when there are none what is missing, and the ways that have ended.
    void showAnswer(const AccessAnswer& answer);
    void showGrants(const RightsAnswer& answer);
    void clear();
    /// Every line, indented.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString currentText() const;

signals:
    void eventChosen(muniment::EventNumber number);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void addWay(QStandardItem* root, const AccessWay& way, bool isFaint);
    void addMissing(const std::vector<AccessLink>& missing);
    [[nodiscard]] QStandardItem* addRoot(const Sentence& words, bool isFaint = false);
    [[nodiscard]] static QStandardItem* line(const Sentence& words, const QString& cause,
                                             const std::optional<AccessCause>& event, bool isFaint);
    [[nodiscard]] QString textBelow(const QModelIndex& parent, int depth) const;
    void choose(const QModelIndex& index);
    void finish();

    QStandardItemModel* m_model;
    ClockZone m_zone;
};

} // namespace muniment
