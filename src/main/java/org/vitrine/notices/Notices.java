package org.vitrine.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vitrine.access.Caller;
import org.vitrine.companies.CompanyId;
import org.vitrine.notices.AgreedRhythm.AgreedBeat;
import org.vitrine.notices.DelayNews.SettledNews;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderRemoved;
import org.vitrine.platform.Paging;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * The door to what people are told. Each change is told to each person once, whatever node dies: in
 * the transaction in which it is heard, and under a key of person and change.
 */
public final class Notices {
  /** The kind of the change that somebody's notices are others than before; its key is theirs. */
  public static final String KIND = "notice";

  private static final Duration KEPT_FOR = Duration.ofDays(90);

  /** An import is taken back within an hour. */
  private static final Duration UNSAID_WITHIN = Duration.ofDays(1);

  private static final int KEPT_AT_MOST = 1_000;

  private final Database database;
  private final Changes changes;
  private final Clock clock;
  private final NoticeRepository repository = new NoticeRepository();
  private final ToldDateRepository dates = new ToldDateRepository();
  private final RiskWatchRepository risks = new RiskWatchRepository();
  private volatile AgreedRhythm agreed = AgreedRhythm.NOTHING;

  public Notices(Database database, Changes changes, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.clock = clock;
  }

  /** Somebody's notices, newest first. */
  record NoticeList(List<Notice> notices, long unread, Optional<String> next) {}

  /** What of one's own is read over this, for pages that stay open. */
  Notices over(Database other) {
    return new Notices(other, changes, clock);
  }

  void hear(Queries transaction, List<Change> heard) {
    Instant now = clock.instant();
    List<News> news = new ArrayList<>(OrderNews.of(transaction, heard, now));
    news.addAll(MessageNews.of(heard, now));
    news.addAll(ActionNews.of(heard, now));
    news.addAll(WarrantyNews.of(heard, now));
    news.addAll(DelayNews.of(heard, now));
    news.addAll(GaugeNews.of(heard, now));
    tell(transaction, news);
    risks.watch(transaction, RiskWatch.risksIn(heard));
    risks.watchDates(transaction, RiskWatch.datesIn(heard), now);
    settle(transaction, DelayNews.settled(heard));
    unsay(transaction, OrderRemoved.among(heard), now);
  }

  /** What was answered waits for nobody, and goes out in no mail. */
  private void settle(Queries transaction, List<SettledNews> settled) {
    if (!settled.isEmpty()) {
      moved(transaction, repository.settle(transaction, settled));
    }
  }

  /** Of an order that was placed by mistake nothing was to be told, nor is it mailed any longer. */
  private void unsay(Queries transaction, Set<OrderId> removed, Instant now) {
    if (!removed.isEmpty()) {
      moved(transaction, repository.unsay(transaction, removed, now.minus(UNSAID_WITHIN)));
    }
  }

  /** What was agreed with companies counts before what is usual. */
  public void agreedBy(AgreedRhythm rhythm) {
    agreed = rhythm;
  }

  /** Tells whoever it concerns, as they chose. */
  void tell(Queries transaction, List<News> news) {
    if (!news.isEmpty()) {
      moved(
          transaction,
          repository.tell(transaction, news, Rhythm.USUAL, beats(transaction), clock.instant()));
    }
  }

  private List<AgreedBeat> beats(Queries transaction) {
    return agreed.at(transaction, clock.instant());
  }

  private void moved(Queries transaction, Collection<Long> people) {
    changes.record(
        transaction,
        people.stream()
            .map(person -> new Change(KIND, String.valueOf(person), 0, Optional.empty()))
            .toList());
  }

  NoticeList list(Caller.SignedIn person, Optional<CompanyId> company, Paging paging) {
    return onBehalfOf(
        company,
        queries -> {
          Paging.ListPart<Notice> part =
              paging.part(
                  repository.list(
                      queries, person.id(), company, paging.afterNumber(), paging.looked()),
                  Notice::number);
          long unread =
              repository
                  .unread(queries, List.of(person.id()), company)
                  .getOrDefault(person.id(), 0L);
          return new NoticeList(part.shown(), unread, part.next());
        });
  }

  /** The newest of each of these people, who all work for this company, or for the house. */
  Map<Long, List<Notice>> newest(Collection<Long> people, Optional<CompanyId> company, int limit) {
    return onBehalfOf(company, queries -> repository.newest(queries, people, company, limit));
  }

  Map<Long, Long> unread(Collection<Long> people, Optional<CompanyId> company) {
    return onBehalfOf(company, queries -> repository.unread(queries, people, company));
  }

  private <T> T onBehalfOf(Optional<CompanyId> company, Function<Queries, T> work) {
    return database.onBehalfOf(company.map(CompanyId::value), work);
  }

  /**
   * Somebody has read their notices up to this one. That pages move is said afterwards, by the
   * house: behind the second wall nothing can be told to others.
   */
  void read(Caller.SignedIn person, Optional<CompanyId> company, long upTo) {
    Instant now = clock.instant();
    int read =
        company.isPresent()
            ? database.inTransactionOnBehalfOf(
                company.get().value(),
                queries -> repository.read(queries, person.id(), company, upTo, now))
            : database.inTransaction(
                queries -> repository.read(queries, person.id(), company, upTo, now));
    if (read > 0) {
      database.inTransaction(
          transaction -> {
            moved(transaction, List.of(person.id()));
            return null;
          });
    }
  }

  /**
   * Counts as read what somebody was told before the newest few, of whichever company; returns how
   * much of it was unread.
   */
  public int readBeyond(Caller.SignedIn person, int kept) {
    return database.inTransaction(
        transaction -> {
          int read = repository.readBeyond(transaction, person.id(), kept, clock.instant());
          if (read > 0) {
            moved(transaction, List.of(person.id()));
          }
          return read;
        });
  }

  /** What these people, as far as they are contacts of companies, were told of dates since. */
  public List<ToldDate> datesTold(Queries queries, Collection<Long> people, Instant since) {
    return dates.since(queries, people, since);
  }

  public void addSweeps(Sweeps sweeps) {
    sweeps.add(
        "notices",
        () -> repository.forget(database, clock.instant().minus(KEPT_FOR), KEPT_AT_MOST));
  }
}
