// The report of queued changes: what became of each while its region was away, and the way to send what still fits.
#pragma once

#include "models/items/conflict_report.h"

#include <QDialog>

#include <set>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace muniment {

class TextGrid;

class ConflictReportDialog : public QDialog {
    Q_OBJECT
public:
    /// `made`: when the regions were asked, with its zone.
    ConflictReportDialog(const ConflictReport& report, const QString& made, QWidget* parent);

    /// The whole report, as it is copied and saved.
    [[nodiscard]] const QString& text() const { return m_text; }

    /// What is shown.
    [[nodiscard]] QString shownText() const;

    [[nodiscard]] QPushButton* sendButton() const { return m_send; }

    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }

    [[nodiscard]] QPushButton* saveButton() const { return m_save; }

    /// False: `file` could not be written, and the dialog says so.
    bool saveTo(const QString& file);

signals:
    void sendWanted(const std::set<muniment::Uuid>& fitting);

private:
    void addSection(QVBoxLayout* column, ReportedChange::Verdict verdict);
    void chooseFile();

    ConflictReport m_report;
    QString m_text;
    std::vector<TextGrid*> m_grids;
    QLabel* m_said;
    QPushButton* m_copy;
    QPushButton* m_save;
    QPushButton* m_close;
    QPushButton* m_send;
};

} // namespace muniment
