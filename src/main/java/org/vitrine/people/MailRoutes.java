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
    return List.of(Routes.get("/api/mail", guards.may(Permission.READ_MAIL), this::list));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries("after", "limit");
    Caller.SignedIn by = exchange.caller(Caller.SignedIn.class);
    Optional<List<String>> recipients =
        by.may(Permission.MANAGE_PEOPLE)
            ? Optional.empty()
            : Optional.of(people.addressesOfContacts(by));
    exchange.reply(mailQueue.page(recipients, exchange.paging(A_PAGE, MOST_AT_ONCE)));
  }
}
