#include "models/replica/replica.h"

#include "models/replica/file_snapshot.h"
#include "models/replica/file_writer.h"
#include "models/replica/index/index_rebuild.h"
#include "models/replica/index/word_setting.h"
#include "models/replica/migrations.h"
#include "models/replica/policy_notes.h"
#include "models/replica/reader_pool.h"
#include "models/replica/replica_file.h"
#include "models/replica/trees/tree_layout.h"
#include "models/replica/writer_lock.h"

namespace muniment {

/// Members end in reverse order: the writer's connection closes before the lock is given up.
class Replica::Impl {
public:
    std::filesystem::path file;
    ReplicaAccess access = ReplicaAccess::ReadOnly;
    std::optional<WriterLock> lock;
    std::unique_ptr<FileWriter> writer;
    std::shared_ptr<ReaderPool> pool;
};

Replica::Replica(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

Replica::~Replica() {
    m_impl->pool.reset();
    if (m_impl->writer)
        (void)m_impl->writer->checkpoint(); // what fails here is done at the next open
}

Result<std::unique_ptr<Replica>> Replica::create(const std::filesystem::path& file, const ReplicaSettings& settings) {
    auto made = createReplicaFile(file, [&](sqlite3* db) {
        writeRegions(db, settings.regions);
        writeOperatorName(db, settings.operatorName);
        writeWordIndex(db, settings.indexesWords);
        if (settings.policy)
            writePolicyNotes(db, {*settings.policy});
    });
    if (!made)
        return tl::unexpected(made.error());
    return open(file, ReplicaAccess::ReadWrite);
}

Result<std::unique_ptr<Replica>> Replica::open(const std::filesystem::path& file, ReplicaAccess access) {
    auto impl = std::make_unique<Impl>();
    impl->file = file;
    impl->access = access;
    if (auto header = checkHeader(file); !header)
        return tl::unexpected(header.error());
    if (access == ReplicaAccess::ReadWrite) {
        auto lock = WriterLock::acquire(file);
        if (!lock)
            return tl::unexpected(lock.error());
        impl->lock = std::move(*lock);
        auto database = openWriter(file, replicaMigrations());
        if (!database)
            return tl::unexpected(database.error());
        impl->writer = std::make_unique<FileWriter>(std::move(*database));
    }
    impl->pool = std::make_shared<ReaderPool>(file);
    std::unique_ptr<Replica> replica(new Replica(std::move(impl)));
    // A first snapshot shows that reading works; a writer's file has been checked already.
    auto snapshot = replica->snapshot();
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    if (access == ReplicaAccess::ReadOnly) {
        auto checked = sqlite::guarded([&] { checkStructure((*snapshot)->database().getHandle(), file); });
        if (!checked)
            return tl::unexpected(checked.error().with("file", file.string()));
    }
    return replica;
}

Result<void> Replica::replace(std::unique_ptr<Replica> old, std::unique_ptr<Replica> by) {
    const std::filesystem::path file = old->file();
    const std::filesystem::path successor = by->file();
    const auto lock = std::move(old->m_impl->lock);
    const auto successorLock = std::move(by->m_impl->lock);
    by.reset();
    old.reset();
    // Without a WAL each is one file; and SQLite takes a file out of that mode only when nobody else has it open.
    for (const auto& each : {successor, file})
        if (auto settled = leaveWal(each); !settled)
            return settled;
    return replaceFile(file, successor);
}

const std::filesystem::path& Replica::file() const {
    return m_impl->file;
}

ReplicaAccess Replica::access() const {
    return m_impl->access;
}

Result<std::unique_ptr<Snapshot>> Replica::snapshot() {
    auto connection = m_impl->pool->borrow();
    if (!connection)
        return tl::unexpected(connection.error());
    return std::make_unique<FileSnapshot>(m_impl->pool, std::move(*connection));
}

ReplicaWriter* Replica::writer() {
    return m_impl->writer.get();
}

const std::vector<std::string>& readModelNames() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const ReadModelDescription& model : readModels())
            all.push_back(model.name);
        all.push_back(kIndexName);
        all.push_back(kTreesName);
        return all;
    }();
    return names;
}

} // namespace muniment
