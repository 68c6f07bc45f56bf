package org.vitrine.meetings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.meetings.AgendaItem.AgendaState;
import org.vitrine.meetings.Matter.MatterKind;

/**
 * What a company raised, and what came of it.
 *
 * @param answer what we did
 * @param dropped why it was not talked about
 * @param sources what of it the company said or met with
 * @param decisions what was decided about it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record SaidItem(
    long key,
    String title,
    JsonNode facts,
    AgendaState state,
    Optional<String> answer,
    Optional<String> dropped,
    List<SaidSource> sources,
    List<String> decisions,
    List<FollowedAction> actions) {

  /** One thing that it raised, as it stands now. */
  record SaidSource(MatterKind kind, String key, boolean open, Instant at, JsonNode facts) {}

  /** Whether nothing came of it yet. */
  boolean isOpen() {
    return answer.isEmpty() && dropped.isEmpty() && decisions.isEmpty() && actions.isEmpty();
  }
}
