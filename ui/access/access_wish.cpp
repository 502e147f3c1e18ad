#include "ui/access/access_wish.h"

#include "models/items/access_answer.h"
#include "models/items/plain_text.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace muniment {

namespace {

const QString kKinds[]{QStringLiteral("why"), QStringLiteral("who"), QStringLiteral("what")};

QString member(const char* name) {
    return QLatin1String(name);
}

QString told(const std::string& text) {
    return QString::fromStdString(text);
}

QJsonObject jsonOf(const EntityOption& option) {
    return {{member("tenant"), told(option.entity.tenant.text())},
            {member("type"), told(option.entity.aggregate.type)},
            {member("id"), told(option.entity.aggregate.id.text())},
            {member("region"), told(option.region.text())},
            {member("name"), told(option.name)},
            {member("place"), told(option.place)},
            {member("words"), option.words}};
}

std::optional<EntityOption> optionIn(const QJsonObject& json, const char* name) {
    const auto object = json.value(member(name)).toObject();
    const auto text = [&object](const char* key) { return object.value(member(key)).toString().toStdString(); };
    if (text("tenant").empty() || text("type").empty() || text("id").empty())
        return {};
    return EntityOption{{TenantId(text("tenant")), {text("type"), AggregateId(text("id"))}},
                        RegionName(text("region")),
                        text("name"),
                        text("place"),
                        object.value(member("words")).toString()};
}

} // namespace

bool AccessWish::isWhole() const {
    switch (kind) {
    case Kind::Why:
        return who && what && !action.empty();
    case Kind::Who:
        return what.has_value();
    case Kind::What:
        break;
    }
    return who.has_value();
}

QString wishText(const AccessWish& wish) {
    QJsonObject json{{member("kind"), kKinds[static_cast<int>(wish.kind)]}, {member("action"), told(wish.action)}};
    const std::pair<const char*, const std::optional<EntityOption>*> parts[]{
        {"who", &wish.who}, {"what", &wish.what}, {"role", &wish.role}};
    for (const auto& [name, option] : parts)
        if (*option)
            json.insert(member(name), jsonOf(**option));
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<AccessWish> wishOf(const QString& text) {
    const auto json = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto kind = std::ranges::find(kKinds, json.value(member("kind")).toString());
    if (kind == std::end(kKinds))
        return {};
    return AccessWish{static_cast<AccessWish::Kind>(kind - std::begin(kKinds)), optionIn(json, "who"),
                      json.value(member("action")).toString().toStdString(), optionIn(json, "what"),
                      optionIn(json, "role")};
}

EntityOption accessOption(const EntityRef& entity, const RegionName& region, const std::string& name) {
    const QString id = shortId(entity.aggregate.id.text());
    return {entity, region, name, {}, name.empty() ? id : QStringLiteral("%1 · %2").arg(plainText(name), id)};
}

EntityOption wholeOrganization(const TenantId& tenant, const RegionName& region, const std::string& name) {
    return {{tenant, {"org", AggregateId(tenant.text())}}, region, name, {}, wholeOrganizationText(tenant, name)};
}

} // namespace muniment
