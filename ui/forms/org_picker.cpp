#include "ui/forms/org_picker.h"

#include "models/items/plain_text.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStandardItemModel>

namespace muniment {

static constexpr int kOffered = 20;

OrgPicker::OrgPicker(AskOrganizations ask, QWidget* parent)
    : QLineEdit(parent),
      m_model(new QStandardItemModel(this)),
      m_completer(new QCompleter(m_model, this)),
      m_slot(this, std::move(ask), [this](const ListRequest<OrgQuery>& request, auto page) {
          if (page)
              takeFound(QString::fromStdString(request.query.text), std::move(page->rows));
      }) {
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setAccessibleName(tr("Organizations found"));
    setCompleter(m_completer);
    setPlaceholderText(tr("Type a part of its name or id"));
    connect(this, &QLineEdit::textChanged, this, &OrgPicker::takeText);
}

QString OrgPicker::wordsFor(const OrgRow& org) {
    return QStringLiteral("%1 · %2 · %3")
        .arg(plainText(org.name), plainText(org.region.text()), shortId(org.id.text()));
}

void OrgPicker::setChosen(const OrgRow& org) {
    m_chosen = org;
    setText(wordsFor(org));
}

void OrgPicker::takeText(const QString& text) {
    if (m_chosen && wordsFor(*m_chosen) == text)
        return;
    m_chosen.reset();
    for (const auto& org : m_found) {
        if (wordsFor(org) == text)
            m_chosen = org;
    }
    if (!m_chosen) {
        OrgQuery query;
        query.text = text.trimmed().toStdString();
        query.lifecycle = OrgLifecycle::Active;
        query.limit = kOffered;
        m_slot.request({query, false});
    }
    emit chosenChanged();
}

void OrgPicker::takeFound(const QString& asked, std::vector<OrgRow> rows) {
    if (m_chosen || asked != text().trimmed())
        return;
    m_found = std::move(rows);
    m_model->clear();
    for (const auto& org : m_found)
        m_model->appendRow(new QStandardItem(wordsFor(org)));
    // A whole name that only one organization has needs no further choice.
    if (m_found.size() == 1 && QString::fromStdString(m_found.front().name) == asked) {
        m_chosen = m_found.front();
        emit chosenChanged();
    } else if (hasFocus() && !m_found.empty()) {
        m_completer->complete();
    }
}

} // namespace muniment
