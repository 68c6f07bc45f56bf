package org.vitrine.warranty;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Guards;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Looking up how a piece is covered, for strangers: without a session, by limits of its own. */
final class LookUpRoutes implements Routes {
  private final LookUps lookUps;
  private final Guards guards;

  LookUpRoutes(LookUps lookUps, Guards guards) {
    this.lookUps = lookUps;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.post("/api/warranty/look-up", guards.anyone(), this::lookUp),
        Routes.post("/api/warranty/codes", guards.anyone(), this::wish));
  }

  /** The same status whether something is shown or not, and the same bytes whenever it is not. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record LookedUp(boolean found, Optional<ShownCover> cover) {}

  private void lookUp(Exchange exchange) {
    exchange.onlyQueries();
    Optional<ShownCover> shown =
        lookUps.lookUp(exchange.body(LookUp.class), exchange.remoteAddress());
    exchange.reply(new LookedUp(shown.isPresent(), shown));
  }

  record CodeWish(WarrantySerial serial) {
    CodeWish {
      if (serial == null) {
        throw new Rejection.Invalid("serial", "Give the serial, as it stands on the piece");
      }
    }
  }

  private void wish(Exchange exchange) {
    exchange.onlyQueries();
    lookUps.wish(exchange.body(CodeWish.class).serial(), exchange.remoteAddress());
    exchange.replyEmpty();
  }
}
