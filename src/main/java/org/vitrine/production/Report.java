package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.vitrine.orders.Amount;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.RealDates;
import org.vitrine.orders.TextLimit;
import org.vitrine.orders.Unit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sha256;
import org.vitrine.platform.json.Json;

/**
 * What the plant says happened. JSON has it flat, see {@link FlatReport}.
 *
 * @param reading what was measured; {@link Reading#NONE} where nothing was
 * @param reason why it is held, as the customer reads it
 */
public record Report(
    Reference reference,
    Place place,
    ReportKind kind,
    Pieces pieces,
    Reading reading,
    LocalizedText reason,
    Origin origin,
    Timing timing) {

  /** When it happened; the id decides between two at the same time, so that arrival never does. */
  public static final Comparator<Report> BY_TIME =
      Comparator.comparing(Report::happenedAt).thenComparing(Report::id);

  /**
   * What it is called and what it is about.
   *
   * @param id the plant's own name for this report, unique within the order: said twice, it counts
   *     once
   * @param order the order's number, or that of one of its work orders; may be left out where
   *     {@code workOrder} says
   * @param workOrder the number of the work order, which leads to the line
   * @param corrects the id of an earlier report of this order that this one replaces
   */
  public record Reference(String id, String order, String workOrder, String corrects) {
    public Reference(String id, String order, String corrects) {
      this(id, order, null, corrects);
    }

    private void check() {
      require("id", id, 200);
      optional("workOrder", workOrder, 200);
      if (workOrder == null) {
        required("order", order);
      }
      optional("order", order, 200);
      optional("corrects", corrects, 200);
      if (id.equals(corrects)) {
        throw new Rejection.Invalid("corrects", "A report cannot correct itself");
      }
    }

    private Reference stripped() {
      String number = order == null ? null : Blanks.stripped(order);
      String work = workOrder == null ? null : Blanks.stripped(workOrder);
      return Objects.equals(number, order) && Objects.equals(work, workOrder)
          ? this
          : new Reference(id, number, work, corrects);
    }
  }

  /**
   * Where on its way through the plant.
   *
   * @param line the line of the order; may be left out where the order has one
   * @param stage may be left out where the operation or the requirement says
   * @param operation the shop-floor operation
   */
  public record Place(Integer line, String stage, String operation) {
    private void check() {
      optional("stage", stage, 40);
      optional("operation", operation, 200);
    }

    private Place onLine(int number) {
      return line != null && line == number ? this : new Place(number, stage, operation);
    }
  }

  /**
   * Pieces that were worked on, or as much of what is measured, in the unit of the line.
   *
   * @param good pieces finished well in this report; {@code rejected} and {@code scrapped} likewise
   * @param rework true where pieces were worked on again: its good pieces are not counted a second
   *     time
   * @param setup true where a machine was only set up
   * @param made which lot or serials these are, and of what; absent where the plant does not say
   */
  public record Pieces(
      Amount good, Amount rejected, Amount scrapped, Boolean rework, Boolean setup, Made made) {
    public static final Pieces NONE = new Pieces(null, null, null, null, null);

    public Pieces(Amount good, Amount rejected, Amount scrapped, Boolean rework, Boolean setup) {
      this(good, rejected, scrapped, rework, setup, null);
    }

    private void check() {
      if (made != null) {
        made.check("made");
      }
      check("good", good);
      check("rejected", rejected);
      check("scrapped", scrapped);
    }

    private static void check(String field, Amount count) {
      if (count != null) {
        count.requireNotNegative(field);
      }
    }

    /** Throws {@link Rejection.Invalid} naming what there cannot be in a line of this unit. */
    void requireFit(Unit unit) {
      Unit.requireFits(unit, "good", good);
      Unit.requireFits(unit, "rejected", rejected);
      Unit.requireFits(unit, "scrapped", scrapped);
    }

    Amount goodOrNone() {
      return good == null ? Amount.NONE : good;
    }

    Amount rejectedOrNone() {
      return rejected == null ? Amount.NONE : rejected;
    }

    Amount scrappedOrNone() {
      return scrapped == null ? Amount.NONE : scrapped;
    }

    boolean areCounted() {
      return goodOrNone().isPositive()
          || rejectedOrNone().isPositive()
          || scrappedOrNone().isPositive();
    }

    boolean isRework() {
      return Boolean.TRUE.equals(rework);
    }
  }

  /**
   * What was measured.
   *
   * @param requirement the code of the requirement that it measures
   * @param value in the requirement's unit
   * @param passed the answer to a requirement that is a yes or a no
   * @param unit the serial number of the unit that was measured
   * @param device the code of what measured it
   * @param raw what that sent, as it sent it
   * @param overdue true where that cannot be relied on, since its calibration had run out: for the
   *     server to say, never the plant
   */
  public record Reading(
      String requirement,
      BigDecimal value,
      Boolean passed,
      String unit,
      String device,
      String raw,
      Boolean overdue) {
    public static final Reading NONE = new Reading(null, null, null, null);

    public Reading(String requirement, BigDecimal value, Boolean passed, String unit) {
      this(requirement, value, passed, unit, null, null, null);
    }

    private void check() {
      optional("requirement", requirement, 60);
      optional("unit", unit, 100);
      optional("device", device, 60);
      optional("raw", raw, 100);
      if (overdue != null) {
        throw new Rejection.Invalid("overdue", "The server says this, by the device's calibration");
      }
    }

    private Reading asRead() {
      return value == null
          ? this
          : new Reading(requirement, Json.asRead(value), passed, unit, device, raw, overdue);
    }

    boolean isOverdue() {
      return Boolean.TRUE.equals(overdue);
    }

    private Reading byOverdueDevice() {
      return new Reading(requirement, value, passed, unit, device, raw, true);
    }
  }

  /**
   * Where the report comes from, by its own word; the server keeps beside it who sent it.
   *
   * @param actor who said so
   * @param station where it was said
   * @param evidence what shows it: pictures and files that were sent, each by its SHA-256
   * @param pictured true where a photo is among it: for the server to say, never the plant
   */
  public record Origin(
      Source source, String actor, String station, List<String> evidence, Boolean pictured) {
    private static final int MOST_EVIDENCE = 10;

    public Origin {
      evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    public Origin(Source source, String actor, String station) {
      this(source, actor, station, List.of());
    }

    public Origin(Source source, String actor, String station, List<String> evidence) {
      this(source, actor, station, evidence, null);
    }

    boolean isPictured() {
      return Boolean.TRUE.equals(pictured);
    }

    private Origin at(String other) {
      return new Origin(source, actor, other, evidence, pictured);
    }

    private Origin by(String other) {
      return new Origin(source, other, station, evidence, pictured);
    }

    private Origin withPhoto() {
      return new Origin(source, actor, station, evidence, true);
    }

    private void check() {
      if (pictured != null) {
        throw new Rejection.Invalid(
            "pictured", "The server says this, by what is sent as evidence");
      }
      required("source", source);
      optional("actor", actor, 200);
      optional("station", station, 100);
      if (evidence.size() > MOST_EVIDENCE) {
        throw new Rejection.Invalid("evidence", "At most %d of them".formatted(MOST_EVIDENCE));
      }
      if (!evidence.stream().allMatch(Sha256::is)) {
        throw new Rejection.Invalid(
            "evidence", "Each is a SHA-256, as 64 digits 0 to 9 and a to f");
      }
      if (Set.copyOf(evidence).size() < evidence.size()) {
        throw new Rejection.Invalid("evidence", "The same one stands there twice");
      }
    }
  }

  /**
   * When.
   *
   * @param startedAt when the reported work began; absent where the plant does not know
   * @param happenedAt when it happened: for work, when it ended
   * @param deviceAt the same by the clock of the device that it was tapped on, right or wrong
   */
  public record Timing(Instant startedAt, Instant happenedAt, Instant deviceAt) {
    public Timing(Instant startedAt, Instant happenedAt) {
      this(startedAt, happenedAt, null);
    }

    private void check() {
      required("happenedAt", happenedAt);
      RealDates.require("happenedAt", happenedAt);
      RealDates.require("startedAt", startedAt);
      if (startedAt != null && startedAt.isAfter(happenedAt)) {
        throw new Rejection.Invalid("startedAt", "The start is after the time it happened");
      }
    }

    private Timing asRead() {
      return new Timing(read(startedAt), read(happenedAt), read(deviceAt));
    }

    private static Instant read(Instant time) {
      return time == null ? null : Json.asRead(time);
    }
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Report of(FlatReport flat) {
    return flat.inParts();
  }

  @JsonValue
  FlatReport flat() {
    return FlatReport.of(this);
  }

  /**
   * The same report as it will be read again, if it makes sense; throws {@link Rejection.Invalid}
   * naming the field where not. Asked of what comes in, never of what was taken before: the history
   * is read as it was written.
   */
  public Report checked() {
    reference.check();
    required("kind", kind);
    place.check();
    pieces.check();
    reading.check();
    if (reason != null && reason.isBlank()) {
      throw new Rejection.Invalid("reason", "Empty");
    }
    LocalizedText.requireAtMost("reason", reason, 500);
    LocalizedText.requireLanguages("reason", reason);
    origin.check();
    timing.check();
    if (place.stage() == null && place.operation() == null && reading.requirement() == null) {
      throw new Rejection.Invalid("stage", "A report needs a stage or an operation");
    }
    if (kind == ReportKind.HELD && reason == null) {
      throw new Rejection.Invalid("reason", "Give the reason for the hold: the customer reads it");
    }
    if (kind == ReportKind.WITHDRAWN && reference.corrects() == null) {
      throw new Rejection.Invalid(
          "corrects", "Give the id of the report that says what did not happen");
    }
    if (kind == ReportKind.SEEN) {
      checkSeen();
    }
    if (pieces.made() != null && !kind.isWork()) {
      throw new Rejection.Invalid("made", "Nothing is made by a report of this kind");
    }
    if (kind == ReportKind.READING && reading.requirement() == null) {
      throw new Rejection.Invalid("requirement", "A reading needs a requirement");
    }
    if (kind == ReportKind.READING && reading.value() == null && reading.passed() == null) {
      throw new Rejection.Invalid("value", "A reading needs a value, or passed true or false");
    }
    return new Report(
        reference.stripped(),
        place,
        kind,
        pieces,
        reading.asRead(),
        reason,
        origin,
        timing.asRead());
  }

  private void checkSeen() {
    if (origin.evidence().isEmpty()) {
      throw new Rejection.Invalid("evidence", "Say what it was seen in");
    }
    if (pieces.areCounted()) {
      throw new Rejection.Invalid("kind", "Nothing is counted by a report of this kind");
    }
    if (reading.value() != null || reading.passed() != null) {
      throw new Rejection.Invalid("kind", "Nothing is measured by a report of this kind");
    }
  }

  public String id() {
    return reference.id();
  }

  /** The order's number; absent where the report names a work order alone. */
  public String order() {
    return reference.order();
  }

  public Instant happenedAt() {
    return timing.happenedAt();
  }

  Instant beganAt() {
    return timing.startedAt() == null ? timing.happenedAt() : timing.startedAt();
  }

  /** True where it measures what the order demands. */
  public boolean isReading() {
    return reading.requirement() != null && kind != ReportKind.SEEN;
  }

  /** The same report, by a device whose calibration had run out. */
  public Report byOverdueDevice() {
    return new Report(
        reference, place, kind, pieces, reading.byOverdueDevice(), reason, origin, timing);
  }

  /** The same report, with a photo among what shows it. */
  public Report pictured() {
    return new Report(reference, place, kind, pieces, reading, reason, origin.withPhoto(), timing);
  }

  /** The same report, said at this station. */
  public Report saidAt(String station) {
    return new Report(reference, place, kind, pieces, reading, reason, origin.at(station), timing);
  }

  /** The same report under the order's own number, however it was called. */
  Report ofOrder(String number) {
    return number.equals(order()) && reference.workOrder() == null
        ? this
        : new Report(
            new Reference(reference.id(), number, reference.corrects()),
            place,
            kind,
            pieces,
            reading,
            reason,
            origin,
            timing);
  }

  /** The same report on this line: what intake fills in where an order has one line only. */
  Report onLine(int number) {
    return new Report(
        reference, place.onLine(number), kind, pieces, reading, reason, origin, timing);
  }

  /** The same report, which says these pieces in the place of another. */
  public Report correcting(String other, Pieces instead) {
    return new Report(
        new Reference(reference.id(), reference.order(), reference.workOrder(), other),
        place,
        kind,
        instead,
        reading,
        reason,
        origin,
        timing);
  }

  /** The same report said by this actor, where it does not say by whom. */
  Report saidBy(String name) {
    return origin.actor() != null
        ? this
        : new Report(reference, place, kind, pieces, reading, reason, origin.by(name), timing);
  }

  private static void require(String field, String text, int characters) {
    required(field, text);
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
}
