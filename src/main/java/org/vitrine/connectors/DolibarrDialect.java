package org.vitrine.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Dolibarr's REST API: {@code GET /api/index.php/RESOURCE} with a filter in its own syntax. Where
 * nothing fits it says 404. Moments are seconds since 1970, in filters times of its server.
 */
record DolibarrDialect(SourceSettings settings) implements Dialect {
  private static final String ID = "t.rowid";
  private static final String CHANGED = "t.tms";
  private static final Pattern DAY_FIELD = Pattern.compile("date(_.*)?|.*_date|tms");
  private static final long FIRST_MOMENT = 10_000_000;

  @Override
  public SourceQuestion first(SourceWindow window) {
    Optional<String> since =
        window
            .since()
            .map(
                moment ->
                    "(%s:>=:'%s')"
                        .formatted(
                            CHANGED, SourceTimes.local(moment, settings.shape().zoneOrUtc())));
    return asking(Stream.of(own(), since, window.behind().map(DolibarrDialect::behind)));
  }

  private Optional<String> own() {
    return Optional.ofNullable(settings.filter());
  }

  private static String behind(String id) {
    return "(%s:>:%d)".formatted(ID, Long.valueOf(id));
  }

  private SourceQuestion asking(Stream<Optional<String>> filters) {
    String all = filters.flatMap(Optional::stream).collect(Collectors.joining(" and "));
    return SourceQuestion.get(
        new AddressText(settings.address(), "api/index.php/" + settings.resource())
            .asking("sortfield", ID)
            .asking("sortorder", "ASC")
            .asking("limit", settings.paging().sizeOrUsual())
            .asking("page", 0)
            .asking("sqlfilters", all.isEmpty() ? null : all)
            .toString());
  }

  @Override
  public SourcePage read(SourceQuestion asked, SourceReply reply) {
    if (reply.status() == 404) {
      return nothing(reply);
    }
    List<SourceRecord> records =
        JsonRows.list(reply.json(), settings.shape().items()).stream()
            .map(one -> SourceRecord.of(dated(one), settings.shape()))
            .toList();
    boolean isFull = records.size() >= settings.paging().sizeOrUsual();
    return new SourcePage(
        records, isFull ? Optional.of(next(asked, records.getLast())) : Optional.empty());
  }

  /** “No order found” is an answer; an address that leads nowhere is not. */
  private static SourcePage nothing(SourceReply reply) {
    String why = reply.json().path("error").path("message").asText("");
    if (!why.matches("(?s).*No .* found.*")) {
      throw SourceFault.unreadable("There is no such resource: " + why);
    }
    return SourcePage.last(List.of());
  }

  private SourceQuestion next(SourceQuestion asked, SourceRecord last) {
    String filters =
        AskedFor.value(asked.url(), "sqlfilters")
            .replaceFirst("( and )?\\(t\\.rowid:>:\\d+\\)$", "");
    return AskedFor.with(
        asked, "sqlfilters", (filters.isEmpty() ? "" : filters + " and ") + behind(last.id()));
  }

  @Override
  public boolean goesOnBehindIds() {
    return true;
  }

  @Override
  public Optional<SourceQuestion> lookUp(List<String> ids) {
    String any =
        "(%s:in:%s)"
            .formatted(
                ID,
                ids.stream()
                    .map(id -> String.valueOf(Long.parseLong(id)))
                    .collect(Collectors.joining(",")));
    return Optional.of(asking(Stream.of(own(), Optional.of(any))));
  }

  /** Seconds as ISO 8601 writes a moment, so that mappings read days from them. */
  private JsonNode dated(JsonNode record) {
    ObjectNode dated = ((ObjectNode) record).deepCopy();
    record
        .properties()
        .forEach(
            field -> {
              String text = JsonRows.text(field.getValue());
              if (DAY_FIELD.matcher(field.getKey()).matches() && text.matches("\\d{8,11}")) {
                long seconds = Long.parseLong(text);
                if (seconds >= FIRST_MOMENT) {
                  dated.put(
                      field.getKey(),
                      Instant.ofEpochSecond(seconds)
                          .atZone(settings.shape().zoneOrUtc())
                          .toOffsetDateTime()
                          .toString());
                }
              }
            });
    return dated;
  }
}
