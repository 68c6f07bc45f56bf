package org.vitrine.meetings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.meetings.AgendaRepository.ItemSource;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * The agenda of a meeting on its page: what the audience may see, each item with the sources of its
 * own. Items are kept by their keys, so that a patch stays small; their order stands beside them.
 */
final class AgendaPart implements MeetingPart {
  private static final int SOURCES_SHOWN = 20;

  private final AgendaRepository repository = new AgendaRepository();
  private final AgendaEditRepository edits = new AgendaEditRepository();
  private final CompanyNameRepository names = new CompanyNameRepository();

  @Override
  public void addTo(Queries queries, MeetingAudience audience, Map<Meeting, ObjectNode> pages) {
    Map<MeetingNumber, ObjectNode> byNumber =
        pages.entrySet().stream()
            .collect(Collectors.toMap(one -> one.getKey().number(), Map.Entry::getValue));
    byNumber.values().forEach(page -> page.putObject("items"));
    byNumber.values().forEach(page -> page.putArray("agenda"));
    Map<Long, ObjectNode> items = new LinkedHashMap<>();
    for (AgendaItem item : repository.shown(queries, audience, byNumber.keySet())) {
      ObjectNode page = byNumber.get(item.meeting());
      ObjectNode shown = shown(item);
      items.put(item.id(), shown);
      ((ObjectNode) page.get("items")).set(key(item.id()), shown);
      ((ArrayNode) page.get("agenda")).add(key(item.id()));
    }
    if (audience instanceof MeetingAudience.ForScreen) {
      return;
    }
    addSources(queries, audience, byNumber.keySet(), items);
    audience
        .company()
        .ifPresent(
            company ->
                repository.voted(queries, company, byNumber.keySet()).stream()
                    .map(items::get)
                    .filter(Objects::nonNull)
                    .forEach(item -> item.put("voted", true)));
    audience.company().ifPresent(company -> addLeft(queries, company, byNumber));
  }

  /** How many proposals a company can still make. */
  private void addLeft(
      Queries queries, CompanyId company, Map<MeetingNumber, ObjectNode> byNumber) {
    byNumber.forEach(
        (number, page) ->
            page.put(
                "proposalsLeft",
                AgendaDesk.left(
                    edits.proposed(queries, company, number),
                    edits.proposedByAll(queries, number))));
  }

  private static String key(long item) {
    return String.valueOf(item);
  }

  private static ObjectNode shown(AgendaItem item) {
    ObjectNode shown =
        Json.object()
            .put("title", item.title())
            .put("minutes", item.minutes())
            .put("state", Json.tree(item.state()).asText())
            .put("opened", item.opened())
            .put("votes", item.figures().votes());
    if (!item.facts().isEmpty()) {
      shown.set("facts", item.facts());
    }
    if (item.figures().times() > 0) {
      shown
          .putObject("figures")
          .put("companies", item.figures().companies())
          .put("severity", item.figures().severity())
          .put("times", item.figures().times())
          .put("score", item.figures().score());
    }
    item.fate().carriedFrom().ifPresent(from -> shown.put("carried", true));
    item.fate().mergedInto().ifPresent(into -> shown.put("mergedInto", key(into)));
    item.fate().dropReason().ifPresent(reason -> shown.put("dropped", reason));
    item.fate().answer().ifPresent(answer -> shown.put("answer", answer));
    return shown;
  }

  private void addSources(
      Queries queries,
      MeetingAudience audience,
      Collection<MeetingNumber> meetings,
      Map<Long, ObjectNode> items) {
    List<ItemSource> sources =
        repository.sources(queries, audience.company(), meetings).stream()
            .filter(source -> items.containsKey(source.item()))
            .toList();
    Map<Long, String> companies =
        audience.seesAll()
            ? names.of(
                queries,
                sources.stream().flatMap(one -> one.company().stream()).collect(Collectors.toSet()))
            : Map.of();
    Set<Long> own = new HashSet<>();
    for (ItemSource source : sources) {
      ObjectNode item = items.get(source.item());
      if (!audience.seesAll()) {
        own.add(source.item());
      }
      ArrayNode list = item.withArray("sources");
      if (list.size() < SOURCES_SHOWN) {
        ObjectNode shown =
            list.addObject()
                .put("kind", Json.tree(source.kind()).asText())
                .put("key", source.key())
                .put("open", source.open())
                .put("at", source.happenedAt().toString());
        shown.set("facts", source.facts());
        source
            .company()
            .map(company -> companies.get(company.value()))
            .ifPresent(name -> shown.put("company", name));
      }
    }
    own.forEach(item -> items.get(item).put("own", true));
  }
}
