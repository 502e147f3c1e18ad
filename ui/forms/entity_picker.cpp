#include "ui/forms/entity_picker.h"

#include "models/items/error_sentence.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStandardItemModel>

#include <algorithm>

namespace muniment {

EntityPicker::EntityPicker(AskOptions ask, std::vector<OptionKind> kinds, QWidget* parent)
    : QLineEdit(parent),
      m_request{.kinds = std::move(kinds), .tenant = {}, .text = {}},
      m_model(new QStandardItemModel(this)),
      m_completer(new QCompleter(m_model, this)),
      m_slot(this, std::move(ask), [this](const OptionsRequest& request, auto options) {
          if (!options)
              return tellTrouble(errorSentence(options.error()));
          tellTrouble({});
          if (request.tenant == m_request.tenant)
              takeFound(request.text, std::move(*options));
      }) {
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setAccessibleName(tr("Found"));
    setCompleter(m_completer);
    setPlaceholderText(tr("Type a part of its name or id"));
    connect(this, &QLineEdit::textChanged, this, &EntityPicker::takeText);
}

void EntityPicker::setTenant(const std::optional<TenantId>& tenant) {
    if (std::exchange(m_request.tenant, tenant) == tenant)
        return;
    m_found.clear();
    clear();
}

void EntityPicker::offer(const std::optional<TenantId>& tenant, const std::optional<Moment>& asOf) {
    if (m_request.tenant != tenant || m_request.asOf != asOf) {
        m_found.clear();
        m_model->clear(); // typing would offer it once more
    }
    m_request.tenant = tenant;
    m_request.asOf = asOf;
}

void EntityPicker::clearChosen() {
    const bool wasChosen = std::exchange(m_chosen, std::nullopt).has_value();
    clear();
    if (wasChosen)
        emit chosenChanged();
}

void EntityPicker::setChosen(const EntityOption& option) {
    m_chosen = option;
    setText(option.words);
    setCursorPosition(0); // what it is called stands at the beginning
    emit chosenChanged();
}

void EntityPicker::askAgain() {
    m_slot.request(m_request);
}

void EntityPicker::tellTrouble(const QString& sentence) {
    if (std::exchange(m_isInTrouble, !sentence.isEmpty()) || m_isInTrouble)
        emit troubleChanged(sentence);
}

void EntityPicker::takeText(const QString& text) {
    if (m_chosen && m_chosen->words == text)
        return;
    const auto found = std::ranges::find(m_found, text, &EntityOption::words);
    m_chosen = found == m_found.end() ? std::nullopt : std::optional(*found);
    if (!m_chosen) {
        m_request.text = text.trimmed().toStdString();
        m_slot.request(m_request);
    }
    emit chosenChanged();
}

void EntityPicker::takeFound(const std::string& asked, std::vector<EntityOption> options) {
    if (m_chosen || asked != text().trimmed().toStdString())
        return;
    m_found = std::move(options);
    m_model->clear();
    for (const auto& option : m_found)
        m_model->appendRow(new QStandardItem(option.words));
    // A whole name or id that only one thing has needs no further choice.
    const auto isMeant = [&](const EntityOption& option) {
        return option.name == asked || option.entity.aggregate.id.text() == asked;
    };
    if (std::ranges::count_if(m_found, isMeant) == 1) {
        m_chosen = *std::ranges::find_if(m_found, isMeant);
        m_completer->popup()->hide(); // Enter goes to the form again
        emit chosenChanged();
    } else if (hasFocus() && !m_found.empty()) {
        m_completer->complete();
    }
}

} // namespace muniment
