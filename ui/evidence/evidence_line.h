// The line under the strip that says what an opened evidence bundle is, and whose word it is taken on.
#pragma once

#include "models/items/evidence_words.h"

#include <QFrame>

class QPushButton;

namespace muniment {

class ElidedLabel;

/// Not shown where a workspace is open.
class EvidenceLine : public QFrame {
    Q_OBJECT
public:
    explicit EvidenceLine(QWidget* parent);

    void setEvidence(std::shared_ptr<const OpenedBundle> evidence);
    void setZone(const ClockZone& zone);

    /// Everything it says, also what the window has no room for; empty where a workspace is open.
    [[nodiscard]] QString text() const;

    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    std::shared_ptr<const OpenedBundle> m_evidence;
    ClockZone m_zone;
    ElidedLabel* m_what;
    ElidedLabel* m_proof;
    QPushButton* m_copy;
};

} // namespace muniment
