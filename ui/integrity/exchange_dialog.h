// Checkpoints handed to others and taken from them: whoever compares finds out when two are told two stories.
#pragma once

#include "models/items/clock_zone.h"

#include <QDialog>

#include <filesystem>

class QLabel;
class QTabWidget;

namespace muniment {

class HandoverPane;
class TakingPane;

class ExchangeDialog : public QDialog {
    Q_OBJECT
public:
    ExchangeDialog(const std::filesystem::path& workspace, const ClockZone& zone, QWidget* parent);

    [[nodiscard]] QTabWidget* tabs() const { return m_tabs; }

    [[nodiscard]] HandoverPane* handover() const { return m_handover; }

    [[nodiscard]] TakingPane* taking() const { return m_taking; }

signals:
    /// More is kept than before.
    void kept();

private:
    QTabWidget* m_tabs;
    HandoverPane* m_handover;
    TakingPane* m_taking;
    QLabel* m_said;
};

} // namespace muniment
