#include "tests/eventstore/contract.h"

#include "tests/eventstore/contract_values.h"

#include <QTest>

namespace muniment::test {

void StoreContract::initTestCase() {
    m_bench->prepare();
}

void StoreContract::init() {
    m_bench->empty();
}

void StoreContract::addAcme(EventStore& store) {
    VERIFY_OK(store.append(newTenant(home(), "acme", "Acme")));
}

} // namespace muniment::test
