package org.vitrine.notices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;
import org.vitrine.voices.VoiceChange;

/** What was said in messages, as news for those whom the change names. */
final class MessageNews {
  /** Work that waits for somebody of the house; the rest is what customers and staff say. */
  private static final Set<String> WORK =
      Set.of(VoiceChange.ASSIGNED, VoiceChange.CLIMBED, VoiceChange.REMINDED);

  static final Set<String> KINDS = VoiceChange.kinds();

  private MessageNews() {}

  static List<News> of(List<Change> changes, Instant now) {
    return changes.stream()
        .filter(change -> KINDS.contains(change.kind()) && change.company().isPresent())
        .map(change -> news(change, now))
        .toList();
  }

  private static News news(Change change, Instant now) {
    boolean work = WORK.contains(change.kind());
    VoiceChange said = VoiceChange.of(change);
    return new News(
        News.nameOf(change),
        change.kind(),
        Optional.of(NoticeTopic.ANSWERS).filter(topic -> !work),
        Optional.of(NoticeTopic.MESSAGES),
        change.company().get(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.of(said.people()),
        facts(said),
        work,
        now);
  }

  /** No more than is named here: what else a change says is for whoever works on it. */
  private static ObjectNode facts(VoiceChange said) {
    ObjectNode facts =
        Json.object()
            .put("message", said.number().value())
            .put("title", said.title())
            .put("about", said.kind().code())
            .put("by", said.by().name());
    said.order().ifPresent(order -> facts.put("order", order.value()));
    said.piece().ifPresent(serial -> facts.put("piece", serial));
    said.text().ifPresent(text -> facts.put("text", text));
    said.percent().ifPresent(percent -> facts.put("percent", percent));
    said.due().ifPresent(due -> facts.put("due", due.toString()));
    return facts;
  }
}
