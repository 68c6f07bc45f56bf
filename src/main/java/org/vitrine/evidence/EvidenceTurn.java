package org.vitrine.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/** That somebody of the house kept a piece of evidence to the house, or showed it again. */
record EvidenceTurn(@JsonIgnore EvidenceHash sha256, boolean internal, Instant at, String by) {}
