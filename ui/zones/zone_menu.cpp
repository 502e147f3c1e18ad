#include "ui/zones/zone_menu.h"

#include "models/items/formats.h"
#include "ui/zones/zone_dialog.h"

#include <QActionGroup>
#include <QSettings>

namespace muniment {

namespace {

constexpr const char* kZoneKey = "window/zone";
constexpr const char* kOtherZoneKey = "window/otherZone";

QString menuWords(const QString& text) {
    return QString(text).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

ZoneMenu::ZoneMenu(QWidget* parent) : QMenu(parent), m_choices(new QActionGroup(this)) {
    const QSettings settings;
    m_zone = ClockZone::ofSetting(settings.value(QLatin1String(kZoneKey), ClockZone().settingText()).toString());
    m_other = ClockZone::named(settings.value(QLatin1String(kOtherZoneKey)).toString().toStdString());
    const auto addChoice = [this](auto zone) {
        auto* action = addAction(QString());
        action->setCheckable(true);
        m_choices->addAction(action);
        connect(action, &QAction::triggered, this, [this, zone] { choose(zone()); });
        return action;
    };
    m_utc = addChoice([] { return ClockZone(); });
    m_local = addChoice([] { return ClockZone::local(); });
    m_perTenant = addChoice([] { return ClockZone::perTenant(); });
    m_named = addChoice([this] { return m_other; });
    m_ask = addAction(QString());
    connect(m_ask, &QAction::triggered, this, &ZoneMenu::chooseOther);
    setToolTipsVisible(true);
    retranslate();
}

void ZoneMenu::retranslate() {
    setTitle(tr("Time &Zone"));
    setAccessibleName(tr("Time zone"));
    m_utc->setText(tr("&UTC"));
    m_local->setText(tr("&Local (%1)").arg(menuWords(zoneTitle(ClockZone::local()))));
    m_perTenant->setText(tr("Each &Organization's"));
    m_ask->setText(tr("O&ther…"));
    m_utc->setToolTip(zoneWords(ClockZone()));
    m_local->setToolTip(zoneWords(ClockZone::local()));
    m_perTenant->setToolTip(zoneWords(ClockZone::perTenant()));
    m_ask->setToolTip(tr("Choose from all zones this machine knows"));
    showChoice();
}

void ZoneMenu::showChoice() {
    const bool hasOther = m_other.kind() == ClockZone::Kind::Named;
    m_named->setVisible(hasOther);
    m_named->setText(menuWords(QString::fromStdString(m_other.id())));
    m_named->setToolTip(zoneWords(m_other));
    switch (m_zone.kind()) {
    case ClockZone::Kind::Utc:
        return m_utc->setChecked(true);
    case ClockZone::Kind::Local:
        return m_local->setChecked(true);
    case ClockZone::Kind::PerTenant:
        return m_perTenant->setChecked(true);
    case ClockZone::Kind::Named:
        return m_named->setChecked(true);
    }
}

void ZoneMenu::chooseNext() {
    switch (m_zone.kind()) {
    case ClockZone::Kind::Utc:
        return choose(ClockZone::local());
    case ClockZone::Kind::Local:
        return choose(ClockZone::perTenant());
    case ClockZone::Kind::PerTenant:
        return choose(m_other); // UTC where there is none
    case ClockZone::Kind::Named:
        return choose(ClockZone());
    }
}

void ZoneMenu::choose(const ClockZone& zone) {
    m_zone = zone;
    QSettings().setValue(QLatin1String(kZoneKey), zone.settingText());
    showChoice();
    emit zoneChosen(zone);
}

void ZoneMenu::chooseOther() {
    auto* dialog = new ZoneDialog(tr("Time Zone"), tr("All times of the window are shown in this zone."), m_other.id(),
                                  ZoneDialog::Empty::IsRefused, parentWidget());
    connect(dialog, &ZoneDialog::zoneChosen, this, [this](const std::string& id) {
        m_other = ClockZone::named(id);
        QSettings().setValue(QLatin1String(kOtherZoneKey), QString::fromStdString(m_other.id()));
        choose(m_other);
    });
    dialog->open();
}

} // namespace muniment
