// Asked before a bulk change that is being sent is cut short.
#pragma once

#include "models/items/bulk_sending.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace muniment {

/// Accepted: send nothing further. It goes by itself when everything is sent meanwhile.
class EndQuestion : public QDialog {
    Q_OBJECT
public:
    EndQuestion(const BulkSending& sending, QWidget* parent);

    [[nodiscard]] QPushButton* goOnButton() const { return m_goOn; }

    [[nodiscard]] QPushButton* endButton() const { return m_end; }

private:
    void showHowFar();

    const BulkSending& m_sending;
    QLabel* m_howFar;
    QPushButton* m_end;
    QPushButton* m_goOn;
};

} // namespace muniment
