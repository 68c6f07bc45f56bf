package org.vitrine.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.Rooms;
import org.vitrine.Vitrine;
import org.vitrine.access.Caller;
import org.vitrine.access.Role;
import org.vitrine.access.Token;
import org.vitrine.calendars.Calendars;
import org.vitrine.calendars.WorkCalendar;
import org.vitrine.demo.Schedule.Due;
import org.vitrine.demo.Teller.Stamped;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.StartFailed;

/**
 * The door to the demo plant. The first time, it lays the plant's past: the weeks before now, each
 * thing at its own time. From then on the plant works on, faster than real, and what happens is
 * told with the real time at which it does. Where it stood is read from the database.
 */
public final class DemoPlant implements AutoCloseable {
  private static final long USUAL_SEED = 1;
  private static final int DAYS_OF_PAST = 35;

  /** How well forecasts hold is known from these, before one is told. */
  private static final int DAYS_TOLD_ANEW = 365;

  private static final Duration PAST_AT_ONCE = Duration.ofHours(1);

  /** Who places orders; demos of old said it at more length. */
  private static final Pattern ERP = Pattern.compile("(?:ERP-|Demo ERP, seed )(-?\\d+)");

  private final PlantClock clock;
  private final Plant plant;
  private final Schedule schedule;
  private final Teller teller;
  private final List<Link> links;
  private Instant told;
  private final FirstVisits visits;
  private final FaultTeller fault;
  private LivePlant live;

  /** A way in for a visitor. */
  public record Link(Role role, String name, String company, Token token) {}

  /**
   * How a visitor stands at a station.
   *
   * @param link sets up the screen that opens it, once
   */
  public record StationWay(String name, String link, String badge, String pin) {}

  private final StationTeller stations;
  private final FloorPulse pulse;

  private DemoPlant(
      Vitrine vitrine, PlantClock clock, Plant plant, DeviceScript devices, List<Link> links) {
    Rooms rooms = vitrine.rooms();
    this.stations = new StationTeller(rooms.stations(), rooms.operators());
    this.pulse =
        new FloorPulse(rooms.conditions(), rooms.machines(), clock, plant.shifts().zone(), devices);
    this.visits =
        new FirstVisits(
            rooms.notices(),
            rooms.sessions(),
            Cast.callers(rooms.companies(), rooms.people()).values());
    this.fault =
        new FaultTeller(
            vitrine.database(),
            rooms,
            clock,
            plant,
            Cast.callers(rooms.companies(), rooms.people()));
    this.clock = clock;
    this.plant = plant;
    this.links = links;
    this.schedule = new Schedule(plant);
    this.teller =
        new Teller(
            rooms.orders(),
            rooms.reports(),
            rooms.shipments(),
            plant.shifts().zone(),
            "ERP-" + plant.seed());
  }

  /**
   * Opens the plant in this Vitrine, which must have been opened with the same clock, and tells its
   * past up to now if it was not told yet.
   *
   * @param seed the plant's; absent for the one in the database, or the usual one
   */
  public static DemoPlant open(Vitrine vitrine, PlantClock clock, OptionalLong seed) {
    PlantRepository repository = new PlantRepository();
    List<Link> links =
        Cast.welcome(
            vitrine.rooms().companies(), vitrine.rooms().people(), vitrine.rooms().sessions());
    Plant plant = plant(vitrine, repository, clock, seed);
    workByShifts(vitrine.rooms().calendars(), plant.shifts());
    plant
        .catalogue()
        .routings()
        .forEach(routing -> vitrine.rooms().routings().save(routing, "ERP"));
    Freight.welcome(vitrine.rooms().carriers());
    DeviceScript devices = DeviceScript.read();
    new GaugeTeller(vitrine.rooms().gauges(), clock, vitrine.identity().zone()).tellOnce(devices);
    DemoPlant demo = new DemoPlant(vitrine, clock, plant, devices, links);
    if (!repository.anyOrder(vitrine.database())) {
      new FormerTeller(demo.teller, clock, FormerYears.before(plant))
          .tell(repository.former(vitrine.database()));
    }
    if (demo.resume(repository.told(vitrine.database()))) {
      demo.tellPast();
    }
    vitrine.rooms().forecasting().beginWithPast(DAYS_TOLD_ANEW);
    Map<String, Caller.SignedIn> people =
        Cast.callers(vitrine.rooms().companies(), vitrine.rooms().people());
    TellerGround ground =
        new TellerGround(
            vitrine.rooms(), vitrine.database(), clock, vitrine.identity().zone(), people);
    new VoiceTeller(vitrine.rooms(), clock, plant, people).tellOnce();
    new ActionTeller(ground).tellOnce();
    new NoticeTeller(vitrine.rooms(), plant, people).tellOnce(clock.real());
    new ReviewTeller(vitrine.rooms(), clock, plant, people).tellOnce();
    new MeetingTeller(vitrine.rooms().meetings(), clock, plant.shifts().zone(), people).tellOnce();
    new HeldMeetingTeller(ground).tellOnce();
    new WarrantyTeller(
            vitrine.rooms().warranty(), vitrine.rooms().companies(), vitrine.database(), plant)
        .tellOnce(clock.real());
    new ProfileTeller(vitrine.rooms().profiles(), clock, vitrine.identity().zone(), people)
        .tellOnce();
    new DelayTeller(vitrine.rooms(), clock, plant, vitrine.identity().zone(), people).tellOnce();
    new VisitTeller(ground).tellOnce();
    new SurveyTeller(ground).tellOnce();
    new CareTeller(ground).tellOnce();
    demo.stations.tellOnce();
    demo.pulse.tellPast();
    new DeviceTeller(vitrine.rooms(), clock, plant, devices).tellOnce();
    new NumbersTeller(vitrine.rooms().scorecard(), clock, vitrine.identity().zone()).tellOnce();
    return demo;
  }

  /** Before there is an order that would be moved by it; what a visitor made of it since stays. */
  private static void workByShifts(Calendars calendars, Shifts shifts) {
    if (calendars.find(WorkCalendar.PLANT).isEmpty()) {
      calendars.save(shifts.calendar(), "Demo plant");
    }
  }

  private static Plant plant(
      Vitrine vitrine, PlantRepository repository, PlantClock clock, OptionalLong wanted) {
    ZoneId zone = vitrine.identity().zone();
    PlantRepository.Beginning begun = repository.beginning(vitrine.database()).orElse(null);
    if (begun == null) {
      if (repository.anyOrder(vitrine.database())) {
        throw new StartFailed(
            "This database already holds other orders; give the demo a database of its own with"
                + " --data DIR or --database-url URL");
      }
      LocalDate opened = clock.real().atZone(zone).toLocalDate().minusDays(DAYS_OF_PAST);
      return new Plant(wanted.orElse(USUAL_SEED), opened, zone);
    }
    Matcher erp = ERP.matcher(begun.actor());
    long seed = erp.matches() ? Long.parseLong(erp.group(1)) : USUAL_SEED;
    if (wanted.isPresent() && wanted.getAsLong() != seed) {
      throw new StartFailed(
          "The demo plant in this database was created with the seed "
              + seed
              + "; leave out --seed, or give --data a new directory");
    }
    return new Plant(seed, begun.opened(), zone);
  }

  /** Goes on where the database stands; returns whether only the past was told so far. */
  private boolean resume(List<PlantRepository.Told> known) {
    told = plant.placedAt(0).minusMillis(1);
    boolean past = true;
    for (PlantRepository.Told order : known) {
      OrderNumber number = order.number();
      Instant reached = schedule.resume(Plant.order(number), order.told());
      teller.remember(number, order.placedOn());
      if (!reached.isBefore(told)) {
        told = reached;
        past = order.heardAt().map(reached::equals).orElse(past);
      }
    }
    return past;
  }

  private void tellPast() {
    Instant now = clock.real();
    try {
      while (told.isBefore(now)) {
        Instant until = earlier(told.plus(PAST_AT_ONCE), now);
        List<Stamped> happenings = schedule.take(until).stream().map(DemoPlant::inThePast).toList();
        if (!happenings.isEmpty()) {
          teller.tell(happenings, clock::showPast);
        }
        told = until;
      }
    } finally {
      clock.showReal();
    }
  }

  private static Stamped inThePast(Due due) {
    Happening happening = due.happening();
    Instant began = happening instanceof Happening.ReportTold told ? told.began() : happening.at();
    return new Stamped(due.story(), happening, began, happening.at());
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /** Once the house serves: the link says where. */
  public StationWay station() {
    return stations.way();
  }

  public List<Link> links() {
    return links;
  }

  /** Lets the plant work on, by itself, until it is closed. */
  public void work(int speed) {
    live = at(speed);
    live.start();
    visits.start();
    fault.start();
    pulse.start();
  }

  LivePlant at(int speed) {
    return new LivePlant(schedule, teller, new PlantTime(plant.shifts(), told, speed), clock);
  }

  FaultTeller fault() {
    return fault;
  }

  Plant plant() {
    return plant;
  }

  int inFlight() {
    return schedule.inFlight();
  }

  @Override
  public void close() {
    visits.close();
    fault.close();
    pulse.close();
    if (live != null) {
      live.close();
    }
  }
}
