// Asks how a list is to be written into a file, and which file.
#pragma once

#include "ui/export/export_offer.h"
#include "ui/forms/form_dialog.h"

class QCheckBox;
class QPushButton;

namespace muniment {

/// Format, fields, order and place; what was chosen last is chosen again. Whether the place can be written is for the
/// export to find out: showFailure() brings it back here.
class ExportDialog : public FormDialog {
    Q_OBJECT
public:
    /// `workspace` is the file's name without its suffix.
    ExportDialog(ExportOffer offer, const QString& workspace, QWidget* parent);

    /// As the fields say; `source` is left empty.
    [[nodiscard]] ExportRequest request() const;
    /// The export is being started: nothing can be changed until it is known that it goes.
    void setStarting(bool isStarting);
    void showPathError(const QString& sentence);
    /// Kept for the next time.
    void keepChoices() const;

    [[nodiscard]] QLineEdit* pathField() const { return m_path; }

    [[nodiscard]] QCheckBox* guardBox() const { return m_guard; }

    [[nodiscard]] QCheckBox* descriptionBox() const { return m_description; }

private:
    void addFields();
    [[nodiscard]] QWidget* makePathField();
    [[nodiscard]] QWidget* makeOptions();
    void choosePath();
    void takeFormat();
    void takePath();
    [[nodiscard]] bool isCsv() const;
    [[nodiscard]] QString suffix() const;

    ExportOffer m_offer;
    QLineEdit* m_path;
    QPushButton* m_choose;
    QCheckBox* m_guard;
    QCheckBox* m_description;
};

} // namespace muniment
