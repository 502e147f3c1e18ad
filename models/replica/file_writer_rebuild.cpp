// The slices in which read models, index and trees of a file are made anew.
#include "models/replica/file_writer.h"
#include "models/replica/index/index_rebuild.h"
#include "models/replica/read_model_rebuild.h"
#include "models/replica/trees/tree_rebuild.h"

namespace muniment {

namespace {

constexpr std::int64_t kRebuildSlice = 20'000; ///< events

} // namespace

Result<ReplicaWriter::RebuildProgress> FileWriter::rebuildSlice(const std::string& readModel) {
    if (readModel == kIndexName)
        return rebuildIndexSlice();
    if (readModel == kTreesName)
        return rebuildTreesSlice();
    const ReadModelDescription* description = findReadModel(readModel);
    if (!description)
        return failure(ErrorCode::InvalidInput, "no such read model", {{"field", "readModel"}, {"value", readModel}});
    return transacted([&] {
        auto rebuild =
            m_rebuilds.try_emplace(readModel, m_db, std::make_unique<ReadModelRebuild>(m_db, *description)).first;
        const RebuildProgress progress = rebuild->second.advance(kRebuildSlice);
        if (progress.isFinished) {
            m_rebuilds.erase(rebuild);
            m_memory.reset(); // what it remembers of the old table's rows may not be what the new one holds
        }
        return progress;
    });
}

Result<ReplicaWriter::RebuildProgress> FileWriter::rebuildIndexSlice() {
    return transacted([&] {
        Rebuild rebuild(m_db, std::make_unique<IndexRebuild>(m_db, memory().dictionaries, memory().addresses));
        const RebuildProgress progress = rebuild.advance(kRebuildSlice);
        memory().dictionaries.age();
        if (progress.isFinished)
            m_memory.reset(); // it knows the open chunk of the old tables
        return progress;
    });
}

Result<ReplicaWriter::RebuildProgress> FileWriter::rebuildTreesSlice() {
    return transacted([&] {
        const RebuildProgress progress = Rebuild(m_db, std::make_unique<TreeRebuild>(m_db)).advance(kRebuildSlice);
        if (progress.isFinished)
            m_memory.reset(); // it knows the trees of the old tables
        return progress;
    });
}

} // namespace muniment
