// Checkpoints that somebody hands over: pasted, from a file or from a picture of squares; compared at once, kept when
// a person says so.
#pragma once

#include "models/integrity/checkpoint_handover.h"

#include <QImage>
#include <QWidget>

#include <filesystem>
#include <optional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace muniment {

class TextRowsModel;

class TakingPane : public QWidget {
    Q_OBJECT
public:
    TakingPane(std::filesystem::path workspace, QWidget* parent);

    /// Text with checkpoints, or a picture that shows them.
    void openFile(const QString& path);
    void takePicture(const QImage& picture);

    [[nodiscard]] QPlainTextEdit* text() const { return m_text; }

    [[nodiscard]] QLineEdit* key() const { return m_key; }

    [[nodiscard]] QTableView* table() const { return m_table; }

    [[nodiscard]] QPushButton* keepButton() const { return m_keep; }

    [[nodiscard]] QString verdict() const;

signals:
    /// What was new is kept now.
    void kept();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void layOut();
    void chooseFile();
    void compare(Taking taking);
    void take(Taking taking, Result<TakenCheckpoints> taken);
    void say(const QString& words, bool isBad);

    std::filesystem::path m_workspace;
    QPlainTextEdit* m_text;
    QLineEdit* m_key;
    QPushButton* m_open;
    QLabel* m_verdict;
    QTableView* m_table;
    QPushButton* m_keep;
    TextRowsModel* m_model;
    std::optional<TakenCheckpoints> m_taken;
    int m_round = 0; ///< answers of earlier ones are not wanted any more
};

} // namespace muniment
