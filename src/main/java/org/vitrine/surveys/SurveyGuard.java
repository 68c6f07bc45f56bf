package org.vitrine.surveys;

import java.time.Duration;
import org.vitrine.access.Caller;
import org.vitrine.access.Token;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.ClientNetwork;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.RateLimiter;

/**
 * Lets in whoever holds the link of a mail, whose secret comes in a header, or else whoever another
 * guard lets in. Whose secret is not known is told nothing of what there is.
 */
final class SurveyGuard implements Endpoint.Guard {
  private static final String HEADER = "Survey-Link";
  private static final int MOST = 120;
  private static final Duration WITHIN = Duration.ofMinutes(1);
  private static final int LONGEST = 100;

  private final Database database;
  private final Endpoint.Guard otherwise;
  private final RateLimiter ofClient = new RateLimiter(MOST, WITHIN);
  private final AskedRepository asked = new AskedRepository();

  SurveyGuard(Database database, Endpoint.Guard otherwise) {
    this.database = database;
    this.otherwise = otherwise;
  }

  @Override
  public void admit(Exchange exchange) {
    String link = exchange.header(HEADER).orElse("");
    if (link.isEmpty()) {
      otherwise.admit(exchange);
      return;
    }
    ofClient.admit(ClientNetwork.of(exchange.remoteAddress()));
    if (link.length() > LONGEST) {
      throw over();
    }
    exchange.rememberCaller(
        new Answerer.LinkHolder(
            asked.byLink(database, new Token(link)).orElseThrow(SurveyGuard::over)));
  }

  private static Rejection over() {
    return new Rejection.Gone("This link has expired: the survey has ended, or asks you no more");
  }

  /** Whoever works for no company is not asked by any survey. */
  private static Rejection ofNoCompany() {
    return new Rejection.Forbidden("You do not have permission to do this");
  }

  /** Who asks, as they answer; never of the house where they are only of no company. */
  static Answerer answerer(Exchange exchange) {
    Object caller = exchange.caller(Object.class);
    return switch (caller) {
      case Answerer known -> known;
      case Caller.SignedIn staff when staff.role().isStaff() ->
          new Answerer.HouseWriter(staff.name());
      case Caller.SignedIn contact ->
          new Answerer.AskedContact(
              contact.id(), contact.company().orElseThrow(SurveyGuard::ofNoCompany));
      default -> throw ofNoCompany();
    };
  }
}
