#include "ui/annotations/annotation_dialogs.h"

#include "ui/annotations/tag_edit.h"
#include "ui/look/look.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>

namespace muniment {

TagsDialog::TagsDialog(const QString& event, const std::vector<std::string>& tags, QWidget* parent)
    : FormDialog(tr("Tags"), event, tr("&Save"), parent),
      m_line(new TagEdit(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    m_line->setTags(tags);
    m_line->setPlaceholderText(tr("incident, case-17"));
    addWidgetField(QStringLiteral("tags"), tr("&Tags, separated by commas"), m_line);
    m_line->setFocus();
    m_line->end(false);
    connect(this, &FormDialog::submitted, this, [this] {
        emit tagsChosen(m_line->tags());
        accept();
    });
}

NoteDialog::NoteDialog(const QString& event, const std::string& note, QWidget* parent)
    : FormDialog(tr("Note"), event, tr("&Save"), parent),
      m_text(new QPlainTextEdit(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    m_text->setPlainText(QString::fromStdString(note));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(14 * kGrid);
    m_text->moveCursor(QTextCursor::End);
    addWidgetField(QStringLiteral("note"), tr("&Note; Ctrl+Enter saves it"), m_text);
    m_text->setFocus();
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, submitButton(),
                &QPushButton::click);
    connect(this, &FormDialog::submitted, this, [this] {
        emit noteChosen(m_text->toPlainText().trimmed().toStdString());
        accept();
    });
}

} // namespace muniment
