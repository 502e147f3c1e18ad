// Filters that were applied before, on this machine, newest first.
#pragma once

#include <QString>
#include <QStringList>

namespace muniment {

/// Kept in the settings, so that it outlives the window. One walker at a time goes through it with older() and newer().
class FilterHistory {
public:
    static constexpr int kMost = 50;

    /// `key` names the setting.
    explicit FilterHistory(const char* key);

    [[nodiscard]] const QStringList& texts() const { return m_texts; }

    /// Puts it first; the walk begins anew. Empty text is not kept.
    void add(const QString& text);
    /// One step back; `typed` is what newer() comes back to at last. What is returned stays when there is no older one.
    [[nodiscard]] QString older(const QString& typed);
    [[nodiscard]] QString newer(const QString& typed);

private:
    QString m_key;
    QStringList m_texts;
    QString m_typed;
    int m_place = -1; ///< −1: at what was typed
};

} // namespace muniment
