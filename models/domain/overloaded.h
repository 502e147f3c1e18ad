// std::visit over a variant with one lambda per alternative.
#pragma once

namespace muniment {

template <class... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};

template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

} // namespace muniment
