package org.vitrine.connectors;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads records of one system page by page, each record whole. */
final class SourceReader {
  private static final Set<Integer> NOTHING_THERE = Set.of(Asker.NOT_FOUND);
  private static final Set<Integer> SAME = Set.of(Asker.NOT_MODIFIED);
  private static final int LOOKED_UP_AT_ONCE = 50;
  private static final int MOST_PAGES = 100_000;

  /** A time of the second in which it was asked says nothing of what is written later in it. */
  private static final Duration SURE_AFTER = Duration.ofSeconds(2);

  private final SourceSettings settings;
  private final Dialect dialect;
  private final Asker asker;

  SourceReader(SourceSettings settings, Asker asker) {
    this.settings = settings;
    this.dialect = settings.dialect();
    this.asker = asker;
  }

  /** Takes the records of a page; false to read no further. */
  @FunctionalInterface
  interface PageTaker {
    boolean take(List<SourceRecord> records, SourceReply reply);
  }

  /** What came of reading: whether all of it was read, and what the source calls it. */
  record PassedPages(boolean isWhole, Optional<String> etag) {}

  Dialect dialect() {
    return dialect;
  }

  Asker asker() {
    return asker;
  }

  /** A few, of the first page. */
  List<SourceRecord> sample(int atMost) {
    SourceQuestion first = dialect.first(SourceWindow.WHOLE);
    List<SourceRecord> page = dialect.read(first, asker.ask(first, fine())).records();
    return completed(page.subList(0, Math.min(atMost, page.size())));
  }

  PassedPages read(SourceWindow window, PageTaker taker) {
    return read(dialect.first(window), Set.of(), taker);
  }

  /**
   * Reads all of it; nothing where the source says that it is still the same.
   *
   * @param etag what the source called it when it was read before
   */
  Optional<PassedPages> readChanged(Optional<String> etag, PageTaker taker) {
    SourceQuestion first = dialect.first(SourceWindow.WHOLE);
    SourceQuestion asked =
        etag.map(tag -> first.with(tag.contains("\"") ? "If-None-Match" : "If-Modified-Since", tag))
            .orElse(first);
    PassedPages reading = read(asked, SAME, taker);
    return Optional.of(reading).filter(PassedPages::isWhole);
  }

  private PassedPages read(SourceQuestion first, Set<Integer> alsoFine, PageTaker taker) {
    Optional<SourceQuestion> next = Optional.of(first);
    Optional<String> etag = Optional.empty();
    for (int page = 0; next.isPresent(); page++) {
      SourceReply reply = asker.ask(next.get(), page == 0 ? both(alsoFine) : fine());
      if (reply.status() == Asker.NOT_MODIFIED) {
        return new PassedPages(false, Optional.empty());
      }
      SourcePage read = dialect.read(next.get(), reply);
      etag = page == 0 && read.next().isEmpty() ? etag(reply) : Optional.empty();
      next = read.next().map(SourceReader::unconditional);
      if (!taker.take(completed(read.records()), reply) && next.isPresent()) {
        return new PassedPages(false, Optional.empty());
      }
      if (page >= MOST_PAGES) {
        throw SourceFault.unreadable("There are more than 100,000 pages, or they go in a circle");
      }
    }
    return new PassedPages(true, etag);
  }

  private Set<Integer> fine() {
    return settings.kind() == SourceKind.DOLIBARR ? NOTHING_THERE : Set.of();
  }

  private Set<Integer> both(Set<Integer> more) {
    return more.isEmpty() ? fine() : more;
  }

  private static SourceQuestion unconditional(SourceQuestion question) {
    Map<String, String> headers = new LinkedHashMap<>(question.headers());
    headers.remove("If-None-Match");
    headers.remove("If-Modified-Since");
    return new SourceQuestion(
        question.method(), question.url(), Map.copyOf(headers), question.body());
  }

  private Optional<String> etag(SourceReply reply) {
    return reply
        .header("etag")
        .filter(tag -> tag.contains("\""))
        .or(() -> reply.header("last-modified").filter(time -> isSure(time, reply)));
  }

  private boolean isSure(String lastModified, SourceReply reply) {
    try {
      return Asker.httpDate(lastModified).plus(SURE_AFTER).isBefore(asker.clockOf(reply));
    } catch (DateTimeException broken) {
      return false;
    }
  }

  private List<SourceRecord> completed(List<SourceRecord> records) {
    List<SourceRecord> whole = new ArrayList<>();
    for (int from = 0; from < records.size(); from += dialect.detailsAtOnce()) {
      List<SourceRecord> some =
          records.subList(from, Math.min(from + dialect.detailsAtOnce(), records.size()));
      whole.addAll(
          dialect
              .details(some)
              .map(question -> dialect.completed(some, asker.ask(question, NOTHING_THERE)))
              .orElse(some));
    }
    return whole;
  }

  /** Those of these that are still there; nothing where the source cannot be asked that. */
  Optional<List<SourceRecord>> lookUp(List<String> ids) {
    List<SourceRecord> found = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += LOOKED_UP_AT_ONCE) {
      Optional<SourceQuestion> question =
          dialect.lookUp(ids.subList(from, Math.min(from + LOOKED_UP_AT_ONCE, ids.size())));
      if (question.isEmpty()) {
        return Optional.empty();
      }
      read(
          question.get(),
          Set.of(),
          (records, reply) -> {
            found.addAll(records);
            return true;
          });
    }
    return Optional.of(found);
  }
}
