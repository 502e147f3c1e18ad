// The facts of an entity as its overview shows them: label, value.
#pragma once

#include "models/items/formats.h"
#include "ui/widgets/text_grid.h"

#include <string>
#include <vector>

namespace muniment {

/// Facts of an entity in their order; what it does not have is left out.
class FactList {
public:
    FactList& add(const QString& label, const QString& value, const QString& whole = {});
    FactList& id(const QString& label, const std::string& id);
    FactList& time(const QString& label, Instant t, const ClockZone& zone);
    FactList& cell(const QString& label, TextCell cell);

    [[nodiscard]] const std::vector<std::vector<TextCell>>& rows() const { return m_rows; }

private:
    std::vector<std::vector<TextCell>> m_rows;
};

} // namespace muniment
