package org.vitrine.intake;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.vitrine.access.Guards;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.FewAtOnce;
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
      Media.text(
          "text/csv",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.qdas",
          "application/xml",
          "text/xml");

  private final Intake intake;
  private final Imports imports;
  private final Foreseen foreseen;
  private final ColumnMappings mappings;
  private final Routings routings;
  private final Guards guards;
  private final ZoneId plant;
  private final FewAtOnce places =
      new FewAtOnce(AT_A_TIME, "Other files are being imported; try again in a moment", COME_BACK);

  ImportRoutes(
      Intake intake,
      Imports imports,
      ColumnMappings mappings,
      Targets targets,
      Guards guards,
      ZoneId plant) {
    this.intake = intake;
    this.imports = imports;
    this.foreseen = new Foreseen(targets);
    this.mappings = mappings;
    this.routings = targets.routings();
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
                request -> preview(request, ImportKind.PLANT_LOG)),
            endpoint(ImportKind.READINGS, "", this::measure),
            endpoint(
                ImportKind.READINGS, "/preview", request -> preview(request, ImportKind.READINGS)))
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
              return TablePreview.of(
                  table, kind, mappings.remembered(table, kind), mappings.changed(table, kind));
            }));
  }

  private void placeOrders(Exchange exchange) {
    exchange.onlyQueries("columns", "dryRun", "sheet", "encoding", "file", "outcomes", "seen");
    ImportRequest request = new ImportRequest(exchange, ImportKind.ORDERS);
    work(
        request,
        file -> {
          SourceFile.Mapped read = request.read(file.path(), mappings);
          OrderSheet sheet = intake.orders(read);
          return request.begun(imports, read, sheet, foreseen.by(sheet));
        },
        sheet -> sheet.orders().size(),
        (begun, done) ->
            ImportAnswer.of(
                intake.place(begun.read(), begun.task(), () -> false, done),
                request.isDryRun(),
                begun.detail()));
  }

  private void ship(Exchange exchange) {
    exchange.onlyQueries("columns", "dryRun", "sheet", "encoding", "file", "outcomes", "seen");
    ImportRequest request = new ImportRequest(exchange, ImportKind.SHIPMENTS);
    work(
        request,
        file -> {
          SourceFile.Mapped read = request.read(file.path(), mappings);
          ShipmentSheet sheet = ShipmentSheet.of(read);
          return request.begun(imports, read, sheet, foreseen.by(sheet));
        },
        sheet -> sheet.shipments().size(),
        (begun, done) ->
            ImportAnswer.of(
                intake.ship(begun.read(), begun.task(), () -> false, done),
                request.isDryRun(),
                begun.detail()));
  }

  /** A log, and the routing as it is once the log has arrived. */
  private record RoutedLog(PlantLog log, LogRouting routing) {}

  private void takeLog(Exchange exchange) {
    exchange.onlyQueries(
        "columns",
        "dryRun",
        "sheet",
        "encoding",
        "file",
        "outcomes",
        "seen",
        "zone",
        "once",
        "company",
        "routing");
    ImportRequest request = new ImportRequest(exchange, ImportKind.PLANT_LOG);
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
        file -> {
          SourceFile.Mapped read = request.read(file.path(), mappings);
          RoutedLog log =
              new RoutedLog(
                  PlantLog.of(read, zone, repeats),
                  LogRouting.stored(request.given("routing").map(this::routing)));
          return request.begun(imports, read, log, foreseen.by(log.log(), log.routing(), owner));
        },
        read -> read.log().rows(),
        (begun, done) ->
            ImportAnswer.of(
                intake.take(
                    begun.read().log(),
                    begun.read().routing(),
                    owner,
                    new LogDelivery(ReplaySpeed.allAtOnce(), request.by(), done),
                    begun.task()),
                request.isDryRun(),
                begun.detail()));
  }

  private void measure(Exchange exchange) {
    exchange.onlyQueries(
        "columns", "dryRun", "sheet", "encoding", "file", "outcomes", "seen", "zone");
    ImportRequest request = new ImportRequest(exchange, ImportKind.READINGS);
    ZoneId zone = request.zone(plant);
    work(
        request,
        file -> {
          SourceFile.Mapped read = request.read(file.path(), mappings);
          ReadingSheet sheet = intake.readings(read, zone);
          return request.begun(imports, read, sheet, foreseen.by(sheet));
        },
        ReadingSheet::rows,
        (begun, done) ->
            ImportAnswer.of(
                intake.measure(begun.read(), begun.task(), done),
                request.isDryRun(),
                begun.detail()));
  }

  private Routing routing(String code) {
    return routings
        .find(code)
        .orElseThrow(() -> new Rejection.Invalid("routing", "There is no routing “" + code + "”"));
  }

  /** Does the work with what was read, and says how far it is. */
  private interface Work<T> {
    ImportAnswer with(ImportRequest.Begun<T> begun, IntConsumer done);
  }

  private <T> void work(
      ImportRequest request,
      Function<UploadedFile, ImportRequest.Begun<T>> reading,
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
          ImportRequest.Begun<T> begun = reading.apply(file);
          exchange.replyInPieces(
              "application/x-ndjson",
              new ImportProgress(size.apply(begun.read())).lines(done -> work.with(begun, done)));
          return begun;
        });
  }

  /** With the file at hand, as one of the few; what is wrong with it is told to whoever sent it. */
  private <T> T reading(Exchange exchange, Function<UploadedFile, T> work) {
    try (UploadedFile file = UploadedFile.of(exchange)) {
      return places.inTurn(() -> work.apply(file));
    } catch (StartFailed wrong) {
      throw new Rejection.Invalid("", wrong.getMessage());
    }
  }
}
