package org.vitrine.notices;

import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;
import org.vitrine.accounts.Letters;
import org.vitrine.accounts.Token;
import org.vitrine.platform.database.Queries;

/** The letters that wait to be sent. */
public final class Outbox implements Letters {
  private final Supplier<URI> address;
  private final Clock clock;
  private final MailRepository repository = new MailRepository();

  /**
   * @param address where people reach us, for links
   */
  public Outbox(Supplier<URI> address, Clock clock) {
    this.address = address;
    this.clock = clock;
  }

  @Override
  public void invite(Queries transaction, String email, String name, Token link) {
    repository.add(transaction, email, "Welcome", enter(link), clock.instant());
  }

  @Override
  public void signIn(Queries transaction, String email, String name, Token link) {
    repository.add(transaction, email, "Sign in", enter(link), clock.instant());
  }

  @Override
  public void glassLinkAskedAgain(Queries transaction, String email, String name, String order) {
    repository.add(
        transaction, email, "A new link to " + order + " is asked for", order, clock.instant());
  }

  private String enter(Token link) {
    return address.get() + "/enter#" + link.text();
  }
}
