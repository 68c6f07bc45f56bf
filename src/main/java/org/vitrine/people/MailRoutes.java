package org.vitrine.people;

import java.util.List;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.mail.MailQueue;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Outgoing mail, for those who may have to pass on what it says. */
public final class MailRoutes implements Routes {
  private static final int A_PAGE = 50;
  private static final int MOST_AT_ONCE = 500;

  private final MailQueue mailQueue;
  private final People people;
  private final Guards guards;

  public MailRoutes(MailQueue mailQueue, People people, Guards guards) {
    this.mailQueue = mailQueue;
    this.people = people;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard readers = guards.may(Permission.READ_MAIL);
    return List.of(
        Routes.get("/api/mail", readers, this::list),
        Routes.post("/api/mail/:id/attempts", readers, this::tryAgain));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries("after", "limit");
    exchange.reply(mailQueue.page(recipients(exchange), exchange.paging(A_PAGE, MOST_AT_ONCE)));
  }

  private void tryAgain(Exchange exchange) {
    exchange.reply(mailQueue.tryAgain(recipients(exchange), exchange.id("id")));
  }

  /** Whose mail it is about: for an account manager, that of their contacts. */
  private Optional<List<String>> recipients(Exchange exchange) {
    Caller.SignedIn by = exchange.caller(Caller.SignedIn.class);
    return by.may(Permission.MANAGE_PEOPLE)
        ? Optional.empty()
        : Optional.of(people.addressesOfContacts(by));
  }
}
