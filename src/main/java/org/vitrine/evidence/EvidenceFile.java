package org.vitrine.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * What there is to know of a piece of evidence before its content is loaded.
 *
 * @param width in pixels, upright; absent where it is no photo
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record EvidenceFile(
    EvidenceHash sha256,
    String kind,
    String media,
    long bytes,
    Optional<Integer> width,
    Optional<Integer> height) {}
