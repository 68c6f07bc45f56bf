package org.vitrine.warranty;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;
import org.vitrine.voices.VoiceNumber;
import org.vitrine.warranty.Claims.MakeClaim;

/** Claims over HTTP: made by whoever owns the piece, decided by the house. */
final class ClaimRoutes implements Routes {
  private static final int MOST_AT_ONCE = 200;

  private final Claims claims;
  private final Guards guards;
  private final Idempotency idempotency;

  ClaimRoutes(Claims claims, Guards guards, Idempotency idempotency) {
    this.claims = claims;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard keepers = guards.may(Permission.KEEP_WARRANTY);
    return List.of(
        idempotency.once(
            Routes.post("/api/warranty/claims", guards.may(Permission.OWN_PIECES), this::make)),
        Routes.get("/api/warranty/claims", keepers, this::list),
        Routes.get(
            "/api/warranty/claims/:number",
            guards.mayOneOf(Permission.OWN_PIECES, Permission.ANSWER_VOICES),
            this::show),
        Routes.post("/api/warranty/claims/:number/decision", keepers, this::decide));
  }

  private void make(Exchange exchange) {
    exchange.onlyQueries();
    VoiceNumber number =
        claims.make(
            exchange.caller(Caller.SignedIn.class),
            TransferRoutes.company(exchange),
            exchange.body(MakeClaim.class));
    exchange.reply(201, Map.of("number", number.value()));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries("decided", "after", "limit");
    Optional<Boolean> undecided = exchange.query("decided").map(ClaimRoutes::undecided);
    exchange.reply(claims.list(undecided, exchange.paging(50, MOST_AT_ONCE)));
  }

  private static boolean undecided(String decided) {
    return switch (decided) {
      case "true" -> false;
      case "false" -> true;
      default ->
          throw new Rejection.Invalid(
              "decided", "“%s” is not true or false".formatted(Excerpt.of(decided)));
    };
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    Caller.SignedIn by = exchange.caller(Caller.SignedIn.class);
    exchange.reply(claims.show(company(by), exchange.id("number")));
  }

  /** Behind whose wall somebody looks; the house sees all. */
  private static Optional<CompanyId> company(Caller.SignedIn by) {
    if (by.may(Permission.ANSWER_VOICES)) {
      return Optional.empty();
    }
    return Optional.of(
        by.company().orElseThrow(() -> new Rejection.Forbidden("You belong to no company")));
  }

  private void decide(Exchange exchange) {
    exchange.onlyQueries();
    if (!(exchange.caller(Caller.class) instanceof Caller.SignedIn by)) {
      throw new Rejection.Forbidden("What is claimed is decided by people");
    }
    long number = exchange.id("number");
    claims.decide(by, guards.actor(exchange), number, exchange.body(ClaimDecision.class));
    exchange.reply(claims.show(Optional.empty(), number));
  }
}
