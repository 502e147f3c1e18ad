#include "models/items/error_words.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ErrorSentence)
};

} // namespace

ErrorWords exportWords(const Error& error) {
    const QString file = isolated(plainText(error.get("file")));
    const auto cause = error.get("cause");
    if (cause == "full")
        return {Words::tr("The disk that holds %1 is full.").arg(file),
                Words::tr("The unfinished export was removed. Make room, or choose another disk."),
                {}};
    if (cause == "noFolder")
        return {Words::tr("There is no folder for %1.").arg(file),
                Words::tr("Nothing was exported. Make the folder, or choose another place."),
                {}};
    if (cause == "noRight")
        return {Words::tr("You have no right to write %1.").arg(file),
                Words::tr("Nothing was exported, and what stands there was not touched. Choose another place."),
                {}};
    if (cause == "readOnlyDisk")
        return {Words::tr("%1 lies on a disk that can only be read.").arg(file),
                Words::tr("Nothing was exported. Choose another place."),
                {}};
    if (cause == "folder")
        return {Words::tr("%1 is a folder.").arg(file),
                Words::tr("Nothing was exported. Give the export the name of a file."),
                {}};
    return {Words::tr("%1 could not be written: %2.").arg(file, plainText(error.detail)),
            Words::tr("The unfinished export was removed. Check the disk, or choose another place."),
            {}};
}

} // namespace muniment
