#include "ui/widgets/kept_layout.h"

#include <QSettings>

namespace muniment {

namespace {

constexpr const char* kGroup = "layout";
constexpr int kVersion = 3;

} // namespace

QString layoutKey(const char* name) {
    return QStringLiteral("%1/%2/%3").arg(QLatin1String(kGroup)).arg(kVersion).arg(QLatin1String(name));
}

void forgetLayouts() {
    QSettings().remove(QLatin1String(kGroup));
}

KeptSplitter::KeptSplitter(const char* name, QList<int> sizes, QWidget* parent)
    : QSplitter(Qt::Horizontal, parent),
      m_name(name),
      m_sizes(std::move(sizes)) {
    setHandleWidth(12);
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, [this] { QSettings().setValue(layoutKey(m_name), saveState()); });
}

void KeptSplitter::restore() {
    setStretchFactor(0, 1);
    setSizes(m_sizes);
    restoreState(QSettings().value(layoutKey(m_name)).toByteArray());
}

void KeptSplitter::reset() {
    // The first sizes were meant for the window's first width; the first pane takes what is more or less now.
    auto sizes = m_sizes;
    sizes.front() = std::max(1, width() - handleWidth() - sizes.back());
    setSizes(sizes);
}

} // namespace muniment
