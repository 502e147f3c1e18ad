// One-line texts as pictures of themselves, kept so that a page that scrolls paints only what is new on it: to lay out
// text and to blend its glyphs is nearly all that a cell costs.
#pragma once

#include <QCache>
#include <QColor>
#include <QFont>
#include <QPixmap>
#include <QString>

class QPainter;

namespace muniment {

/// How a text that is too long is cut.
enum class Fit {
    Right,  ///< elidedText(): the end goes
    Middle, ///< texts that differ at their ends
    Dotted, ///< fittingDottedText()
};

/// A text and all that its picture depends on.
struct PaintedText {
    QString text;
    QFont font;
    QColor colour;
    QColor surface; ///< what it stands on, which has been painted already
    int width = 0;  ///< to fit into
    Fit fit = Fit::Right;

    bool operator==(const PaintedText&) const = default;
};

/// Used in the GUI thread. Keeps the pictures used last, up to 32 MB of them.
class PaintedTexts {
public:
    /// Into `place`, aligned; names in scripts from right to left keep their direction.
    void paint(QPainter& painter, const PaintedText& text, const QRect& place, Qt::Alignment alignment);

private:
    struct Key {
        PaintedText text;
        int scale = 1; ///< device pixels per pixel

        bool operator==(const Key&) const = default;

        friend size_t qHash(const Key& key, size_t seed) noexcept {
            return qHashMulti(seed, key.text.text, key.text.width, key.text.colour.rgba(), key.text.surface.rgba());
        }
    };

    [[nodiscard]] QPixmap pictureOf(const PaintedText& text, int scale);

    QCache<Key, QPixmap> m_pictures{32 << 10}; ///< costs are KB
};

} // namespace muniment
