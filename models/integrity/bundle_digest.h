// SHA-256 over bytes that come in pieces.
#pragma once

#include "models/merkle/hash.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace muniment {

class RunningDigest {
public:
    void add(std::string_view bytes) {
        m_hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
        m_size += bytes.size();
    }

    void reset() {
        m_hash.reset();
        m_size = 0;
    }

    [[nodiscard]] std::uint64_t size() const { return m_size; }

    [[nodiscard]] Hash value() const {
        const QByteArray bytes = m_hash.result();
        Hash hash{};
        std::copy_n(bytes.begin(), hash.size(), hash.begin());
        return hash;
    }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    std::uint64_t m_size = 0;
};

} // namespace muniment
