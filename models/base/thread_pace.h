// Threads that let others go first.
#pragma once

namespace muniment {

/// From now on the calling thread, and those it starts, run where threads of ordinary weight leave them room: a window
/// answers its user while the file is written. Whoever computes alone is not slowed down. Cannot be taken back; where
/// the system refuses, nothing changes.
void giveWay();

} // namespace muniment
