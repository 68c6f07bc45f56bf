package org.vitrine.devices;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.vitrine.access.Actor;
import org.vitrine.access.Role;
import org.vitrine.devices.GaugeRepository.GaugeVersion;
import org.vitrine.people.Colleagues;
import org.vitrine.people.Colleagues.HouseMember;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.production.Report;

/**
 * The door to what measures, and whether it was calibrated. What was measured keeps what was known
 * then: a calibration that is written down later heals nothing.
 */
public final class Gauges {
  private static final int MOST = 5_000;

  private final Database database;
  private final Changes changes;
  private final ZoneId zone;
  private final Clock clock;
  private final GaugeRepository repository = new GaugeRepository();
  private final Colleagues colleagues = new Colleagues();
  private final KnownGauges known = new KnownGauges();
  private final List<CertificateRule> certificates = new CopyOnWriteArrayList<>();

  /**
   * @param zone where the plant is: there a calibration ends with its last day
   */
  public Gauges(Database database, Changes changes, ZoneId zone, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.zone = zone;
    this.clock = clock;
    changes.onChange(known::heard);
    changes.onForget(known::forget);
  }

  /** From now on a certificate is what this says. */
  public void certifiedBy(CertificateRule rule) {
    certificates.add(rule);
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  /** How a device that a report names stands, at the time of that. */
  public enum GaugeStanding {
    /** Nobody entered it. */
    UNKNOWN,
    KNOWN,
    /** Its calibration had run out or was withdrawn, or it measures no longer. */
    OVERDUE
  }

  /**
   * @param called the code that a report gives
   * @param at when it measured
   */
  public GaugeStanding standing(String called, Instant at) {
    return known
        .find(database, called)
        .map(gauge -> gauge.isDoubtedOn(day(at)) ? GaugeStanding.OVERDUE : GaugeStanding.KNOWN)
        .orElse(GaugeStanding.UNKNOWN);
  }

  /**
   * A report that names a device, as it is to be taken: one by a device that cannot be relied on
   * says so for ever. One that nobody entered is taken as it is.
   */
  public Report vouched(Report report) {
    String device = report.reading().device();
    return device != null && standing(device, report.happenedAt()) == GaugeStanding.OVERDUE
        ? report.byOverdueDevice()
        : report;
  }

  /** The name of a device that a report names; nothing where nobody entered it. */
  Optional<String> name(String called) {
    return known.find(database, called).map(Gauge::name);
  }

  /** A gauge, and how it stands today. */
  public record GaugeCard(
      @JsonUnwrapped Gauge gauge, CalibrationState state, Optional<LocalDate> until) {}

  public boolean areNone() {
    return repository.all(database).isEmpty();
  }

  /** All, those first that want calibrating. */
  List<GaugeCard> all() {
    return cards(database);
  }

  /**
   * A gauge that wants calibrating.
   *
   * @param until the last day on which it is, or was, calibrated; absent where it never was
   */
  public record DueGauge(
      String code, String name, CalibrationState state, Optional<LocalDate> until) {}

  /** Those that want calibrating, the longest overdue first. */
  public List<DueGauge> due(Queries queries) {
    return wanting(queries)
        .map(
            card ->
                new DueGauge(
                    card.gauge().code().value(), card.gauge().name(), card.state(), card.until()))
        .toList();
  }

  private Stream<GaugeCard> wanting(Queries queries) {
    return cards(queries).stream().filter(card -> card.state().wantsCalibrating());
  }

  private List<GaugeCard> cards(Queries queries) {
    LocalDate today = day(clock.instant());
    return repository.all(queries).stream()
        .map(gauge -> new GaugeCard(gauge, gauge.state(today), gauge.until()))
        .sorted(
            Comparator.comparing(Gauges::urgency)
                .thenComparing(card -> card.until().orElse(LocalDate.MAX)))
        .toList();
  }

  private static int urgency(GaugeCard card) {
    return switch (card.state()) {
      case OVERDUE -> 0;
      case SOON -> 1;
      case NONE -> 2;
      case CALIBRATED -> 3;
      case RETIRED -> 4;
    };
  }

  public SaveOutcome save(GaugeCode code, SaveGauge said, Actor by) {
    return save(code, said, Optional.empty(), by);
  }

  /**
   * @param startedFrom the version that whoever saves it has read, 0 where there was none
   */
  SaveOutcome save(GaugeCode code, SaveGauge said, Optional<Long> startedFrom, Actor by) {
    return database.inTransaction(
        transaction -> {
          requireVersion(transaction, code, startedFrom);
          SaveOutcome outcome = repository.save(transaction, code, said, clock.instant(), by);
          if (outcome == SaveOutcome.CREATED && repository.all(transaction).size() > MOST) {
            throw new Rejection.Invalid("code", "There are %,d devices already".formatted(MOST));
          }
          if (outcome != SaveOutcome.UNCHANGED) {
            changes.record(transaction, List.of(GaugeChange.saved(code)));
          }
          return outcome;
        });
  }

  private void requireVersion(Queries transaction, GaugeCode code, Optional<Long> startedFrom) {
    Optional<GaugeVersion> standing = repository.standing(transaction, code);
    long version = standing.map(GaugeVersion::version).orElse(0L);
    if (startedFrom.filter(from -> from != version).isPresent()) {
      GaugeVersion newest = standing.orElseThrow(Gauges::notHere);
      throw new Rejection.ChangedMeanwhile(card(transaction, code), newest.by(), newest.at());
    }
  }

  public void calibrate(GaugeCode code, RecordCalibration said, Actor by) {
    Instant now = Json.asRead(clock.instant());
    said.requireDone(day(now));
    database.inTransaction(
        transaction -> {
          if (!repository.record(transaction, code, said, now, by)) {
            throw notHere();
          }
          if (said.certificate() != null) {
            certificates.forEach(rule -> rule.require(transaction, said.certificate()));
          }
          changes.record(transaction, List.of(GaugeChange.saved(code)));
          return null;
        });
  }

  void withdraw(GaugeCode code, long calibration, Actor by) {
    database.inTransaction(
        transaction -> {
          if (!repository.withdraw(transaction, code, calibration, clock.instant(), by)) {
            throw new Rejection.NotFound("There is no such calibration");
          }
          changes.record(transaction, List.of(GaugeChange.saved(code)));
          return null;
        });
  }

  GaugeCard card(GaugeCode code) {
    return card(database, code);
  }

  private GaugeCard card(Queries queries, GaugeCode code) {
    return cards(queries).stream()
        .filter(card -> card.gauge().code().key().equals(code.key()))
        .findFirst()
        .orElseThrow(Gauges::notHere);
  }

  private static Rejection notHere() {
    return new Rejection.NotFound("There is no such device");
  }

  /** Tells quality managers, once of each, that a calibration runs out soon or has run out. */
  void tellDue() {
    List<GaugeCard> due = wanting(database).filter(card -> card.until().isPresent()).toList();
    if (!due.isEmpty()) {
      database.inTransaction(
          transaction -> {
            List<Long> people =
                colleagues.inRole(transaction, Role.QUALITY_MANAGER).stream()
                    .map(HouseMember::id)
                    .toList();
            due.forEach(card -> tell(transaction, card, people));
            return null;
          });
    }
  }

  private void tell(Queries transaction, GaugeCard card, List<Long> people) {
    GaugeCode code = card.gauge().code();
    LocalDate until = card.until().orElseThrow();
    if (repository.tell(transaction, code, card.state(), until)) {
      GaugeChange told =
          new GaugeChange(code.value(), card.gauge().name(), card.state(), until, people);
      changes.record(transaction, List.of(told.asChange(code.key()), GaugeChange.saved(code)));
    }
  }
}
