package org.vitrine.intake;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.vitrine.access.Guards;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Media;
import org.vitrine.platform.web.Routes;
import org.vitrine.platform.web.UploadedFile;
import org.vitrine.production.Routing;
import org.vitrine.production.Routings;

/**
 * Files over HTTP: CSV or a workbook as the body, what it is for in the address. A file that lies
 * in memory as a table takes much of it, so few are read at a time.
 */
final class ImportRoutes implements Routes {
  private static final long LARGEST_BODY = 10_000_000;
  private static final int AT_A_TIME = 2;
  private static final Duration COME_BACK = Duration.ofSeconds(5);
  private static final Media TABLES =
      Media.text("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final Intake intake;
  private final ColumnMappings mappings;
  private final Routings routings;
  private final Guards guards;
  private final ZoneId plant;
  private final Semaphore places = new Semaphore(AT_A_TIME);

  ImportRoutes(
      Intake intake, ColumnMappings mappings, Routings routings, Guards guards, ZoneId plant) {
    this.intake = intake;
    this.mappings = mappings;
    this.routings = routings;
    this.guards = guards;
    this.plant = plant;
  }

  @Override
  public List<Endpoint> endpoints() {
    return Stream.of(
            endpoint(ImportKind.ORDERS, "", this::placeOrders),
            endpoint(ImportKind.ORDERS, "/preview", request -> preview(request, ImportKind.ORDERS)),
            endpoint(ImportKind.SHIPMENTS, "", this::ship),
            endpoint(
                ImportKind.SHIPMENTS,
                "/preview",
                request -> preview(request, ImportKind.SHIPMENTS)),
            endpoint(ImportKind.PLANT_LOG, "", this::takeLog),
            endpoint(
                ImportKind.PLANT_LOG,
                "/preview",
                request -> preview(request, ImportKind.PLANT_LOG)))
        .map(endpoint -> endpoint.limitedTo(LARGEST_BODY).taking(TABLES).streaming())
        .toList();
  }

  private Endpoint endpoint(ImportKind kind, String part, Endpoint.Handler action) {
    return Routes.post("/api/imports/" + kind.code() + part, guards.may(kind.permission()), action);
  }

  private void preview(Exchange exchange, ImportKind kind) {
    exchange.onlyQueries("sheet", "encoding");
    ImportRequest request = new ImportRequest(exchange, kind);
    exchange.reply(
        reading(
            exchange,
            file -> {
              Table table = request.file(file.path()).table();
              return TablePreview.of(table, kind, mappings.remembered(table, kind));
            }));
  }

  private void placeOrders(Exchange exchange) {
    exchange.onlyQueries("columns", "dryRun", "sheet", "encoding");
    ImportRequest request = new ImportRequest(exchange, ImportKind.ORDERS);
    boolean dryRun = request.mode() == Intake.Mode.DRY_RUN;
    work(
        request,
        file -> OrderSheet.of(request.read(file.path(), mappings)),
        sheet -> sheet.orders().size(),
        (sheet, done) ->
            ImportAnswer.of(
                intake.place(sheet, request.mode(), request.by(), () -> false, done), dryRun));
  }

  private void ship(Exchange exchange) {
    exchange.onlyQueries("columns", "dryRun", "sheet", "encoding");
    ImportRequest request = new ImportRequest(exchange, ImportKind.SHIPMENTS);
    boolean dryRun = request.mode() == Intake.Mode.DRY_RUN;
    work(
        request,
        file -> ShipmentSheet.of(request.read(file.path(), mappings)),
        sheet -> sheet.shipments().size(),
        (sheet, done) ->
            ImportAnswer.of(
                intake.ship(sheet, request.mode(), request.by(), () -> false, done), dryRun));
  }

  /** A log, and the routing as it is once the log has arrived. */
  private record RoutedLog(PlantLog log, LogRouting routing) {}

  private void takeLog(Exchange exchange) {
    exchange.onlyQueries(
        "columns", "dryRun", "sheet", "encoding", "zone", "once", "company", "routing");
    ImportRequest request = new ImportRequest(exchange, ImportKind.PLANT_LOG);
    boolean dryRun = request.mode() == Intake.Mode.DRY_RUN;
    ZoneId zone = request.zone(plant);
    PlantLog.Repeats repeats =
        request.isYes("once") ? PlantLog.Repeats.ONE_REPORT : PlantLog.Repeats.REPORTS_OF_THEIR_OWN;
    LogOwner owner =
        request
            .given("company")
            .map(code -> new LogOwner(code, Optional.empty()))
            .orElse(LogOwner.NOBODY_SAID);
    work(
        request,
        file ->
            new RoutedLog(
                PlantLog.of(request.read(file.path(), mappings), zone, repeats),
                LogRouting.stored(request.given("routing").map(this::routing))),
        read -> read.log().rows(),
        (read, done) ->
            ImportAnswer.of(
                intake.take(
                    read.log(),
                    read.routing(),
                    owner,
                    new LogDelivery(ReplaySpeed.allAtOnce(), request.by(), done),
                    request.mode()),
                dryRun));
  }

  private Routing routing(String code) {
    return routings
        .find(code)
        .orElseThrow(() -> new Rejection.Invalid("routing", "There is no routing “" + code + "”"));
  }

  /** Does the work with what was read, and says how far it is. */
  private interface Work<T> {
    ImportAnswer with(T read, IntConsumer done);
  }

  private <T> void work(
      ImportRequest request,
      Function<UploadedFile, T> reading,
      Function<T, Integer> size,
      Work<T> work) {
    Exchange exchange = request.exchange();
    if (!request.wantsProgress()) {
      exchange.reply(reading(exchange, file -> work.with(reading.apply(file), done -> {})));
      return;
    }
    reading(
        exchange,
        file -> {
          T read = reading.apply(file);
          exchange.replyInPieces(
              "application/x-ndjson",
              new ImportProgress(size.apply(read)).lines(done -> work.with(read, done)));
          return read;
        });
  }

  /** With the file at hand, as one of the few; what is wrong with it is told to whoever sent it. */
  private <T> T reading(Exchange exchange, Function<UploadedFile, T> work) {
    try (UploadedFile file = UploadedFile.of(exchange)) {
      if (!places.tryAcquire()) {
        throw new Rejection.Unavailable(
            "Other files are being imported; try again in a moment", COME_BACK);
      }
      try {
        return work.apply(file);
      } finally {
        places.release();
      }
    } catch (StartFailed wrong) {
      throw new Rejection.Invalid("", wrong.getMessage());
    }
  }
}
