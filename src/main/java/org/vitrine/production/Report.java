package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;

/**
 * What the plant says happened.
 *
 * @param id the plant's own name for this report, unique within the order: said twice, it counts
 *     once
 * @param order the order's number
 * @param line the line of the order; may be left out where the order has one
 * @param stage the stage it belongs to; may be left out where the operation or the requirement says
 * @param operation the shop-floor operation
 * @param good pieces finished well in this report; {@code rejected} and {@code scrapped} likewise
 * @param rework true where pieces were worked on again: its good pieces are not counted a second
 *     time
 * @param setup true where a machine was only set up
 * @param requirement the code of the requirement that a reading measures
 * @param value what was measured, in the requirement's unit
 * @param passed the answer to a requirement that is a yes or a no
 * @param unit the serial number of the unit that was measured
 * @param reason why it is held, as the customer reads it
 * @param actor who said so
 * @param station where it was said
 * @param startedAt when the reported work began; absent where the plant does not know
 * @param happenedAt when it happened: for work, when it ended
 * @param corrects the id of an earlier report of this order that this one replaces
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Report(
    @JsonView(InColumns.class) String id,
    @JsonView(InColumns.class) String order,
    Integer line,
    String stage,
    String operation,
    ReportKind kind,
    Integer good,
    Integer rejected,
    Integer scrapped,
    Boolean rework,
    Boolean setup,
    String requirement,
    BigDecimal value,
    Boolean passed,
    String unit,
    String reason,
    @JsonView(InColumns.class) Source source,
    @JsonView(InColumns.class) String actor,
    String station,
    Instant startedAt,
    @JsonView(InColumns.class) Instant happenedAt,
    String corrects) {

  /** What an event's own columns say of a report. */
  interface InColumns {}

  /** The rest, which is an event's body. */
  interface InBody {}

  /** When it happened; the id decides between two at the same time, so that arrival never does. */
  public static final Comparator<Report> BY_TIME =
      Comparator.comparing(Report::happenedAt).thenComparing(Report::id);

  private static final int MOST_PIECES = 1_000_000_000;

  /**
   * The same report as it will be read again, if it makes sense; throws {@link Rejection.Invalid}
   * naming the field where not. Asked of what comes in, never of what was taken before: the history
   * is read as it was written.
   */
  public Report checked() {
    require("id", id, 200);
    require("order", order, 40);
    required("kind", kind);
    required("source", source);
    required("happenedAt", happenedAt);
    pieces("good", good);
    pieces("rejected", rejected);
    pieces("scrapped", scrapped);
    optional("stage", stage, 40);
    optional("operation", operation, 200);
    optional("requirement", requirement, 60);
    optional("unit", unit, 100);
    optional("reason", reason, 500);
    optional("actor", actor, 200);
    optional("station", station, 100);
    optional("corrects", corrects, 200);
    if (stage == null && operation == null && requirement == null) {
      throw new Rejection.Invalid("stage", "A report names its stage or its operation");
    }
    if (startedAt != null && startedAt.isAfter(happenedAt)) {
      throw new Rejection.Invalid("startedAt", "It began after it happened");
    }
    if (kind == ReportKind.HELD && reason == null) {
      throw new Rejection.Invalid(
          "reason", "Say in a sentence why it is held: the customer reads it");
    }
    if (kind == ReportKind.READING && requirement == null) {
      throw new Rejection.Invalid("requirement", "A reading names the requirement it measures");
    }
    if (kind == ReportKind.READING && value == null && passed == null) {
      throw new Rejection.Invalid("value", "A reading has a value, or passed true or false");
    }
    if (id.equals(corrects)) {
      throw new Rejection.Invalid("corrects", "A report cannot correct itself");
    }
    return asRead();
  }

  int goodPieces() {
    return good == null ? 0 : good;
  }

  int rejectedPieces() {
    return rejected == null ? 0 : rejected;
  }

  int scrappedPieces() {
    return scrapped == null ? 0 : scrapped;
  }

  boolean isRework() {
    return Boolean.TRUE.equals(rework);
  }

  Instant beganAt() {
    return startedAt == null ? happenedAt : startedAt;
  }

  /** The same report on this line: what intake fills in where an order has one line only. */
  Report onLine(int number) {
    return new Report(
        id,
        order,
        number,
        stage,
        operation,
        kind,
        good,
        rejected,
        scrapped,
        rework,
        setup,
        requirement,
        value,
        passed,
        unit,
        reason,
        source,
        actor,
        station,
        startedAt,
        happenedAt,
        corrects);
  }

  /** The same report said by this actor, where it does not say by whom. */
  Report saidBy(String sender) {
    return actor != null
        ? this
        : new Report(
            id,
            order,
            line,
            stage,
            operation,
            kind,
            good,
            rejected,
            scrapped,
            rework,
            setup,
            requirement,
            value,
            passed,
            unit,
            reason,
            source,
            sender,
            station,
            startedAt,
            happenedAt,
            corrects);
  }

  /** Most come so: what is read from JSON is. */
  private Report asRead() {
    BigDecimal number = value == null ? null : Json.asRead(value);
    Instant began = startedAt == null ? null : Json.asRead(startedAt);
    Instant happened = Json.asRead(happenedAt);
    boolean same =
        happened.equals(happenedAt)
            && Objects.equals(began, startedAt)
            && Objects.equals(number, value);
    return same
        ? this
        : new Report(
            id,
            order,
            line,
            stage,
            operation,
            kind,
            good,
            rejected,
            scrapped,
            rework,
            setup,
            requirement,
            number,
            passed,
            unit,
            reason,
            source,
            actor,
            station,
            began,
            happened,
            corrects);
  }

  private static void require(String field, String text, int characters) {
    if (text == null) {
      throw new Rejection.Invalid(field, "Missing");
    }
    optional(field, text, characters);
  }

  private static void optional(String field, String text, int characters) {
    if (text != null && text.isBlank()) {
      throw new Rejection.Invalid(field, "Empty");
    }
    TextLimit.atMost(field, text, characters);
  }

  private static void required(String field, Object value) {
    if (value == null) {
      throw new Rejection.Invalid(field, "Missing");
    }
  }

  private static void pieces(String field, Integer count) {
    if (count != null && (count < 0 || count > MOST_PIECES)) {
      throw new Rejection.Invalid(field, "Pieces are a whole number from 0 to " + MOST_PIECES);
    }
  }
}
