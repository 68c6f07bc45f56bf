package org.vitrine.nonconformances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** Where what is held is let go: one asks and says why, another agrees or does not. */
final class ReleaseDesk {
  private static final int MOST_CODES = 1_000;

  private final NonconformanceDesk desk;
  private final ContainmentDesk containment;
  private final ReleaseRepository releases = new ReleaseRepository();

  ReleaseDesk(NonconformanceDesk desk, ContainmentDesk containment) {
    this.desk = desk;
    this.containment = containment;
  }

  /**
   * What somebody wants to let go.
   *
   * @param codes absent for all that is held
   * @param reason why it is fit to go on
   */
  record AskRelease(List<String> codes, String reason) {
    AskRelease {
      if (codes != null && codes.size() > MOST_CODES) {
        throw new Rejection.Invalid("codes", "At most %,d".formatted(MOST_CODES));
      }
      codes = codes == null ? null : List.copyOf(codes);
    }
  }

  /** Asks for the release of what is held; another person has to agree. */
  void ask(Queries transaction, NonconformanceNumber number, AskRelease wanted, Actor by) {
    String reason = NonconformanceText.reason(wanted.reason(), "Say why it is fit to be released");
    Nonconformance one = desk.lock(transaction, number);
    int things =
        releases.ask(
            transaction, number, Optional.ofNullable(wanted.codes()), reason, by, desk.now());
    if (things == 0) {
      throw new Rejection.Conflict("Nothing of it is held, or its release was asked for already");
    }
    desk.write(transaction, one, "release-asked", said(things).put("reason", reason), by);
  }

  private static ObjectNode said(int things) {
    return Json.object().put("things", things);
  }

  /** Agrees to what others asked for, as it was read: what they asked for is let go. */
  void confirm(
      Queries transaction, NonconformanceNumber number, Optional<Long> startedFrom, Actor by) {
    Nonconformance one = desk.lock(transaction, number);
    desk.requireStartedFrom(one, startedFrom);
    if (releases.asked(transaction, number).isEmpty()) {
      throw new Rejection.Conflict("Nobody has asked for a release");
    }
    int things = releases.release(transaction, number, by, desk.now());
    if (things == 0) {
      throw new Rejection.Conflict("Whoever asked for a release cannot agree to it: two have to");
    }
    containment.hold(transaction, one, by);
    Nonconformance written = desk.write(transaction, one, "released", said(things), by);
    desk.tell(transaction, NonconformanceChange.RELEASED, written, said(things));
  }

  /** Does not agree, and says why: it stays held. */
  void refuse(Queries transaction, NonconformanceNumber number, String reason, Actor by) {
    String why = NonconformanceText.reason(reason, "Say why it stays held");
    Nonconformance one = desk.lock(transaction, number);
    int things = releases.refuse(transaction, number);
    if (things == 0) {
      throw new Rejection.Conflict("Nobody has asked for a release");
    }
    desk.write(transaction, one, "release-declined", said(things).put("reason", why), by);
  }
}
