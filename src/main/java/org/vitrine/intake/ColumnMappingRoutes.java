package org.vitrine.intake;

import java.util.List;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** The column mappings over HTTP, for those who may import files of their kind. */
final class ColumnMappingRoutes implements Routes {
  private final ColumnMappings mappings;
  private final Guards guards;

  ColumnMappingRoutes(ColumnMappings mappings, Guards guards) {
    this.mappings = mappings;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard importing = guards.mayOneOf(Permission.PLACE_ORDERS, Permission.IMPORT_REPORTS);
    return List.of(
        Routes.get("/api/column-mappings", importing, this::list),
        Routes.get("/api/column-mappings/:name", importing, this::show),
        Routes.put("/api/column-mappings/:name", importing, this::save),
        Routes.delete("/api/column-mappings/:name", importing, this::forget));
  }

  /** All that one may use. */
  record MappingList(List<StoredMapping> mappings) {}

  private void list(Exchange exchange) {
    exchange.reply(
        new MappingList(
            mappings.list().stream().filter(one -> mayUse(exchange, one.kind())).toList()));
  }

  private void show(Exchange exchange) {
    exchange.reply(usable(exchange));
  }

  private void save(Exchange exchange) {
    ColumnMappings.SaveMapping wanted = exchange.body(ColumnMappings.SaveMapping.class);
    requireMayUse(exchange, wanted.kind());
    ColumnMappings.SavedMapping saved =
        mappings.save(exchange.path("name"), wanted, exchange.caller(Caller.class).actor());
    exchange.reply(saved.outcome() == SaveOutcome.CREATED ? 201 : 200, saved.saved());
  }

  private void forget(Exchange exchange) {
    mappings.forget(usable(exchange).name());
    exchange.replyEmpty();
  }

  private StoredMapping usable(Exchange exchange) {
    return mappings
        .find(exchange.path("name"))
        .filter(stored -> mayUse(exchange, stored.kind()))
        .orElseThrow(() -> new Rejection.NotFound("There is no such column mapping"));
  }

  private static boolean mayUse(Exchange exchange, ImportKind kind) {
    return exchange.caller(Caller.class).may(kind.permission());
  }

  private static void requireMayUse(Exchange exchange, ImportKind kind) {
    if (!mayUse(exchange, kind)) {
      throw new Rejection.Forbidden("You do not have permission to import such files");
    }
  }
}
