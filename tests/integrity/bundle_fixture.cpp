#include "tests/integrity/bundle_fixture.h"

#include "models/base/hex.h"
#include "models/integrity/bundle_format.h"
#include "models/integrity/bundle_trees.h"
#include "models/integrity/checkpoint.h"
#include "models/merkle/leaf.h"

#include <QDir>
#include <QProcess>

#include <fstream>

namespace muniment::test {

namespace {

const RegionName kRegion("eu-west-1");
constexpr Instant kMadeAt{1'800'000'000'000'000};

} // namespace

SigningKey bundleKey(std::string_view label, std::uint8_t seed) {
    std::array<std::uint8_t, 32> bytes{};
    bytes.fill(seed);
    return std::move(SigningKey::fromPrivateBytes(label, PrivateBytes(bytes)).value());
}

BundleFixture::BundleFixture(int events, int tenants, bool isRough)
    : m_files({kRegion.text()}),
      m_replica(m_files.create()),
      m_maker(bundleKey("maker", 1)),
      m_log({.region = kRegion, .tenants = tenants, .isRough = isRough}) {
    grow(events);
}

void BundleFixture::grow(int events) {
    auto log = m_log.take(events);
    LeafHasher hasher;
    for (std::size_t i = 0; i < log.size(); i += 7)
        withholdPersons(hasher, log[i]);
    applyAll(*m_replica, kRegion, log, 1'000);
    m_events += events;
}

std::vector<EventNumber> BundleFixture::allEvents() const {
    return someEvents(1);
}

std::vector<EventNumber> BundleFixture::someEvents(std::int64_t step) const {
    const auto snapshot = MUST(m_replica->snapshot());
    const std::int64_t run = MUST(snapshot->runs()).front().run;
    std::vector<EventNumber> events;
    for (std::int64_t ordinal = 1; ordinal <= m_events; ordinal += step)
        events.push_back(EventNumber::of(run, ordinal));
    return events;
}

BundleRequest BundleFixture::request(std::vector<EventNumber> events) const {
    BundleRequest request;
    request.events = std::move(events);
    request.tool = "Muniment test";
    request.madeAt = kMadeAt;
    request.madeBy = "Ann <auditor>";
    request.workspace = "sample";
    request.filterWords = "all events";
    request.filterText = "type:*";
    return request;
}

std::filesystem::path BundleFixture::newPath() {
    return m_folder.filePath(QStringLiteral("bundle-%1.zip").arg(++m_paths)).toStdString();
}

std::filesystem::path BundleFixture::write(const BundleRequest& request) {
    const auto path = newPath();
    const auto snapshot = MUST(m_replica->snapshot());
    (void)MUST(writeBundle(*snapshot, request, m_maker, path, {}, {}));
    return path;
}

ScriptRun BundleFixture::runScript(const std::vector<ZipItem>& items, const std::vector<std::string>& arguments,
                                   const std::string& script) {
    const QTemporaryDir folder;
    for (const ZipItem& item : items)
        std::ofstream(folder.filePath(QString::fromStdString(item.name)).toStdString(), std::ios::binary) << item.bytes;
    const QTemporaryDir elsewhere;
    const QString own = elsewhere.filePath(QStringLiteral("verify.sh"));
    if (!script.empty())
        std::ofstream(own.toStdString(), std::ios::binary) << script;
    QProcess shell;
    shell.setWorkingDirectory(folder.path());
    shell.setProcessChannelMode(QProcess::MergedChannels);
    QStringList all{script.empty() ? QStringLiteral("verify.sh") : own};
    for (const std::string& argument : arguments)
        all << QString::fromStdString(argument);
    shell.start(QStringLiteral("/bin/sh"), all);
    if (!shell.waitForFinished(300'000))
        qFatal("verify.sh does not end");
    return {shell.exitStatus() == QProcess::NormalExit ? shell.exitCode() : -1,
            shell.readAllStandardOutput().toStdString()};
}

void BundleFixture::sealAgain(std::vector<ZipItem>& items, const SigningKey& key) {
    const Sha256 sha;
    std::string& manifest = bytesOf(items, bundle::kManifest);
    std::uint64_t entries = 0;
    for (const ZipItem& item : items) {
        const auto line = manifest.find("    {\"name\":\"" + item.name + "\"");
        if (line == std::string::npos)
            continue;
        ++entries;
        const auto end = manifest.find('}', line);
        manifest.replace(line, end - line,
                         "    {\"name\":\"" + item.name + "\",\"sha256\":\"" +
                             toHex(muniment::bytesOf(sha.of(item.bytes))) +
                             "\",\"size\":" + std::to_string(item.bytes.size()));
    }
    const auto begin = manifest.find("\"id\": \"") + 7;
    const Checkpoint checkpoint{std::string(bundle::kOriginPrefix) + manifest.substr(begin, 36), entries,
                                sha.of(manifest)};
    bytesOf(items, bundle::kManifestNote) =
        MUST(writeNote(MUST(key.cosign({MUST(printCheckpoint(checkpoint)), {}}, kMadeAt))));
}

void BundleFixture::sealAnotherRoot(std::vector<ZipItem>& items) const {
    auto trees = MUST(parseBundleTrees(bytesOf(items, bundle::kTrees)));
    TreeHead& head = trees.front().head;
    std::string& notes = bytesOf(items, bundle::kCheckpoints);
    head.root[5] = static_cast<std::uint8_t>(head.root[5] ^ 1U);
    const Checkpoint checkpoint{originOf(trees.front()), head.size, head.root};
    const auto note = MUST(writeNote(MUST(m_maker.cosign({MUST(printCheckpoint(checkpoint)), {}}, kMadeAt))));
    const auto end = notes.find("\n\n", notes.find("\n\n") + 2);
    notes.replace(0, end + 1, note);
    bytesOf(items, bundle::kTrees) = printBundleTrees(trees);
    sealAgain(items, m_maker);
}

} // namespace muniment::test
