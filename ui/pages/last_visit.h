// When this workspace was last open on this machine before now, kept in the person's settings.
#pragma once

#include "models/base/instant.h"

#include <QString>

#include <filesystem>
#include <optional>

namespace muniment {

class LastVisit {
public:
    /// Reads what was kept for the file.
    explicit LastVisit(const std::filesystem::path& file);

    /// The end of the visit before this one; absent on the first.
    [[nodiscard]] std::optional<Instant> previous() const { return m_previous; }

    /// This visit lasts until `now` at least; it survives a crash.
    void note(Instant now) const;

private:
    QString m_key;
    std::optional<Instant> m_previous;
};

} // namespace muniment
