// Asks which courier bundle goes into which file, and who has made it.
#pragma once

#include "models/integrity/verifier_key.h"
#include "ui/forms/form_dialog.h"

#include <filesystem>
#include <vector>

namespace muniment {

class PathField;

struct CourierWish {
    std::filesystem::path bundle;
    std::filesystem::path file;       ///< new, or one that couriers have filled
    std::vector<VerifierKey> trusted; ///< who has just been vouched for
};

class CourierDialog : public FormDialog {
    Q_OBJECT
public:
    /// Filled in with `wish`, as far as it says anything.
    CourierDialog(const CourierWish& wish, QWidget* parent);

    [[nodiscard]] PathField* bundleField() const { return m_bundle; }

    [[nodiscard]] PathField* fileField() const { return m_file; }

signals:
    /// Everything that can be known without reading is right.
    void wished(const muniment::CourierWish& wish);

private:
    void takeSubmitted();

    PathField* m_bundle;
    PathField* m_file;
};

} // namespace muniment
