package org.vitrine.search;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something that was found.
 *
 * @param company whose it is, for staff
 * @param fit how well it fits: 0 where it is called so, 1 where its number begins so, 2 where its
 *     words do, 3 where it has that somewhere
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record SearchHit(
    String kind,
    String key,
    JsonNode title,
    Optional<JsonNode> detail,
    Optional<String> company,
    String address,
    Instant at,
    @JsonIgnore int fit) {

  /** What fits best first; of what fits alike, the newest. */
  static final Comparator<SearchHit> BEST_FIRST =
      Comparator.comparingInt(SearchHit::fit)
          .thenComparing(SearchHit::at, Comparator.reverseOrder())
          .thenComparing(SearchHit::kind)
          .thenComparing(SearchHit::key);
}
