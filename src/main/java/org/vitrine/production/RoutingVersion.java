package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * A routing as it was from one moment on; it is superseded, never edited.
 *
 * @param version the first is 1
 * @param savedBy absent, as {@code savedAt} is, of what was there before this was kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoutingVersion(
    @JsonUnwrapped Routing routing, int version, String savedBy, Instant savedAt) {}
