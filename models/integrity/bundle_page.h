// index.html of a bundle: what it holds, for somebody who has nothing but a browser. No scripts, nothing from
// elsewhere, and whatever came from a log is text.
#pragma once

#include "models/domain/event.h"
#include "models/integrity/bundle_manifest.h"
#include "models/integrity/bundle_trees.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

constexpr std::uint64_t kMostPageRows = 10'000;

/// `text` with HTML's signs escaped; what disguises text (controls, direction marks, what is not UTF-8) is shown as an
/// escape.
[[nodiscard]] std::string htmlText(std::string_view text);

/// A row of the page's table. `organization` and `actor` are what people call them; empty: only their ids are shown.
[[nodiscard]] std::string pageRow(const RecordedEvent& event, std::string_view organization, std::string_view actor);

/// Everything above the rows; entries of the manifest are not needed yet. `claim`: what the bundle was made to prove, a
/// line each; empty: it shows events and claims nothing.
[[nodiscard]] std::string pageBegin(const BundleManifest& manifest, const std::vector<BundleTree>& trees,
                                    std::string_view makerKey, const std::vector<std::string>& claim = {});
[[nodiscard]] std::string pageEnd();

} // namespace muniment
