// A replica worth proving, bundles of it, and bundles that somebody has had hands on.
#pragma once

#include "models/integrity/bundle_writer.h"
#include "tests/integrity/bundle_zip.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"

#include <QTemporaryDir>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace muniment::test {

/// The same key for the same byte.
[[nodiscard]] SigningKey bundleKey(std::string_view label, std::uint8_t seed);

/// What a run of verify.sh said, and its exit.
struct ScriptRun {
    int exitCode = -1;
    std::string output; ///< both streams
};

class BundleFixture {
public:
    /// One region with tenants of thousands of events; of one in seven, personal fields are withheld.
    explicit BundleFixture(int events = 6'000, int tenants = 2, bool isRough = false);

    [[nodiscard]] Replica& replica() { return *m_replica; }

    /// More of the same log.
    void grow(int events);

    [[nodiscard]] const SigningKey& maker() const { return m_maker; }

    [[nodiscard]] std::vector<EventNumber> allEvents() const;
    /// Every `step`-th.
    [[nodiscard]] std::vector<EventNumber> someEvents(std::int64_t step) const;
    [[nodiscard]] BundleRequest request(std::vector<EventNumber> events) const;
    /// Where nothing is yet.
    [[nodiscard]] std::filesystem::path newPath();
    [[nodiscard]] std::filesystem::path write(const BundleRequest& request);

    /// The entries as they are, in a folder of their own, and their verify.sh, or `script`, run there by /bin/sh.
    [[nodiscard]] ScriptRun runScript(const std::vector<ZipItem>& items, const std::vector<std::string>& arguments = {},
                                      const std::string& script = {});

    /// What a maker who cheats can do: manifest and signature made anew for entries as they are now.
    static void sealAgain(std::vector<ZipItem>& items, const SigningKey& key);
    /// And a checkpoint of a tree that there never was, in the place of the first, which the maker had signed.
    void sealAnotherRoot(std::vector<ZipItem>& items) const;

private:
    ReplicaFixture m_files;
    QTemporaryDir m_folder;
    std::unique_ptr<Replica> m_replica;
    SigningKey m_maker;
    SampleLog m_log;
    std::int64_t m_events = 0;
    int m_paths = 0;
};

} // namespace muniment::test
