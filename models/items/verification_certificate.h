// A page or two that say what was verified, for people who are handed a file and not a program.
#pragma once

#include "models/items/clock_zone.h"
#include "models/items/integrity_queries.h"

#include <filesystem>
#include <memory>

class QTextDocument;

namespace muniment {

/// `picture` as the page shows it; with a record. Any thread, which then owns the document.
[[nodiscard]] std::unique_ptr<QTextDocument> certificateDocument(const IntegrityPicture& picture,
                                                                 const ClockZone& zone);
/// The document as a PDF of A4 pages; whole or not at all. FileError.
[[nodiscard]] Result<void> writeCertificate(const IntegrityPicture& picture, const ClockZone& zone,
                                            const std::filesystem::path& path);

/// Written on a query thread of the workspace.
struct CertificateRequest {
    std::shared_ptr<const IntegrityPicture> picture;
    ClockZone zone;
    std::filesystem::path path;
};

using AskCertificate = Ask<CertificateRequest, std::filesystem::path>;
[[nodiscard]] AskCertificate askCertificate(Workspace& workspace);

} // namespace muniment
