package org.vitrine.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.vitrine.evidence.EvidencePlace.EvidenceBy;

/**
 * Evidence as it stands in a gallery.
 *
 * @param internal whether the house keeps it to itself; said to the house alone
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ShownEvidence(
    @JsonIgnore long version,
    EvidenceHash sha256,
    @JsonUnwrapped EvidenceLook look,
    @JsonUnwrapped EvidenceSpot spot,
    Instant at,
    @JsonUnwrapped EvidenceBy by,
    Optional<Boolean> internal) {

  /** What it is: photo, clip or paper; its size in pixels where it is a photo. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record EvidenceLook(String kind, Optional<Integer> width, Optional<Integer> height) {}

  /** What it is about. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record EvidenceSpot(int line, Optional<String> stage, Optional<String> requirement) {
    private EvidenceSpot withoutRequirement() {
      return new EvidenceSpot(line, stage, Optional.empty());
    }
  }

  /** The same for whoever is not told what is demanded. */
  ShownEvidence withoutRequirement() {
    return new ShownEvidence(version, sha256, look, spot.withoutRequirement(), at, by, internal);
  }

  /** By which a page tells it from all others of its order. */
  String key() {
    return version + "-" + sha256.text().substring(0, 16);
  }
}
