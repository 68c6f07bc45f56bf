package org.vitrine.tracking;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.Tier;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.PromiseCause;
import org.vitrine.orders.PromiseSide;
import org.vitrine.production.OrderState;
import org.vitrine.production.Outlook;

/**
 * What one audience may see of one order: an allow-list. Lists are objects with keys, so that a
 * patch of a change is small; moments are instants, so that the page is the same until something
 * happens. Its parts are fields of the one object that is sent.
 *
 * @param reports how many reports the audience may hear of, {@code heard} being the newest
 */
public record StatusPage(
    @JsonUnwrapped OrderHead head,
    OrderState state,
    @JsonUnwrapped ToldCancellation cancellation,
    Optional<Promised> promise,
    Optional<DueRow> due,
    @JsonUnwrapped LastHeard lastHeard,
    Optional<Outlook.Dates> forecast,
    @JsonUnwrapped Expectation expectation,
    Map<Integer, LinePage> lines,
    Optional<Map<String, ShipmentCard>> shipments,
    Map<String, HeardReport> heard,
    int reports) {

  /** Why it was cancelled, and whether the plant was still at work afterwards. */
  public record ToldCancellation(
      Optional<LocalizedText> cancelled, Optional<Instant> workedAfterCancelAt) {}

  /** Who bought; the tier is for staff. */
  public record Buyer(Optional<String> code, String name, Optional<Tier> tier) {}

  /**
   * What was promised, and every revision with its reason.
   *
   * @param current absent while it is to be confirmed, as {@code original} where it was at first
   * @param reason why it is to be confirmed
   */
  public record Promised(
      Optional<LocalDate> original,
      Optional<LocalDate> current,
      Optional<Boolean> toBeConfirmed,
      Optional<LocalizedText> reason,
      Map<Integer, RevisedPromise> revisions) {}

  /**
   * A later word on the date.
   *
   * @param date absent where it is to be confirmed
   * @param cause of a date that moved, beside its reason
   */
  public record RevisedPromise(
      Optional<LocalDate> date,
      Optional<LocalizedText> reason,
      Optional<String> author,
      Instant at,
      Optional<PromiseCause> cause,
      Optional<PromiseSide> side,
      Optional<String> askedBy,
      Optional<String> offer) {}

  /** What left together; where it is on its way is for those who are shown it. */
  public record ShipmentCard(
      LocalDate leftOn,
      Optional<LocalDate> expectedOn,
      Optional<LocalDate> deliveredOn,
      Optional<String> number,
      Optional<String> carrier,
      Optional<String> trackingNumber,
      Optional<String> link) {}
}
