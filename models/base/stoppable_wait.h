// A wait that ends early when its thread is asked to stop.
#pragma once

#include <chrono>
#include <stop_token>

namespace muniment {

/// True when the whole time passed; false as soon as `stop` is requested.
[[nodiscard]] bool waitUnlessStopped(const std::stop_token& stop, std::chrono::milliseconds time);

} // namespace muniment
