package org.vitrine.tracking;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.OrderRemoved;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.BatchLoader;
import org.vitrine.platform.Paging;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.QueryFailed;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.web.CachedReply;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.production.OrderState;
import org.vitrine.production.OrderSummary;

/** The door to what may be seen of orders. */
public final class Tracking {
  private static final Logger LOG = LoggerFactory.getLogger(Tracking.class);

  private final Database database;
  private final OrderSnapshots snapshots;
  private final ZoneId plantZone;
  private final Supplier<String> epoch;
  private final TrackingRepository repository = new TrackingRepository();
  private final EncodedPages pages;
  private final OrderConcerns concerns;
  private final AtomicReference<AgreedViews> views;
  private final LoadingCache<Optional<CompanyId>, BatchLoader<OrderNumber, OrderId>> numbers =
      Caffeine.newBuilder()
          .weakValues()
          .build(company -> new BatchLoader<>(wanted -> find(wanted, company)));

  /**
   * @param epoch names the history that the database tells, and the edition that shows it
   */
  public Tracking(
      Database database,
      OrderSnapshots snapshots,
      Changes changes,
      ZoneId plantZone,
      Supplier<String> epoch) {
    this(
        database,
        snapshots,
        plantZone,
        epoch,
        new EncodedPages(),
        new OrderConcerns(changes),
        new AtomicReference<>(AgreedViews.ALL));
    changes.onChange(this::forgetChanged);
    changes.onForget(this::forgetAll);
  }

  private Tracking(
      Database database,
      OrderSnapshots snapshots,
      ZoneId plantZone,
      Supplier<String> epoch,
      EncodedPages pages,
      OrderConcerns concerns,
      AtomicReference<AgreedViews> views) {
    this.views = views;
    this.database = database;
    this.snapshots = snapshots;
    this.plantZone = plantZone;
    this.epoch = epoch;
    this.pages = pages;
    this.concerns = concerns;
  }

  private void forgetChanged(Collection<Change> changes) {
    pages.forget(OrderVersion.newest(changes).keySet());
    pages.forgetRemoved(OrderRemoved.among(changes));
  }

  /** The same, asked over other connections. */
  public Tracking over(Database other) {
    return new Tracking(other, snapshots.over(other), plantZone, epoch, pages, concerns, views);
  }

  /**
   * The order of this number, if it is this company's; of any company where none is named. What
   * does not exist and what is somebody else's are the same {@link Rejection.NotFound}.
   */
  public OrderId require(OrderNumber number, Optional<CompanyId> company) {
    return pages.order(
        number, company, () -> numbers.get(company).load(number).orElseThrow(Tracking::notHere));
  }

  /** The same; nothing where there is none, or it is somebody else's. */
  public Optional<OrderId> find(OrderNumber number, Optional<CompanyId> company) {
    return Optional.ofNullable(find(Set.of(number), company).get(number));
  }

  private Map<OrderNumber, OrderId> find(Set<OrderNumber> wanted, Optional<CompanyId> company) {
    return database.onBehalfOf(
        company.map(CompanyId::value), queries -> repository.find(queries, wanted, company));
  }

  /** The same, if it is known without asking the database: fit for an event loop. */
  public Optional<OrderId> known(OrderNumber number, Optional<CompanyId> company) {
    return pages.knownOrder(number, company);
  }

  private static Rejection notHere() {
    return new Rejection.NotFound("There is no such order");
  }

  /** The page as it is sent; read from the database at most once per change, however many ask. */
  CachedReply page(OrderId order, Audience audience, Optional<CompanyId> company) {
    return pages.page(order, audience, edition(audience), () -> read(order, audience, company));
  }

  /** The page if it is in memory and current: fit for an event loop. */
  Optional<CachedReply> pageInMemory(
      OrderNumber number, Audience audience, Optional<CompanyId> company) {
    return pages.inMemory(number, audience, edition(audience), company);
  }

  private OrderView view(OrderSnapshot snapshot) {
    return new OrderView(OrderSummary.of(snapshot, plantZone), views());
  }

  private OrderRow row(OrderSummary summary, Audience audience) {
    return OrderRow.of(summary, audience, OrderView.shown(summary, audience, views()));
  }

  /** What was agreed on what companies see counts from then on. */
  public void agreedBy(AgreedViews agreed) {
    views.set(agreed);
  }

  /** What a company was agreed to see of its orders. */
  public ShownPart shownTo(Company company) {
    return views().of(company);
  }

  private AgreedViews views() {
    return views.get();
  }

  /** The house sees all, whatever was agreed. */
  private String edition(Audience audience) {
    return audience instanceof Audience.Staff ? "" : views().edition();
  }

  private CachedReply read(OrderId order, Audience audience, Optional<CompanyId> company) {
    String read = epoch.get(); // Before the page: a tag may be too old, never too new.
    OrderSnapshot snapshot =
        snapshots.read(company, List.of(order)).stream().findFirst().orElseThrow(Tracking::notHere);
    OrderView view = view(snapshot);
    return new CachedReply(
        "%d-%s-%s%s".formatted(view.version(), audience.code(), read, edition(audience)),
        "application/json",
        Json.bytes(view.page(audience)));
  }

  /** Orders as the live path shows them, each at this version or a later one. */
  public List<OrderView> views(Map<OrderId, Long> versions) {
    return summaries(versions.keySet(), some -> snapshots.atLeast(wanted(versions, some))).stream()
        .map(summary -> new OrderView(summary, views()))
        .toList();
  }

  /**
   * An order as the live path shows it, if it lies in memory at this version or a later one. One
   * that cannot be shown is not there either: whoever reads it then says why.
   */
  public Optional<OrderView> viewInMemory(OrderId order, long version) {
    try {
      return snapshots.inMemory(order, version).map(this::view);
    } catch (RuntimeException fault) {
      return Optional.empty();
    }
  }

  /** How many orders were read for the live path. */
  public long ordersRead() {
    return snapshots.ordersRead();
  }

  /** Nothing that lies in memory can be relied on any longer. */
  public void forgetAll() {
    snapshots.forgetAll();
    pages.forgetAll();
  }

  /** The newest orders of a company, or of all: those in flight first. */
  public List<OrderId> newest(Optional<CompanyId> company, int limit) {
    return database.onBehalfOf(
        company.map(CompanyId::value), queries -> repository.newest(queries, company, limit));
  }

  /** The newest orders that are in flight. */
  public List<OrderId> inFlight(int limit) {
    return repository.inFlight(database, limit);
  }

  /**
   * What a list is asked for; absent means any. Its parts are asked for by an order's number, since
   * our own ids would tell how many orders others placed.
   */
  public record Filter(
      Optional<String> text,
      Optional<OrderState> state,
      Optional<String> stage,
      Optional<String> company,
      boolean late,
      Paging paging) {}

  /** A page of a list. */
  public record Listing(List<OrderRow> orders, Optional<String> next) {}

  /** Searches this company's orders, or all, newest first. */
  public Listing search(Optional<CompanyId> company, Filter filter, Instant now) {
    TrackingRepository.OrderSearch search =
        new TrackingRepository.OrderSearch(
            company,
            filter.paging().after().map(number -> listed(number, company).value()),
            filter.text(),
            filter.state(),
            filter.stage(),
            filter.company(),
            Optional.of(now).filter(moment -> filter.late()),
            filter.paging().looked());
    List<OrderId> found =
        database.onBehalfOf(
            company.map(CompanyId::value), queries -> repository.search(queries, search));
    List<OrderId> shown = filter.paging().part(found, OrderId::value).shown();
    Audience audience = company.isPresent() ? Audience.CUSTOMER : Audience.STAFF;
    List<OrderSnapshot> read = snapshots.read(company, shown);
    List<OrderRow> rows =
        read.reversed().stream()
            .map(snapshot -> row(OrderSummary.of(snapshot, plantZone), audience))
            .toList();
    return new Listing(
        rows,
        found.size() > shown.size()
            ? Optional.of(read.getFirst().order().number().value())
            : Optional.empty());
  }

  private OrderId listed(String number, Optional<CompanyId> company) {
    try {
      return require(new OrderNumber(number), company);
    } catch (Rejection.NotFound | Rejection.Invalid none) {
      throw new Rejection.Invalid("after", none.getMessage());
    }
  }

  /** The history of an order after a version, as an audience may read it. */
  HistoryEntry.HistoryPage history(
      OrderId order, Audience audience, Optional<CompanyId> company, Paging paging) {
    long after = paging.afterNumber().orElse(0L);
    Paging.ListPart<TrackingRepository.SentEvent> part =
        paging.part(
            database.onBehalfOf(
                company.map(CompanyId::value),
                queries -> repository.events(queries, company, order, after, paging.looked())),
            entry -> entry.event().version());
    OrderSnapshot snapshot =
        snapshots.read(company, List.of(order)).stream().findFirst().orElseThrow(Tracking::notHere);
    OrderSummary summary = OrderSummary.of(snapshot, plantZone);
    HeardBy heard = new HeardBy(summary, audience, OrderView.shown(summary, audience, views()));
    return new HistoryEntry.HistoryPage(HistoryEntry.of(part.shown(), heard), part.next());
  }

  /** The numbers of these orders, as far as they are this company's. */
  List<String> numbers(Optional<CompanyId> company, Collection<OrderId> orders) {
    return database.onBehalfOf(
        company.map(CompanyId::value), queries -> repository.numbers(queries, company, orders));
  }

  /** Orders after this one, by their keys, whose filters lag behind what happened to them. */
  List<OrderId> behind(OrderId after, int limit) {
    return repository.behind(database, after, limit, plantZone);
  }

  /** Brings what the filters go by up to date. */
  void refreshSummaries(Collection<OrderId> orders) {
    List<OrderSummary> standings = summaries(orders, snapshots::newest);
    if (!standings.isEmpty()) {
      database.inTransaction(
          transaction ->
              concerns.save(
                  transaction,
                  standings,
                  repository.saveSummaries(transaction, standings, plantZone)));
    }
  }

  /** What of orders in flight wants looking after, for staff. */
  public OrderConcerns concerns() {
    return concerns;
  }

  /**
   * One order that cannot be read must not hold up the others: it is left out, and the log says so.
   */
  private List<OrderSummary> summaries(
      Collection<OrderId> orders, Function<Collection<OrderId>, List<OrderSnapshot>> read) {
    try {
      return read.apply(orders).stream()
          .map(snapshot -> OrderSummary.of(snapshot, plantZone))
          .toList();
    } catch (Rejection.Unavailable | QueryFailed database) {
      throw database;
    } catch (RuntimeException fault) {
      if (orders.size() == 1) {
        LOG.error("Cannot show order {}", orders.iterator().next().value(), fault);
        return List.of();
      }
      return orders.stream().flatMap(order -> summaries(List.of(order), read).stream()).toList();
    }
  }

  private static Map<OrderId, Long> wanted(
      Map<OrderId, Long> versions, Collection<OrderId> orders) {
    return orders.stream().collect(Collectors.toMap(order -> order, versions::get));
  }
}
