package org.vitrine.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.Tier;
import org.vitrine.orders.Amount;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.Unit;
import org.vitrine.orders.Wording;
import org.vitrine.orders.WorkOrderNumber;
import org.vitrine.production.LineState;
import org.vitrine.production.OrderState;
import org.vitrine.production.Outlook;
import org.vitrine.production.ReportKind;
import org.vitrine.production.Source;
import org.vitrine.production.StageState;
import org.vitrine.production.Verdict;
import org.vitrine.production.Withheld;

/**
 * What one audience may see of one order: an allow-list. Lists are objects with keys, so that a
 * patch of a change is small; moments are instants, so that the page is the same until something
 * happens.
 */
public record StatusPage(
    String number,
    Optional<String> customerReference,
    Buyer company,
    LocalDate placedOn,
    OrderState state,
    Optional<LocalizedText> cancelled,
    Optional<Instant> workedAfterCancelAt,
    Optional<Promised> promise,
    Optional<DueRow> due,
    Optional<Instant> heardAt,
    Optional<Instant> verifiedUntil,
    Optional<Outlook.Dates> forecast,
    Optional<Withheld> withheld,
    Optional<Outlook> outlook,
    Map<Integer, LinePage> lines,
    Optional<Map<String, ShipmentCard>> shipments,
    Map<String, HeardReport> heard,
    int reports) {

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
   */
  public record RevisedPromise(
      Optional<LocalDate> date,
      Optional<LocalizedText> reason,
      Optional<String> author,
      Instant at) {}

  /**
   * One product on its way.
   *
   * @param promise what was promised for it alone
   * @param due by when it is promised, where not all lines are for one day
   */
  public record LinePage(
      int number,
      LocalizedText product,
      LocalizedText description,
      Amount quantity,
      Unit unit,
      LineState state,
      Optional<LocalizedText> cancelled,
      Optional<Amount> shortBy,
      Optional<Promised> promise,
      Optional<DueRow.LineDueRow> due,
      Optional<List<WorkOrderNumber>> workOrders,
      Optional<String> stage,
      Map<String, StagePane> stages,
      Optional<LineLeft> left,
      Optional<Map<String, OperationRow>> unmapped) {}

  /**
   * What left of a line.
   *
   * @param delivered so much of it was delivered, as far as anybody said
   * @param shipments how much of it left with each of the shipments that the page names
   */
  public record LineLeft(
      Amount quantity, Optional<Amount> delivered, Map<String, Amount> shipments) {}

  /** What left together; where it is on its way is for those who are shown it. */
  public record ShipmentCard(
      LocalDate leftOn,
      Optional<LocalDate> expectedOn,
      Optional<LocalDate> deliveredOn,
      Optional<String> number,
      Optional<String> carrier,
      Optional<String> trackingNumber,
      Optional<String> link) {}

  /**
   * One stage: a pane of the window.
   *
   * @param workingHours true where the usual hours are those in which it is worked on
   */
  public record StagePane(
      int position,
      Wording name,
      StageState state,
      Optional<Instant> began,
      Optional<Instant> ended,
      Amount through,
      Amount inferred,
      Optional<Amount> shortBy,
      Optional<Amount> rejected,
      Optional<Amount> scrapped,
      Double usualHours,
      Optional<Boolean> workingHours,
      Optional<Instant> heardAt,
      Optional<Source> source,
      Optional<String> station,
      Optional<Hold> hold,
      Map<Verdict, Integer> verdicts,
      Map<String, RequirementRow> requirements,
      Optional<Map<String, OperationRow>> operations) {}

  /** Why it stands still, and since when. */
  public record Hold(Instant since, Optional<LocalizedText> reason) {}

  /** What was ordered, what was measured and what that makes. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record RequirementRow(
      int position,
      Wording name,
      boolean mandatory,
      LocalizedText ordered,
      String unit,
      BigDecimal minimum,
      BigDecimal maximum,
      int sample,
      int measured,
      int failedUnits,
      Optional<BigDecimal> value,
      Optional<Boolean> passed,
      Optional<Instant> at,
      Verdict verdict,
      Optional<LocalizedText> waiver) {}

  /** A shop-floor operation inside a stage, by its code where the routing has no name for it. */
  public record OperationRow(
      LocalizedText name,
      Instant began,
      Instant ended,
      Amount good,
      Amount rejected,
      Amount scrapped,
      int reports,
      boolean rework) {}

  /** Something the plant said. */
  public record HeardReport(
      Instant at,
      Instant recordedAt,
      int line,
      Optional<String> stage,
      Optional<String> operation,
      ReportKind kind,
      Amount good,
      Amount rejected,
      Amount scrapped,
      Boolean rework,
      Boolean setup,
      String requirement,
      Optional<BigDecimal> value,
      Optional<Boolean> passed,
      Optional<String> unit,
      Optional<LocalizedText> reason,
      Source source,
      String station,
      Optional<String> actor,
      Optional<HeardNames> names) {}
}
