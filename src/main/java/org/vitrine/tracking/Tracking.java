package org.vitrine.tracking;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.buffer.Buffer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.vitrine.accounts.CompanyId;
import org.vitrine.orders.Bell;
import org.vitrine.orders.Event;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.json.Json;
import org.vitrine.production.Dossier;
import org.vitrine.production.Dossiers;

/** The door to what may be seen of orders. */
public final class Tracking {
  private static final long CACHED_BYTES = 64L << 20;

  private final Database database;
  private final Dossiers dossiers;
  private final ZoneId plantZone;
  private final TrackingRepository repository = new TrackingRepository();
  private final AsyncCache<PageKey, EncodedPage> pages =
      Caffeine.newBuilder()
          .maximumWeight(CACHED_BYTES)
          .weigher((PageKey key, EncodedPage page) -> page.body().length() + 200)
          .buildAsync();
  private final Map<OrderNumber, TrackingRepository.Address> addresses =
      Caffeine.newBuilder()
          .maximumSize(200_000)
          .<OrderNumber, TrackingRepository.Address>build()
          .asMap();

  private record PageKey(OrderId order, Audience audience) {}

  /** A status page as it is sent: encoded once, however many read it. */
  public record EncodedPage(long version, String etag, Buffer body) {}

  public Tracking(Database database, Dossiers dossiers, Bell bell, ZoneId plantZone) {
    this.database = database;
    this.dossiers = dossiers;
    this.plantZone = plantZone;
    bell.onRing(this::forget);
  }

  /** Makes what is kept of these orders read anew; of all, where none is named. */
  public void forget(Collection<OrderId> orders) {
    if (orders.isEmpty()) {
      pages.asMap().clear();
    }
    for (OrderId order : orders) {
      for (Audience audience : Audience.values()) {
        pages.asMap().remove(new PageKey(order, audience));
      }
    }
  }

  /**
   * The order of this number, if it is this company's; of any company where none is named. What
   * does not exist and what is somebody else's are the same {@link Rejection.NotFound}.
   */
  public OrderId require(OrderNumber number, Optional<CompanyId> company) {
    TrackingRepository.Address known = addresses.get(number);
    if (known == null) {
      known = repository.address(database, number, Optional.empty()).orElse(null);
      if (known != null) {
        addresses.put(number, known);
      }
    }
    if (known == null || company.isPresent() && !company.get().equals(known.company())) {
      throw new Rejection.NotFound("There is no order «" + number + "» here");
    }
    return known.order();
  }

  /** The page as it is sent; read from the database at most once per change, however many ask. */
  public EncodedPage page(OrderId order, Audience audience) {
    return pages
        .get(
            new PageKey(order, audience),
            (key, executor) ->
                CompletableFuture.supplyAsync(
                    () -> read(order, audience), Thread::startVirtualThread))
        .join();
  }

  /** The page if it is in memory and current: fit for an event loop. */
  public Optional<EncodedPage> pageInMemory(
      OrderNumber number, Optional<CompanyId> company, Audience audience) {
    TrackingRepository.Address address = addresses.get(number);
    if (address == null || company.isPresent() && !company.get().equals(address.company())) {
      return Optional.empty();
    }
    CompletableFuture<EncodedPage> page =
        pages.getIfPresent(new PageKey(address.order(), audience));
    return page != null && page.isDone() && !page.isCompletedExceptionally()
        ? Optional.of(page.join())
        : Optional.empty();
  }

  private EncodedPage read(OrderId order, Audience audience) {
    Dossier dossier =
        dossiers.read(List.of(order)).stream()
            .findFirst()
            .orElseThrow(() -> new Rejection.NotFound("There is no such order here"));
    View view = new View(Standing.of(dossier, plantZone));
    return new EncodedPage(
        view.version(),
        "\"" + view.version() + "-" + audience.name().toLowerCase(Locale.ROOT) + "\"",
        Buffer.buffer(Json.bytes(view.page(audience))));
  }

  /** Orders as the live path shows them, all of one snapshot. */
  public List<View> views(Collection<OrderId> orders) {
    return dossiers.read(orders).stream()
        .map(dossier -> new View(Standing.of(dossier, plantZone)))
        .toList();
  }

  /** The newest orders of a company, or of all: those in flight first. */
  public List<OrderId> newest(Optional<CompanyId> company, int limit) {
    return repository.newest(database, company, limit);
  }

  /** The newest orders that are in flight. */
  public List<OrderId> inFlight(int limit) {
    return repository.inFlight(database, limit);
  }

  /**
   * What a list is asked for; absent means any. {@code before} is the {@code next} of the page
   * before.
   */
  public record Filter(
      Optional<String> text,
      Optional<OrderState> state,
      Optional<String> stage,
      Optional<String> company,
      boolean late,
      Optional<Long> before,
      int limit) {}

  /** A page of a list. */
  public record Listing(List<OrderRow> orders, Optional<String> next) {}

  /** Searches this company's orders, or all, newest first. */
  public Listing search(Optional<CompanyId> company, Filter filter, LocalDate today) {
    TrackingRepository.Search search =
        new TrackingRepository.Search(
            company,
            filter.before(),
            filter.text(),
            filter.state(),
            filter.stage(),
            filter.company(),
            Optional.of(today).filter(day -> filter.late()),
            filter.limit() + 1);
    List<OrderId> found =
        company.isPresent()
            ? database.asCompany(
                company.get().value(), queries -> repository.search(queries, search))
            : repository.search(database, search);
    List<OrderId> shown = found.subList(0, Math.min(found.size(), filter.limit()));
    Audience audience = company.isPresent() ? Audience.CUSTOMER : Audience.STAFF;
    List<Dossier> read =
        company.isPresent() ? dossiers.readOwn(company.get(), shown) : dossiers.read(shown);
    List<OrderRow> rows =
        read.reversed().stream()
            .map(dossier -> OrderRow.of(Standing.of(dossier, plantZone), audience))
            .toList();
    return new Listing(
        rows,
        found.size() > filter.limit()
            ? Optional.of(String.valueOf(shown.getLast().value()))
            : Optional.empty());
  }

  /** The history of an order after a version, as an audience may read it. */
  HistoryEntry.Page history(OrderId order, Audience audience, long after, int limit) {
    List<Event> events = repository.events(database, order, after, limit + 1);
    List<Event> shown = events.subList(0, Math.min(events.size(), limit));
    return new HistoryEntry.Page(
        shown.stream().map(event -> HistoryEntry.of(event, audience)).toList(),
        events.size() > limit
            ? Optional.of(String.valueOf(shown.getLast().version()))
            : Optional.empty());
  }

  /** Orders whose filters lag behind what happened to them. */
  List<OrderId> behind(int limit) {
    return repository.behind(database, limit);
  }

  /** Brings what the filters go by up to date. */
  void refreshStandings(Collection<OrderId> orders) {
    List<Standing> standings =
        dossiers.read(orders).stream().map(dossier -> Standing.of(dossier, plantZone)).toList();
    if (!standings.isEmpty()) {
      repository.saveStandings(database, standings);
    }
  }
}
