// The forms for an event's tags and its note.
#pragma once

#include "models/replica/annotations.h"
#include "ui/forms/form_dialog.h"

class QPlainTextEdit;

namespace muniment {

class TagEdit;

class TagsDialog : public FormDialog {
    Q_OBJECT
public:
    /// `event` says in words which one it is.
    TagsDialog(const QString& event, const std::vector<std::string>& tags, QWidget* parent);

    [[nodiscard]] TagEdit* line() const { return m_line; }

signals:
    void tagsChosen(const std::vector<std::string>& tags);

private:
    TagEdit* m_line;
};

class NoteDialog : public FormDialog {
    Q_OBJECT
public:
    NoteDialog(const QString& event, const std::string& note, QWidget* parent);

    [[nodiscard]] QPlainTextEdit* text() const { return m_text; }

signals:
    /// Without blanks and lines around it.
    void noteChosen(const std::string& note);

private:
    QPlainTextEdit* m_text;
};

} // namespace muniment
