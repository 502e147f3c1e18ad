#include "ui/access/question_bar.h"

#include "models/items/plain_text.h"
#include "ui/forms/entity_picker.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/labels.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QGridLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStringListModel>

namespace muniment {

QuestionBar::QuestionBar(Workspace& workspace, AskActions actions, ActionRegistry& registry, QWidget* parent)
    : QWidget(parent),
      m_who(new EntityPicker(askOptions(workspace), {OptionKind::User, OptionKind::Team}, this)),
      m_action(new QLineEdit(this)),
      m_what(new EntityPicker(askOptions(workspace), {OptionKind::Resource, OptionKind::Organization}, this)),
      m_whoTitle(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_actionTitle(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_whatTitle(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_known(new QStringListModel(this)),
      m_completer(new QCompleter(m_known, this)),
      m_actions(this, std::move(actions), [this](const ActionsRequest& request, const auto& known) {
          QStringList names;
          if (known && request.tenant == m_tenant)
              for (const auto& action : *known)
                  names << plainText(action);
          m_known->setStringList(names);
      }) {
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(kGrid);
    layout->setVerticalSpacing(2);
    int column = 0;
    for (const auto& [title, field, stretch] : {std::tuple<QLabel*, QLineEdit*, int>{m_whoTitle, m_who, 3},
                                                {m_actionTitle, m_action, 2},
                                                {m_whatTitle, m_what, 3}}) {
        title->setBuddy(field);
        field->setClearButtonEnabled(true);
        layout->addWidget(title, 0, column);
        layout->addWidget(field, 1, column);
        layout->setColumnStretch(column++, stretch);
        connect(field, &QLineEdit::returnPressed, this, &QuestionBar::entered);
    }
    layout->addWidget(makeActionButton(this, registry.action(ActionId::AskAboutAccess), "main"), 1, column++);
    layout->addWidget(makeActionButton(this, registry.action(ActionId::ListHolders)), 1, column++);
    layout->addWidget(makeActionButton(this, registry.action(ActionId::ListRights)), 1, column++);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->popup()->setAccessibleName(tr("Actions"));
    m_action->setCompleter(m_completer);
    for (auto* picker : {m_who, m_what}) {
        connect(picker, &EntityPicker::chosenChanged, this, &QuestionBar::takeChosen);
        connect(picker, &EntityPicker::troubleChanged, this, &QuestionBar::troubleChanged);
    }
    connect(m_action, &QLineEdit::textChanged, this, &QuestionBar::wishChanged);
    retranslate();
}

/// What is chosen in one field says what the other one is about.
void QuestionBar::takeChosen() {
    const auto tenantOf = [](const EntityPicker* picker) {
        return picker->chosen() ? std::optional(picker->chosen()->entity.tenant) : std::nullopt;
    };
    m_what->offer(tenantOf(m_who), m_asOf);
    m_who->offer(tenantOf(m_what), m_asOf);
    const auto tenant = m_who->chosen() ? tenantOf(m_who) : tenantOf(m_what);
    if (tenant && std::exchange(m_tenant, tenant) != tenant)
        m_actions.request({*tenant});
    emit wishChanged();
}

void QuestionBar::setWish(const AccessWish& wish) {
    {
        const QSignalBlocker whoQuiet(m_who), actionQuiet(m_action), whatQuiet(m_what);
        const auto put = [](EntityPicker* picker, const std::optional<EntityOption>& option) {
            option ? picker->setChosen(*option) : picker->clearChosen();
        };
        put(m_who, wish.who);
        put(m_what, wish.what);
        m_action->setText(QString::fromStdString(wish.action));
    }
    takeChosen();
}

AccessWish QuestionBar::wish(AccessWish::Kind kind) const {
    AccessWish wish;
    wish.kind = kind;
    wish.who = m_who->chosen();
    wish.action = m_action->text().trimmed().toStdString();
    wish.what = m_what->chosen();
    return wish;
}

AccessWish::Kind QuestionBar::meant() const {
    if (m_what->chosen() && m_who->text().trimmed().isEmpty())
        return AccessWish::Kind::Who;
    if (m_who->chosen() && m_what->text().trimmed().isEmpty())
        return AccessWish::Kind::What;
    return AccessWish::Kind::Why;
}

void QuestionBar::setAsOf(const std::optional<Moment>& asOf) {
    m_asOf = asOf;
    takeChosen();
}

void QuestionBar::focusOpen() {
    QLineEdit* open = m_who;
    if (m_who->chosen() && m_action->text().trimmed().isEmpty())
        open = m_action;
    else if (m_who->chosen() && !m_what->chosen())
        open = m_what;
    open->setFocus();
    open->selectAll();
}

void QuestionBar::retranslate() {
    m_whoTitle->setText(tr("Who"));
    m_actionTitle->setText(tr("may"));
    m_whatTitle->setText(tr("What"));
    m_who->setPlaceholderText(tr("A user or a team"));
    m_who->setAccessibleName(tr("Who: a user or a team"));
    m_action->setPlaceholderText(tr("An action"));
    m_action->setAccessibleName(tr("may: an action, as roles name it"));
    m_what->setPlaceholderText(tr("A resource or a whole organization"));
    m_what->setAccessibleName(tr("What: a resource or a whole organization"));
}

void QuestionBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace muniment
