// What this workspace has sealed, to be handed to somebody else: as lines, as a file, as a picture of squares.
#pragma once

#include "models/integrity/checkpoint_handover.h"
#include "models/items/clock_zone.h"

#include <QWidget>

#include <filesystem>
#include <vector>

class QLabel;
class QPushButton;
class QTableView;

namespace muniment {

class EmptyPlace;
class TextRowsModel;

class HandoverPane : public QWidget {
    Q_OBJECT
public:
    HandoverPane(std::filesystem::path workspace, const ClockZone& zone, QWidget* parent);

    /// Reads what is kept.
    void reload();
    void saveAs(const QString& path);

    [[nodiscard]] QTableView* table() const { return m_table; }

    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }

    /// The line of the chosen one; empty: none is.
    [[nodiscard]] QString line() const;
    [[nodiscard]] QImage code() const;

signals:
    /// A sentence.
    void said(const QString& words);
    /// reload() is through.
    void loaded();

private:
    void layOut();
    void take(std::vector<HandedCheckpoint> handed);
    void showChosen();
    void chooseFile();
    [[nodiscard]] QString allLines() const;

    std::filesystem::path m_workspace;
    ClockZone m_zone;
    QTableView* m_table;
    EmptyPlace* m_empty;
    QWidget* m_chosen;
    QLabel* m_code;
    QLabel* m_line;
    QPushButton* m_copy;
    QPushButton* m_save;
    QPushButton* m_copyCode;
    TextRowsModel* m_model;
    std::vector<HandedCheckpoint> m_handed;
};

} // namespace muniment
