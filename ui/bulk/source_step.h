// Where the table comes from: pasted, dropped, opened.
#pragma once

#include "models/items/bulk_job.h"
#include "ui/bulk/bulk_step.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace muniment {

class EmptyPlace;
class TextTableModel;
class WorkLine;

class SourceStep : public BulkStep {
    Q_OBJECT
public:
    SourceStep(BulkJob& job, QWidget* parent);

    void enter() override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString nextText() const override;
    [[nodiscard]] bool isReady() const override;

    [[nodiscard]] bool complete() override { return isReady(); }

    [[nodiscard]] bool isBusy() const override;
    void stop() override;
    void retranslate() override;

    /// What was copied: a file, else a text.
    void paste();
    /// Asks which file.
    void chooseFile();

    /// What is said about what is there: its rows, or why there are none.
    [[nodiscard]] QString told() const;

    [[nodiscard]] QComboBox* delimiterChoice() const { return m_delimiter; }

    [[nodiscard]] QTableView* preview() const { return m_preview; }

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void take(const QMimeData* offered);
    void follow();
    void showProgress();
    void showTable();
    void chooseDelimiter(int index);

    BulkJob& m_job;
    QPushButton* m_paste;
    QPushButton* m_open;
    QLabel* m_delimiterLabel;
    QComboBox* m_delimiter;
    QStackedWidget* m_stack;
    EmptyPlace* m_empty;
    WorkLine* m_work;
    QTableView* m_preview;
    TextTableModel* m_model;
    QLabel* m_told;
    QString m_trouble; ///< what was pasted or dropped is no table
};

} // namespace muniment
