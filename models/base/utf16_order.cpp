#include "models/base/utf16_order.h"

#include <algorithm>

namespace muniment {

namespace {

// UTF-8 bytes order like code points. UTF-16 writes U+10000 and above (lead bytes F0 to F4) with surrogates
// D800 to DFFF, which sort below U+E000 to U+FFFF (lead bytes EE and EF); everything else keeps its place.
int rank(unsigned char byte) {
    if (byte >= 0xf0)
        return byte - 2;
    if (byte >= 0xee)
        return byte + 0x10;
    return byte;
}

} // namespace

int compareAsUtf16(std::string_view a, std::string_view b) {
    const std::size_t common = std::min(a.size(), b.size());
    for (std::size_t i = 0; i < common; ++i) {
        if (a[i] != b[i])
            return rank(static_cast<unsigned char>(a[i])) - rank(static_cast<unsigned char>(b[i]));
    }
    if (a.size() == b.size())
        return 0;
    return a.size() < b.size() ? -1 : 1;
}

} // namespace muniment
