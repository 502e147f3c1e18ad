// The line under the strip that says whose data lie on this disk, while a policy limits that.
#pragma once

#include "models/items/request_slot.h"
#include "models/workspace/workspace.h"

#include <QFrame>
#include <QTimer>

class QPushButton;

namespace muniment {

class ElidedLabel;

/// Not shown where everything may be held.
class PolicyLine : public QFrame {
    Q_OBJECT
public:
    PolicyLine(Workspace& workspace, QWidget* parent);

    /// Empty where no policy limits the file.
    [[nodiscard]] QString text() const;

    [[nodiscard]] QPushButton* button() const { return m_button; }

signals:
    void detailsWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Nothing {};

    void retranslate();

    ElidedLabel* m_text;
    QPushButton* m_button;
    QTimer m_soon;
    RequestSlot<Nothing, QString> m_slot;
};

} // namespace muniment
