// Lines of text as squares that a camera reads (QR, ISO/IEC 18004), and back.
#pragma once

#include <QImage>
#include <QString>
#include <QStringList>

namespace muniment {

/// With the quiet zone around it; at least `side` pixels wide, whole pixels a square. Null for more than a code holds
/// (about 2,900 bytes).
[[nodiscard]] QImage codePicture(const QString& text, int side);
/// The texts of all codes that the picture shows.
[[nodiscard]] QStringList codesIn(const QImage& picture);

} // namespace muniment
