#include "ui/integrity/code_picture.h"

#include <QPainter>
#include <qrencode.h>

#include <memory>
#include <zbar.h>

namespace muniment {

namespace {

constexpr int kQuietZone = 4; ///< squares

unsigned long fourcc(const char (&name)[5]) {
    unsigned long code = 0;
    for (int i = 3; i >= 0; --i)
        code = code << 8 | static_cast<unsigned char>(name[i]);
    return code;
}

} // namespace

QImage codePicture(const QString& text, int side) {
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        QRcode_encodeData(static_cast<int>(bytes.size()), reinterpret_cast<const unsigned char*>(bytes.constData()), 0,
                          QR_ECLEVEL_M),
        &QRcode_free);
    if (!code)
        return {};
    const int squares = code->width + 2 * kQuietZone;
    const int scale = std::max(1, (side + squares - 1) / squares);
    QImage picture(squares * scale, squares * scale, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if ((code->data[y * code->width + x] & 1) != 0)
                painter.fillRect((x + kQuietZone) * scale, (y + kQuietZone) * scale, scale, scale, Qt::black);
    return picture;
}

QStringList codesIn(const QImage& picture) {
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    QByteArray pixels; // without the padding at the ends of lines
    for (int y = 0; y < grey.height(); ++y)
        pixels.append(reinterpret_cast<const char*>(grey.constScanLine(y)), grey.width());
    using Scanner = std::unique_ptr<zbar::zbar_image_scanner_t, void (*)(zbar::zbar_image_scanner_t*)>;
    using Image = std::unique_ptr<zbar::zbar_image_t, void (*)(zbar::zbar_image_t*)>;
    const Scanner scanner(zbar::zbar_image_scanner_create(), &zbar::zbar_image_scanner_destroy);
    const Image image(zbar::zbar_image_create(), &zbar::zbar_image_destroy);
    zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
    zbar::zbar_image_set_format(image.get(), fourcc("Y800"));
    zbar::zbar_image_set_size(image.get(), static_cast<unsigned>(grey.width()), static_cast<unsigned>(grey.height()));
    zbar::zbar_image_set_data(image.get(), pixels.constData(), static_cast<unsigned long>(pixels.size()), nullptr);
    QStringList texts;
    if (grey.isNull() || zbar::zbar_scan_image(scanner.get(), image.get()) <= 0)
        return texts;
    for (const auto* symbol = zbar::zbar_image_first_symbol(image.get()); symbol != nullptr;
         symbol = zbar::zbar_symbol_next(symbol))
        texts << QString::fromUtf8(zbar::zbar_symbol_get_data(symbol),
                                   static_cast<qsizetype>(zbar::zbar_symbol_get_data_length(symbol)));
    return texts;
}

} // namespace muniment
