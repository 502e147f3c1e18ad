#include "models/items/error_words.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ErrorSentence)
};

QString versions(const Error& error) {
    const QString found = plainText(error.get("found"));
    const QString known = plainText(error.get("known"));
    return found.isEmpty() ? QString() : Words::tr("It has version %1; this program knows %2.").arg(found, known);
}

} // namespace

ErrorWords fileWords(const Error& error) {
    const QString detail = plainText(error.detail);
    QString file = plainText(error.get("file"));
    if (file.isEmpty())
        file = Words::tr("the workspace file");
    switch (error.code) {
    case ErrorCode::FileMissing:
        return {Words::tr("There is no file %1.").arg(file), Words::tr("Check the path, or make a new workspace."), {}};
    case ErrorCode::FileExists:
        return {Words::tr("The file %1 exists already.").arg(file),
                Words::tr("It was not touched. Choose another name."),
                {}};
    case ErrorCode::NotAWorkspace:
        return {Words::tr("The file %1 is not a Muniment workspace.").arg(file),
                Words::tr("It was not changed. Choose a workspace file."),
                {}};
    case ErrorCode::FileCorrupt:
        return {Words::tr("The file %1 is damaged or cut short.").arg(file),
                Words::tr("It was not changed. Everything in it comes from the regions: keep a copy for the records, "
                          "make a new workspace with the same endpoints, and it fills itself again."),
                {}};
    case ErrorCode::FileTooNew:
        return {Words::tr("The file %1 was written by a newer version of Muniment.").arg(file),
                (versions(error) + QLatin1Char(' ') + Words::tr("It was not changed. Update this program.")).trimmed(),
                {}};
    case ErrorCode::FileInUse: {
        const QString pid = plainText(error.get("pid"));
        return {pid.isEmpty() ? Words::tr("Another program has the file %1 open for writing.").arg(file)
                              : Words::tr("Process %2 has the file %1 open for writing.").arg(file, pid),
                Words::tr("Close it there, or open the file read-only."),
                {}};
    }
    case ErrorCode::FileReadOnly:
        if (!error.get("found").empty())
            return {Words::tr("The file %1 was written by an earlier version of Muniment.").arg(file),
                    (versions(error) + QLatin1Char(' ') +
                     Words::tr("Open it once where it may be written: it keeps all it has, and takes in what is new."))
                        .trimmed(),
                    {}};
        return {Words::tr("The file %1 cannot be written.").arg(file),
                Words::tr("It can be read. To sync, give yourself the right to write the file and its folder."),
                {}};
    case ErrorCode::DiskFull:
        return {Words::tr("The disk that holds %1 is full.").arg(file),
                Words::tr("Nothing is lost: reading goes on, and syncing resumes by itself when there is space."),
                {}};
    default: // FileError
        return {detail.isEmpty() ? Words::tr("The file %1 could not be read or written.").arg(file)
                                 : Words::tr("The file %1 could not be read or written: %2.").arg(file, detail),
                Words::tr("Check the disk and the rights of the folder."),
                {}};
    }
}

} // namespace muniment
