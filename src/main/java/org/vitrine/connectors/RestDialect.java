package org.vitrine.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Any source that answers in JSON, as its settings describe it. */
record RestDialect(SourceSettings settings) implements Dialect {
  /** The one that matters of a header {@code Link} (RFC 8288). */
  private static final Pattern NEXT_LINK =
      Pattern.compile("<([^>]*)>\\s*(?:;[^,]*)?;\\s*rel=\"?next\"?", Pattern.CASE_INSENSITIVE);

  @Override
  public SourceQuestion first(SourceWindow window) {
    PagingStyle paging = settings.paging();
    String filter =
        settings.filter() == null ? "" : '?' + settings.filter().replaceFirst("^\\?", "");
    AddressText address =
        new AddressText(new AddressText(settings.address(), settings.resource()) + filter, null)
            .asking(
                paging.sizeParameter(),
                paging.sizeParameter() == null ? null : paging.sizeOrUsual())
            .asking(paging.since(), window.since().map(SourceTimes::utc).orElse(null));
    switch (paging.byOrNone()) {
      case PAGE -> address.asking(paging.parameter(), firstPage());
      case OFFSET -> address.asking(paging.parameter(), 0);
      case NONE, NEXT, LINK -> {
        // The first page has no name.
      }
    }
    return SourceQuestion.get(address.toString());
  }

  private int firstPage() {
    return settings.paging().first() == null ? 1 : settings.paging().first();
  }

  @Override
  public SourcePage read(SourceQuestion asked, SourceReply reply) {
    JsonNode answer = reply.json();
    List<SourceRecord> records =
        JsonRows.list(answer, settings.shape().items()).stream()
            .map(one -> SourceRecord.of(one, settings.shape()))
            .toList();
    return new SourcePage(records, next(asked, reply, answer, records.size()));
  }

  private Optional<SourceQuestion> next(
      SourceQuestion asked, SourceReply reply, JsonNode answer, int records) {
    PagingStyle paging = settings.paging();
    return switch (paging.byOrNone()) {
      case NONE -> Optional.empty();
      case PAGE -> records == 0 ? Optional.empty() : Optional.of(further(asked, 1));
      case OFFSET -> records == 0 ? Optional.empty() : Optional.of(further(asked, records));
      case NEXT -> named(asked, JsonRows.text(JsonRows.at(answer, paging.next())));
      case LINK -> reply.header("link").flatMap(header -> linked(asked, header));
    };
  }

  /** Until a page is empty: a short one says nothing, since sources have limits of their own. */
  private SourceQuestion further(SourceQuestion asked, int by) {
    String parameter = settings.paging().parameter();
    Map<String, String> all = AskedFor.in(asked.url());
    return AskedFor.with(asked, parameter, Integer.parseInt(all.get(parameter)) + by);
  }

  private Optional<SourceQuestion> named(SourceQuestion asked, String next) {
    if (next.isEmpty()) {
      return Optional.empty();
    }
    boolean isAddress = next.startsWith("/") || next.startsWith("http") || next.startsWith("?");
    return Optional.of(
        isAddress || settings.paging().parameter() == null
            ? asked.following(next)
            : AskedFor.with(asked, settings.paging().parameter(), next));
  }

  private static Optional<SourceQuestion> linked(SourceQuestion asked, String header) {
    Matcher found = NEXT_LINK.matcher(header);
    return found.find() ? Optional.of(asked.following(found.group(1))) : Optional.empty();
  }

  @Override
  public boolean tellsChanges() {
    return settings.paging().since() != null;
  }
}
