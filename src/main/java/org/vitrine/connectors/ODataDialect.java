package org.vitrine.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.platform.json.Json;

/**
 * SAP's OData services. The server decides how long a page is and says where the next one is
 * ({@code __next}, {@code @odata.nextLink}); both are followed as they stand, since what is in them
 * is the server's own. A time without a zone is asked for as Edm.DateTime where the connector says
 * in which zone they are, and as Edm.DateTimeOffset where it does not.
 */
record ODataDialect(SourceSettings settings, ODataVersion version) implements Dialect {
  /** As version 2 writes a moment: milliseconds, and minutes from UTC that say nothing more. */
  private static final Pattern MOMENT = Pattern.compile("/Date\\((-?\\d{1,15})([+-]\\d{1,4})?\\)/");

  @Override
  public SourceQuestion first(SourceWindow window) {
    Optional<String> since = window.since().map(this::since);
    Optional<String> behind =
        window.behind().map(id -> "%s gt %s".formatted(settings.shape().id(), quoted(id)));
    return asking(
        Stream.of(own(), since, behind)
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" and ")));
  }

  private Optional<String> own() {
    return Optional.ofNullable(settings.filter()).map("(%s)"::formatted);
  }

  private String since(Instant moment) {
    String field = settings.shape().changed();
    if (version == ODataVersion.V4) {
      return "%s ge %s".formatted(field, SourceTimes.utc(moment));
    }
    return settings.shape().hasZone()
        ? "%s ge datetime'%s'"
            .formatted(
                field, SourceTimes.local(moment, settings.shape().zoneOrUtc()).replace(' ', 'T'))
        : "%s ge datetimeoffset'%s'".formatted(field, SourceTimes.utc(moment));
  }

  private SourceQuestion asking(String filter) {
    RecordShape shape = settings.shape();
    AddressText address =
        new AddressText(settings.address(), settings.resource())
            .asking("$format", "json")
            .asking("$filter", filter.isEmpty() ? null : filter)
            .asking("$orderby", shape.id())
            .asking("$expand", shape.lines())
            .asking("$select", select());
    SourceQuestion question = SourceQuestion.get(address.toString());
    return version == ODataVersion.V4
        ? question.with("Prefer", "odata.maxpagesize=" + settings.paging().sizeOrUsual())
        : question;
  }

  /** Version 4 chooses fields of what is expanded elsewhere, so of those all are read. */
  private String select() {
    if (settings.fields().isEmpty()) {
      return null;
    }
    RecordShape shape = settings.shape();
    boolean isOld = version == ODataVersion.V2;
    return Stream.concat(
            Stream.of(shape.id(), shape.changed(), isOld ? shape.lines() : null),
            settings.fields().stream()
                .map(field -> field.replace('.', '/'))
                .filter(field -> isOld || !field.contains("/")))
        .filter(field -> field != null)
        .distinct()
        .collect(Collectors.joining(","));
  }

  @Override
  public SourcePage read(SourceQuestion asked, SourceReply reply) {
    JsonNode answer = reply.json();
    JsonNode within = version == ODataVersion.V2 ? answer.path("d") : answer;
    JsonNode list = within.isArray() ? within : within.path(version.items());
    List<SourceRecord> records =
        JsonRows.list(list, null).stream()
            .map(one -> SourceRecord.of(plain(one), settings.shape()))
            .toList();
    String next = within.path(version.next()).asText("");
    return new SourcePage(
        records, next.isEmpty() ? Optional.empty() : Optional.of(asked.following(next)));
  }

  @Override
  public boolean tellsChanges() {
    return settings.shape().changed() != null;
  }

  @Override
  public Optional<SourceQuestion> lookUp(List<String> ids) {
    String any =
        ids.stream()
            .map(id -> "%s eq %s".formatted(settings.shape().id(), quoted(id)))
            .collect(Collectors.joining(" or ", "(", ")"));
    return Optional.of(
        asking(Stream.concat(own().stream(), Stream.of(any)).collect(Collectors.joining(" and "))));
  }

  private static String quoted(String id) {
    return "'" + id.replace("'", "''") + "'";
  }

  /** Without what only OData needs, moments as ISO 8601 writes them, expanded lists as lists. */
  private JsonNode plain(JsonNode node) {
    if (node.isArray()) {
      ArrayNode plain = Json.object().putArray("list");
      node.forEach(entry -> plain.add(plain(entry)));
      return plain;
    }
    if (!node.isObject()) {
      return moment(node);
    }
    if (version == ODataVersion.V2 && node.path("results").isArray()) {
      return plain(node.path("results"));
    }
    ObjectNode plain = Json.object();
    node.properties().stream()
        .filter(
            field -> !field.getKey().equals("__metadata") && !field.getKey().contains("@odata."))
        .filter(field -> !field.getValue().has("__deferred"))
        .forEach(field -> plain.set(field.getKey(), plain(field.getValue())));
    return plain;
  }

  private static JsonNode moment(JsonNode value) {
    Matcher found = MOMENT.matcher(value.asText(""));
    if (!value.isTextual() || !found.matches()) {
      return value;
    }
    Instant moment = Instant.ofEpochMilli(Long.parseLong(found.group(1)));
    boolean isDay = found.group(2) == null && moment.equals(moment.truncatedTo(ChronoUnit.DAYS));
    return TextNode.valueOf(
        isDay ? LocalDate.ofInstant(moment, ZoneOffset.UTC).toString() : moment.toString());
  }
}
