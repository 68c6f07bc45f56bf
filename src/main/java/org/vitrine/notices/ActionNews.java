package org.vitrine.notices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.actions.ActionChange;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;

/** What became of actions, as news for the companies that raised the matter: an answer to them. */
final class ActionNews {
  static final Set<String> KINDS = ActionChange.kinds();

  private ActionNews() {}

  static List<News> of(List<Change> changes, Instant now) {
    return changes.stream()
        .filter(change -> KINDS.contains(change.kind()) && change.company().isPresent())
        .map(change -> news(change, now))
        .toList();
  }

  private static News news(Change change, Instant now) {
    return new News(
        News.nameOf(change),
        change.kind(),
        Optional.of(NoticeTopic.ANSWERS),
        Optional.empty(),
        change.company().orElseThrow(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        facts(ActionChange.of(change)),
        false,
        now);
  }

  private static ObjectNode facts(ActionChange told) {
    ObjectNode facts =
        Json.object()
            .put("action", told.number().value())
            .put("title", told.text())
            .put("by", told.by())
            .put("text", told.word());
    told.answers().ifPresent(label -> facts.put("answers", label));
    return facts;
  }
}
