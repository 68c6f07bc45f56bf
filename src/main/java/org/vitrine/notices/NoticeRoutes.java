package org.vitrine.notices;

import java.util.List;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;
import org.vitrine.tracking.TrackingRoutes;

/** One's notices over HTTP. */
final class NoticeRoutes implements Routes {
  private static final int A_PAGE = 50;
  private static final int MOST_AT_ONCE = 200;

  private final Notices notices;
  private final Guards guards;

  NoticeRoutes(Notices notices, Guards guards) {
    this.notices = notices;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard everybody = guards.may(Permission.KEEP_NOTICES);
    return List.of(
        Routes.get("/api/notices", everybody, this::list),
        Routes.post("/api/notices/reading", everybody, this::read));
  }

  /**
   * Up to which notice somebody has read.
   *
   * @param upTo its number
   */
  record ReadUpTo(Long upTo) {
    ReadUpTo {
      if (upTo == null || upTo < 1) {
        throw new Rejection.Invalid("upTo", "Must be the number of a notice");
      }
    }
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries("after", "limit");
    Caller.SignedIn person = exchange.caller(Caller.SignedIn.class);
    exchange.reply(
        notices.list(
            person, TrackingRoutes.companyOf(person), exchange.paging(A_PAGE, MOST_AT_ONCE)));
  }

  private void read(Exchange exchange) {
    ReadUpTo reading = exchange.body(ReadUpTo.class);
    Caller.SignedIn person = exchange.caller(Caller.SignedIn.class);
    notices.read(person, TrackingRoutes.companyOf(person), reading.upTo());
    exchange.replyEmpty();
  }
}
