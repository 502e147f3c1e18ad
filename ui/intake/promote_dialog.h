// Records become events: by which mapping, how far it is, and what became of each.
#pragma once

#include "models/items/intake_promotion.h"

#include <QDialog>

class QComboBox;
class QFrame;
class QLabel;
class QProgressBar;
class QPushButton;

namespace muniment {

class ValueTable;

class PromoteDialog : public QDialog {
    Q_OBJECT
public:
    /// `ids`: these; none: all new records that hold `text`, of which there may be `count` (negative: nobody knows).
    PromoteDialog(Workspace& workspace, RegionName region, std::vector<Uuid> ids, std::string text, std::int64_t count,
                  const QString& mapping, QWidget* parent);

    [[nodiscard]] QComboBox* mappings() const { return m_mappings; }

    [[nodiscard]] QPushButton* verb() const { return m_verb; }

    [[nodiscard]] QString told() const;

    [[nodiscard]] const IntakePromotion* promotion() const { return m_promotion; }

    void reject() override;

signals:
    /// Something was promoted, or may have been.
    void finishedPromoting(int promoted, int refused);

private:
    void begin();
    void tell();
    void finish();

    Workspace& m_workspace;
    IntakePromotion* m_promotion;
    RegionName m_region;
    std::vector<Uuid> m_ids;
    std::string m_text;
    std::int64_t m_count;
    QComboBox* m_mappings;
    QProgressBar* m_progress;
    QLabel* m_told;
    ValueTable* m_refused;
    QFrame* m_refusedCard = nullptr;
    QPushButton* m_verb;
    QPushButton* m_close;
};

} // namespace muniment
