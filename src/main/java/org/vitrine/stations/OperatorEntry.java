package org.vitrine.stations;

import java.time.Instant;

/** Somebody who reports at stations, as the house sees them; the PIN is theirs. */
record OperatorEntry(long id, String name, String badge, Instant madeAt) {}
