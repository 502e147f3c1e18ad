#include "ui/widgets/kept_layout.h"

#include <QSettings>

#include <algorithm>
#include <numeric>

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

qsizetype KeptSplitter::widest() const {
    return std::ranges::max_element(m_sizes) - m_sizes.begin();
}

void KeptSplitter::restore() {
    for (int pane = 0; pane < count(); ++pane)
        setStretchFactor(pane, pane == widest() ? 1 : 0);
    setSizes(m_sizes);
    restoreState(QSettings().value(layoutKey(m_name)).toByteArray());
}

void KeptSplitter::reset() {
    // The first sizes were meant for the window's first width.
    auto sizes = m_sizes;
    const int others = std::accumulate(sizes.begin(), sizes.end(), 0) - sizes[widest()];
    sizes[widest()] = std::max(1, width() - handleWidth() * (count() - 1) - others);
    setSizes(sizes);
}

} // namespace muniment
