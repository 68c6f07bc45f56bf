package org.vitrine.notices;

import java.util.List;
import java.util.Optional;
import org.vitrine.accounts.Caller;
import org.vitrine.accounts.Gates;
import org.vitrine.accounts.Role;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Outgoing mail, for those who may have to pass on what it says. */
public final class MailRoutes implements Routes {
  private static final int A_PAGE = 50;

  private final Outbox outbox;
  private final Gates gates;

  public MailRoutes(Outbox outbox, Gates gates) {
    this.outbox = outbox;
    this.gates = gates;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get(
            "/api/mail", gates.people(Role.ADMINISTRATOR, Role.ACCOUNT_MANAGER), this::list));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries("after");
    Caller.Person by = exchange.caller(Caller.Person.class);
    Optional<Long> contactsOf = Optional.of(by.id()).filter(id -> by.role() != Role.ADMINISTRATOR);
    exchange.response().putHeader("Cache-Control", "no-store");
    exchange.reply(outbox.page(contactsOf, exchange.number("after", Long.MAX_VALUE), A_PAGE));
  }
}
