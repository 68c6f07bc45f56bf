package org.vitrine.intake;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.intake.ImportRunRepository.TouchedOrder;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Paging;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** What was imported, over HTTP, for those who may import files of its kind; and taking it back. */
final class ImportRunRoutes implements Routes {
  private static final int USUAL = 20;
  private static final int MOST = 200;
  private static final int TOUCHED = 100;

  private final Imports imports;
  private final TakingBack takingBack;
  private final Guards guards;

  ImportRunRoutes(Imports imports, TakingBack takingBack, Guards guards) {
    this.imports = imports;
    this.takingBack = takingBack;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard importing = guards.mayOneOf(Permission.PLACE_ORDERS, Permission.IMPORT_REPORTS);
    return List.of(
        Routes.get("/api/imports", importing, this::list),
        Routes.get("/api/imports/:id", importing, this::show),
        Routes.get("/api/imports/:id/refused", importing, this::refused),
        Routes.post("/api/imports/:id/reversal", importing, this::takeBack).streaming());
  }

  /**
   * An import as it is shown.
   *
   * @param running whether it goes on
   * @param takenBackUntil until when it can be taken back; absent once nothing of it can
   */
  record ShownRun(
      @JsonUnwrapped ImportRun run, boolean running, Optional<Instant> takenBackUntil) {}

  /** A page of them, newest first. */
  record RunList(List<ShownRun> imports, Optional<String> next) {}

  /** An order that it touched. */
  record ShownTouch(
      OrderNumber order,
      boolean created,
      int reports,
      Optional<Instant> takenBackAt,
      Optional<String> left) {
    private static ShownTouch of(TouchedOrder one) {
      return new ShownTouch(
          one.done().number(),
          one.done().created(),
          one.done().reports(),
          one.takenBackAt(),
          one.because());
    }
  }

  /** One with the orders that it touched. */
  record RunDetails(@JsonUnwrapped ShownRun run, List<ShownTouch> touched, Optional<String> next) {}

  private void list(Exchange exchange) {
    exchange.onlyQueries("kind", "after", "limit");
    List<ImportKind> kinds =
        Arrays.stream(ImportKind.values())
            .filter(kind -> mayUse(exchange, kind))
            .filter(
                kind -> exchange.query("kind").filter(code -> !code.equals(kind.code())).isEmpty())
            .toList();
    Paging.ListPart<ImportRun> part = imports.list(kinds, exchange.paging(USUAL, MOST));
    exchange.reply(new RunList(part.shown().stream().map(this::shown).toList(), part.next()));
  }

  private ShownRun shown(ImportRun run) {
    Instant now = imports.now();
    return new ShownRun(
        run, run.isRunning(now), Optional.of(run.until()).filter(until -> run.canBeTakenBack(now)));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries("after", "limit");
    ImportRun run = usable(exchange);
    Paging.ListPart<TouchedOrder> part = imports.touched(run.id(), exchange.paging(TOUCHED, 1_000));
    exchange.reply(
        new RunDetails(
            shown(run), part.shown().stream().map(ShownTouch::of).toList(), part.next()));
  }

  private void refused(Exchange exchange) {
    ImportRun run = usable(exchange);
    String rows =
        imports
            .refused(run.id())
            .orElseThrow(() -> new Rejection.NotFound("Nothing was refused of this import"));
    exchange
        .response()
        .putHeader("Content-Disposition", "attachment; filename=\"refused-" + run.id() + ".csv\"");
    exchange.replyBytes(200, "text/csv; charset=utf-8", Buffer.buffer('\ufeff' + rows));
  }

  private void takeBack(Exchange exchange) {
    ImportRun run = usable(exchange);
    Caller caller = exchange.caller(Caller.class);
    Actor by = Actor.of(caller, Guards.from(exchange));
    takingBack.requireOpen(run);
    if (exchange.header("Accept").filter(types -> types.contains("ndjson")).isPresent()) {
      exchange.replyInPieces(
          "application/x-ndjson",
          new ImportProgress(run.orders().touched())
              .lines(done -> takingBack.takeBack(run, by, caller.actor(), done)));
    } else {
      exchange.reply(takingBack.takeBack(run, by, caller.actor(), done -> {}));
    }
  }

  private ImportRun usable(Exchange exchange) {
    ImportRun run = imports.require(exchange.id("id"));
    if (!mayUse(exchange, run.kind())) {
      throw new Rejection.NotFound("There is no such import");
    }
    return run;
  }

  private static boolean mayUse(Exchange exchange, ImportKind kind) {
    return exchange.caller(Caller.class).may(kind.permission());
  }
}
