package org.vitrine.people;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.access.Audit;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.Paging;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** The audit trail over HTTP, to read and to take along. */
public final class AuditRoutes implements Routes {
  private static final int MOST_AT_ONCE = 500;
  private static final int EXPORTED_AT_ONCE = 2_000;

  private final Audit audit;
  private final Guards guards;

  public AuditRoutes(Audit audit, Guards guards) {
    this.audit = audit;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard administrators = guards.may(Permission.READ_AUDIT);
    return List.of(
        Routes.get("/api/audit", administrators, this::list),
        Routes.get("/api/audit.csv", administrators, this::export));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries("actor", "action", "subject", "from", "to", "after", "limit");
    exchange.reply(audit.search(search(exchange, exchange.paging(100, MOST_AT_ONCE))));
  }

  private void export(Exchange exchange) {
    exchange.onlyQueries("actor", "action", "subject", "from", "to");
    Audit.AuditSearch search = search(exchange, Paging.first(EXPORTED_AT_ONCE));
    exchange
        .response()
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Disposition", "attachment; filename=\"vitrine-audit.csv\"");
    exchange.replyInPieces(
        "text/csv; charset=utf-8",
        Stream.concat(Stream.of(AuditCsv.HEADER), audit.all(search).map(AuditCsv::of))
            .map(Buffer::buffer));
  }

  private static Audit.AuditSearch search(Exchange exchange, Paging paging) {
    return new Audit.AuditSearch(
        given(exchange, "actor"),
        given(exchange, "action"),
        given(exchange, "subject"),
        given(exchange, "from").map(text -> instant("from", text)),
        given(exchange, "to").map(text -> instant("to", text)),
        paging);
  }

  private static Optional<String> given(Exchange exchange, String name) {
    return exchange.query(name).filter(text -> !text.isBlank());
  }

  private static Instant instant(String name, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new Rejection.Invalid(name, "Must be a time such as 2026-11-22T14:22:00Z");
    }
  }
}
