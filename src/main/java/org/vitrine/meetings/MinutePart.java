package org.vitrine.meetings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** The minutes of a meeting on its page, each line by its key, with its place among the others. */
final class MinutePart implements MeetingPart {
  private final LineRepository repository = new LineRepository();
  private final CompanyNameRepository names = new CompanyNameRepository();

  @Override
  public void addTo(Queries queries, MeetingAudience audience, Map<Meeting, ObjectNode> pages) {
    Map<MeetingNumber, ObjectNode> lines =
        pages.entrySet().stream()
            .collect(
                Collectors.toMap(
                    one -> one.getKey().number(), one -> one.getValue().putObject("lines")));
    for (WrittenLine line : repository.shown(queries, audience, lines.keySet())) {
      lines.get(line.meeting()).set(String.valueOf(line.id()), shown(line));
    }
    if (audience.seesAll()) {
      addCompanies(queries, lines.keySet(), lines.values());
    }
  }

  private static ObjectNode shown(WrittenLine line) {
    ObjectNode shown =
        Json.object()
            .put("kind", line.kind().code())
            .put("text", line.text())
            .put("author", line.author())
            .put("version", line.version())
            .put("place", line.sequence())
            .put("at", line.writtenAt().toString());
    line.item().ifPresent(item -> shown.put("item", String.valueOf(item)));
    line.hold()
        .ifPresent(
            hold ->
                shown
                    .putObject("held")
                    .put("name", hold.name())
                    .put("until", hold.until().toString()));
    line.deed()
        .ifPresent(
            deed ->
                shown
                    .putObject("action")
                    .put("number", deed.number())
                    .put("owner", deed.owner())
                    .put("due", deed.due().toString()));
    return shown;
  }

  /** Whose people said what, for the house alone. */
  private void addCompanies(
      Queries queries, Set<MeetingNumber> meetings, Collection<ObjectNode> lines) {
    Map<Long, CompanyId> said = repository.saidBy(queries, meetings);
    Map<Long, String> called = names.of(queries, Set.copyOf(said.values()));
    said.forEach(
        (line, company) ->
            lines.stream()
                .map(some -> (ObjectNode) some.get(String.valueOf(line)))
                .filter(found -> found != null)
                .forEach(found -> found.put("company", called.get(company.value()))));
  }
}
