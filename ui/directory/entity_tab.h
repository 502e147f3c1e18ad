// What an entity's details are made of beside the sides that all entities have.
#pragma once

#include "models/items/entity_activity.h"
#include "models/items/formats.h"
#include "ui/access/access_wish.h"
#include "ui/widgets/text_grid.h"

#include <QWidget>

#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// An entity as its page tells it.
struct ShownEntity {
    EntityRef entity;
    QString title; ///< plain text
    std::vector<std::vector<TextCell>> facts;
    std::string json; ///< the whole record; the same text means that nothing has changed
    ClockZone zone;   ///< of its times
    std::optional<Moment> asOf = {};
    RegionName region = {}; ///< in whose log its newest events are; empty: in none
};

/// A side that only some kinds of entities have: members, permissions, access …
class EntityTab : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Another entity, or the same with something changed.
    virtual void tell(const ShownEntity& entity) = 0;
    /// No entity is chosen.
    virtual void clear() = 0;
    /// Something in the workspace has changed that may be about it.
    virtual void refresh() = 0;
    /// Whether it answers for the actions on what is chosen in it.
    virtual void setActive(bool isActive) = 0;
    virtual void retranslate() = 0;
    [[nodiscard]] virtual QString title() const = 0;

    /// The question about access that the chosen line puts, when the keyboard is in it: why, or why not.
    [[nodiscard]] virtual std::optional<AccessWish> accessWish(bool /*isWhyNot*/) const { return std::nullopt; }

signals:
    /// Show that one instead.
    void entityChosen(const muniment::EntityRef& entity);
    void failed(const muniment::Error& error);
};

} // namespace muniment
