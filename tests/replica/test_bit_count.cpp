// Protects: bits are counted right, whatever instruction counts them.
#include "models/replica/index/bit_count.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <random>
#include <string>

using namespace muniment;

namespace {

std::size_t slowly(const std::string& bytes) {
    std::size_t count = 0;
    for (const char byte : bytes)
        for (unsigned rest = static_cast<unsigned char>(byte); rest != 0; rest /= 2)
            count += rest % 2;
    return count;
}

class TestBitCount : public QObject {
    Q_OBJECT

private slots:

    void asCountedOneByOne() {
        QCOMPARE(countBits({}), std::size_t(0));
        QCOMPARE(countBits(std::string(8'192, '\0')), std::size_t(0));
        QCOMPARE(countBits(std::string(8'192, '\xff')), std::size_t(65'536));
        std::mt19937 random(7);
        for (int round = 0; round < 50; ++round) {
            std::string bytes(8 * (1 + random() % 1'024), '\0');
            for (char& byte : bytes)
                byte = static_cast<char>(random());
            QCOMPARE(countBits(bytes), slowly(bytes));
        }
    }

    void wordsNeedNotBeAligned() {
        const std::string bytes = "x" + std::string(16, '\x03');
        QCOMPARE(countBits(std::string_view(bytes).substr(1)), std::size_t(32));
    }
};

MUNIMENT_TEST(bit_count, TestBitCount);

} // namespace

#include "test_bit_count.moc"
