package org.vitrine.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.Tier;
import org.vitrine.orders.Wording;
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
    Optional<String> cancelled,
    Optional<Instant> workedAfterCancelAt,
    Optional<Promised> promise,
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

  /** What was promised, and every revision with its reason. */
  public record Promised(
      LocalDate original, LocalDate current, Map<Integer, RevisedPromise> revisions) {}

  /** A later word on the date. */
  public record RevisedPromise(
      LocalDate date, Optional<String> reason, Optional<String> author, Instant at) {}

  /** One product on its way. */
  public record LinePage(
      int number,
      String product,
      String description,
      Integer quantity,
      LineState state,
      Optional<String> cancelled,
      Optional<Integer> shortBy,
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
  public record LineLeft(long quantity, Optional<Long> delivered, Map<String, Integer> shipments) {}

  /** What left together; where it is on its way is for those who are shown it. */
  public record ShipmentCard(
      LocalDate leftOn,
      Optional<LocalDate> expectedOn,
      Optional<LocalDate> deliveredOn,
      Optional<String> number,
      Optional<String> carrier,
      Optional<String> trackingNumber,
      Optional<String> link) {}

  /** One stage: a pane of the window. */
  public record StagePane(
      int position,
      Wording name,
      StageState state,
      Optional<Instant> began,
      Optional<Instant> ended,
      int through,
      int inferred,
      Optional<Integer> shortBy,
      Optional<Integer> rejected,
      Optional<Integer> scrapped,
      Double usualHours,
      Optional<Instant> heardAt,
      Optional<Source> source,
      Optional<String> station,
      Optional<Hold> hold,
      Map<Verdict, Integer> verdicts,
      Map<String, RequirementRow> requirements,
      Optional<Map<String, OperationRow>> operations) {}

  /** Why it stands still, and since when. */
  public record Hold(Instant since, Optional<String> reason) {}

  /** What was ordered, what was measured and what that makes. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record RequirementRow(
      int position,
      Wording name,
      boolean mandatory,
      String ordered,
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
      Optional<String> waiver) {}

  /** A shop-floor operation inside a stage. */
  public record OperationRow(
      String name,
      Instant began,
      Instant ended,
      int good,
      int rejected,
      int scrapped,
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
      Integer good,
      Integer rejected,
      Integer scrapped,
      Boolean rework,
      Boolean setup,
      String requirement,
      Optional<BigDecimal> value,
      Optional<Boolean> passed,
      Optional<String> unit,
      Optional<String> reason,
      Source source,
      String station,
      Optional<String> actor) {}
}
