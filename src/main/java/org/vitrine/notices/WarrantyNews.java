package org.vitrine.notices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;
import org.vitrine.warranty.CourtesyOffer;

/** What is offered to owners of pieces, as news for the company that has them. */
final class WarrantyNews {
  static final Set<String> KINDS = Set.of(CourtesyOffer.KIND);

  private WarrantyNews() {}

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
        Optional.of(NoticeTopic.WARRANTY),
        Optional.empty(),
        change.company().orElseThrow(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        facts(CourtesyOffer.of(change)),
        false,
        now);
  }

  private static ObjectNode facts(CourtesyOffer offer) {
    ObjectNode facts =
        Json.object().put("serial", offer.serial()).put("until", offer.until().toString());
    facts.set("product", Json.tree(offer.product()));
    return facts;
  }
}
