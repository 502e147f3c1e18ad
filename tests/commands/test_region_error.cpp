// Protects: only what is known not to have been written, and cannot be now, may be kept to be sent later.
#include "models/commands/region_error.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

class TestRegionError : public QObject {
    Q_OBJECT
private slots:

    void onlyAnUnreachedRegionIsQueuedFor() {
        const RegionName region("eu-west-1");
        for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i) {
            const auto code = static_cast<ErrorCode>(i);
            const bool isExpected =
                code == ErrorCode::Unreachable || code == ErrorCode::RegionUnavailable || code == ErrorCode::Timeout;
            const Error error{code, {}, {}};
            QVERIFY2(mayBeQueued(nothingWritten(error, region)) == isExpected,
                     std::string(errorCodeName(code)).c_str());
            QVERIFY(!mayBeQueued(error)); // nobody says that nothing was written
            QVERIFY(!mayBeQueued(error.with("region", "eu-west-1").with("written", "yes")));
        }
    }
};

MUNIMENT_TEST(region_error, TestRegionError);
#include "test_region_error.moc"
