package org.vitrine.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.Rooms;
import org.vitrine.access.Actor;
import org.vitrine.access.Caller;
import org.vitrine.access.Sessions;
import org.vitrine.companies.CompanyId;
import org.vitrine.demo.FaultScript.ScriptedRemedy;
import org.vitrine.demo.FaultScript.ScriptedReport;
import org.vitrine.nonconformances.Corrections;
import org.vitrine.nonconformances.Corrections.RaiseCorrection;
import org.vitrine.nonconformances.NonconformanceNumber;
import org.vitrine.nonconformances.Nonconformances;
import org.vitrine.nonconformances.RaiseNonconformance;
import org.vitrine.nonconformances.Severity;
import org.vitrine.orders.Amount;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.RecordShipment;
import org.vitrine.orders.Shipment;
import org.vitrine.orders.Shipments;
import org.vitrine.orders.ShippedItem;
import org.vitrine.platform.database.Database;
import org.vitrine.production.Consumed;
import org.vitrine.recalls.RecallMatter;
import org.vitrine.recalls.Recalls;
import org.vitrine.recalls.Remedy;
import org.vitrine.traceability.Criteria;
import org.vitrine.traceability.PieceCard;
import org.vitrine.traceability.SavePiece;
import org.vitrine.traceability.TraceCode;
import org.vitrine.traceability.Traces;

/**
 * Lets the demo plant find a fault, hold everything of its kind and tell its customers, two thirds
 * of whose units are put right. It does so once: where pieces of the lot have left it was done.
 */
final class FaultTeller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FaultTeller.class);
  private static final String KEEPS_QUALITY = "chen.yu@foshan.example";
  private static final String IN_HOUSE = "northwind";
  private static final String ERP = "ERP";
  private static final List<String> STATIONS = List.of("ST-31", "ST-32", "ST-41");
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Database database;
  private final Traces traces;
  private final Nonconformances nonconformances;
  private final Corrections corrections;
  private final Recalls recalls;
  private final Shipments shipments;
  private final PlantClock clock;
  private final Plant plant;
  private final Map<String, Caller.SignedIn> people;
  private final FaultScript script = FaultScript.read();
  private final CountDownLatch closing = new CountDownLatch(1);

  /**
   * @param people who is who, by e-mail address
   */
  FaultTeller(
      Database database,
      Rooms rooms,
      PlantClock clock,
      Plant plant,
      Map<String, Caller.SignedIn> people) {
    this.database = database;
    this.traces = rooms.traces();
    this.nonconformances = rooms.nonconformances();
    this.corrections = rooms.corrections();
    this.recalls = rooms.recalls();
    this.shipments = rooms.shipments();
    this.clock = clock;
    this.plant = plant;
    this.people = people;
  }

  /** When the house is open and hears what leaves, it is told by itself. */
  void start() {
    Thread.ofVirtual().name("demo fault").start(this::work);
  }

  private void work() {
    try {
      boolean told = concerned().stream().anyMatch(this::hasLeft);
      if (!told && isOpenAfter(PAUSE)) {
        List<Story> concerned = make();
        while (!told && isOpenAfter(PAUSE)) {
          told = tellOnceLeft(concerned);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException fault) { // Rather untold than told twice.
      LOG.warn("The demo plant's fault could not be told", fault);
    }
  }

  private boolean isOpenAfter(Duration time) throws InterruptedException {
    return !closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Says what is made of the lot; returns those with which some of it left. */
  List<Story> make() {
    inHouse().ifPresent(story -> make(story, clock.real()));
    List<Story> concerned = concerned();
    concerned.forEach(this::makeAndShip);
    return concerned;
  }

  /** Tells all of it once it was heard that they left; returns whether it was. */
  boolean tellOnceLeft(List<Story> concerned) {
    if (!concerned.stream().allMatch(this::hasLeft)) {
      return false;
    }
    Actor chen = actor(KEEPS_QUALITY);
    NonconformanceNumber fault = nonconformances.raise(whatIsWrong(), chen);
    nonconformances.contain(
        fault, new Criteria(List.of(script.lot()), List.of(), null, null, null), chen);
    recalls.tell(fault, new RecallMatter(script.words(), Set.of(Remedy.values())), chen);
    script.answers().forEach(answer -> answer(fault, answer));
    report(fault, script.report(), chen);
    return true;
  }

  private void report(NonconformanceNumber fault, ScriptedReport said, Actor by) {
    corrections.write(fault, said.analysis(), Optional.empty(), by);
    LocalDate today = clock.real().atZone(plant.shifts().zone()).toLocalDate();
    corrections.raise(
        fault,
        new RaiseCorrection(
            said.purpose(), said.action(), KEEPS_QUALITY, today.plusDays(said.days()), null),
        by);
    said.costs().forEach(cost -> corrections.book(fault, cost, by));
  }

  private Actor actor(String email) {
    return Actor.of(people.get(email), Sessions.From.NOWHERE);
  }

  /** The one that is done last: what is held of it stays here for long. */
  private Optional<Story> inHouse() {
    return plant.inFlight(IN_HOUSE, clock.real(), clock.real()).stream()
        .reduce((one, later) -> later);
  }

  /** The first order of each company of which something has left. */
  private List<Story> concerned() {
    Instant now = clock.real();
    return script.answers().stream()
        .flatMap(
            answer ->
                plant.done(answer.company(), now).stream()
                    .filter(story -> !shipments.of(story.number()).isEmpty())
                    .limit(1))
        .toList();
  }

  private void makeAndShip(Story story) {
    Shipment first = shipments.of(story.number()).getFirst();
    Instant left = first.leftOn().atStartOfDay(plant.shifts().zone()).toInstant();
    List<String> serials = make(story, left.minus(Duration.ofHours(8)));
    shipments.record(story.number(), first.number(), naming(first, serials), "import", ERP);
  }

  private boolean hasLeft(Story story) {
    String last = serials(story.number()).getLast();
    return traces.piece(database, last).flatMap(PieceCard::company).isPresent();
  }

  private List<String> make(Story story, Instant at) {
    List<String> serials = serials(story.number());
    for (int piece = 0; piece < serials.size(); piece++) {
      traces.save(new TraceCode(serials.get(piece)), made(story, STATIONS.get(piece), at));
    }
    return serials;
  }

  private List<String> serials(OrderNumber order) {
    String digits = order.value().replaceAll("\\D", "");
    return IntStream.rangeClosed(1, script.pieces())
        .mapToObj(piece -> "AC-%s-%02d".formatted(digits, piece))
        .toList();
  }

  private SavePiece made(Story story, String station, Instant at) {
    return new SavePiece(
        story.lines().getFirst().product(),
        null,
        null,
        null,
        story.number().value(),
        1,
        station,
        at,
        List.of(new Consumed(script.lot(), null, null, script.lotProduct(), Amount.of(1), null)));
  }

  private static RecordShipment naming(Shipment shipment, List<String> serials) {
    List<ShippedItem> items =
        shipment.items().stream()
            .map(
                item ->
                    item.line() == 1
                        ? new ShippedItem(item.line(), item.quantity(), serials, null)
                        : item)
            .toList();
    return new RecordShipment(
        shipment.leftOn(),
        shipment.carrier() == null ? null : shipment.carrier().code(),
        null,
        shipment.trackingNumber(),
        shipment.expectedOn(),
        shipment.deliveredOn(),
        items,
        null,
        null);
  }

  private RaiseNonconformance whatIsWrong() {
    return new RaiseNonconformance(
        script.title(),
        script.problem(),
        Severity.CRITICAL,
        List.of(KEEPS_QUALITY),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        script.lot(),
        null);
  }

  private void answer(NonconformanceNumber fault, ScriptedRemedy answer) {
    if (answer.by() != null) {
      CompanyId company = people.get(answer.by()).company().orElseThrow();
      Amount done = Amount.of(answer.done());
      recalls.answered(fault, company, answer.remedy(), done, actor(answer.by()));
    }
  }

  @Override
  public void close() {
    closing.countDown();
  }
}
