package org.vitrine.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.vitrine.companies.Companies;
import org.vitrine.companies.CompanyId;
import org.vitrine.epcis.BusinessSteps.StepPlace;
import org.vitrine.epcis.EpcisProblem.Kind;
import org.vitrine.epcis.EventRepository.EventReader;
import org.vitrine.epcis.EventRepository.FoundEvent;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.tracking.ShownPart;
import org.vitrine.tracking.Tracking;

/** The door to events of EPCIS: those of our orders, and those that others captured here. */
public final class EpcisEvents {
  static final int MOST_EVENTS = 500;
  private static final Duration JOBS_KEPT_FOR = Duration.ofDays(90);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID_BYTES = 16;

  private final Database database;
  private final Changes changes;
  private final EpcisGround ground;
  private final Supplier<URI> house;
  private final ZoneId zone;
  private final Clock clock;
  private final DocumentCheck check = new DocumentCheck();
  private final EventKeeper keeper;
  private final EventRepository events = new EventRepository();
  private final CaptureRepository captures = new CaptureRepository();
  private final BusinessStepRepository steps = new BusinessStepRepository();

  /** The rooms below. */
  public record EpcisGround(Companies companies, Tracking tracking, OrderSnapshots snapshots) {}

  /**
   * @param house where people reach it: by this, orders are called
   */
  public EpcisEvents(
      Database database,
      Changes changes,
      EpcisGround ground,
      Supplier<URI> house,
      ZoneId zone,
      Clock clock) {
    this.database = database;
    this.changes = changes;
    this.ground = ground;
    this.house = house;
    this.zone = zone;
    this.clock = clock;
    this.keeper = new EventKeeper(check, house, clock);
  }

  /** A page of events, and where the next one begins. */
  record EventPage(ObjectNode document, Optional<String> next) {}

  /** What a company may see, or the house where none is named. */
  EventPage find(Optional<CompanyId> company, Map<String, String> said) {
    EventQuery query = QueryParameters.read(said);
    String name = PageToken.nameOf(said);
    Optional<PageToken> token =
        Optional.ofNullable(said.get(QueryParameters.TOKEN))
            .map(text -> PageToken.read(text, name));
    int before = token.map(PageToken::sent).orElse(0);
    int wanted =
        query
            .limits()
            .count()
            .map(count -> Math.min(query.limits().perPage(), Math.max(0, count - before)))
            .orElse(query.limits().perPage());
    requireNoMore(company, query);
    List<FoundEvent> found = wanted == 0 ? List.of() : read(company, query, token, wanted + 1);
    List<FoundEvent> page = found.subList(0, Math.min(wanted, found.size()));
    boolean isCounted =
        query.limits().count().filter(count -> before + page.size() >= count).isPresent();
    Optional<String> next =
        found.size() > wanted && !isCounted
            ? Optional.of(next(name, query, page.getLast(), before + page.size()))
            : Optional.empty();
    return new EventPage(document(page), next);
  }

  private static String next(String name, EventQuery query, FoundEvent last, int sent) {
    Instant at = query.order().byEventTime() ? last.happened() : last.recorded();
    return new PageToken(name, last.ceiling(), at, last.row(), sent).text();
  }

  private void requireNoMore(Optional<CompanyId> company, EventQuery query) {
    query
        .limits()
        .most()
        .ifPresent(
            most -> {
              if (count(company, query, most + 1L) > most) {
                throw new EpcisProblem(
                    Kind.TOO_LARGE, "There are more than %,d such events".formatted(most));
              }
            });
  }

  private List<FoundEvent> read(
      Optional<CompanyId> company, EventQuery query, Optional<PageToken> token, int limit) {
    EventReader reader = new EventReader(company, stagesShown(company));
    return database.onBehalfOf(
        company.map(CompanyId::value),
        queries -> events.page(queries, reader, query, token, limit));
  }

  private long count(Optional<CompanyId> company, EventQuery query, long most) {
    EventReader reader = new EventReader(company, stagesShown(company));
    return database.onBehalfOf(
        company.map(CompanyId::value), queries -> events.count(queries, reader, query, most));
  }

  /** The stages that were agreed to be shown; absent for all. */
  private Optional<List<String>> stagesShown(Optional<CompanyId> company) {
    return company
        .flatMap(ground.companies()::find)
        .map(ground.tracking()::shownTo)
        .flatMap(ShownPart::stages)
        .map(List::copyOf);
  }

  private ObjectNode document(List<FoundEvent> found) {
    ObjectNode document = Json.object();
    document.putArray("@context").add(Namespaces.STANDARD_CONTEXT);
    document
        .put("type", "EPCISQueryDocument")
        .put("schemaVersion", "2.0")
        .put("creationDate", clock.instant().toString());
    ObjectNode results = document.putObject("epcisBody").putObject("queryResults");
    results.put("queryName", "SimpleEventQuery");
    ArrayNode list = results.putObject("resultsBody").putArray("eventList");
    found.forEach(one -> list.add(recorded(one)));
    return document;
  }

  private static ObjectNode recorded(FoundEvent found) {
    return found.body().put("recordTime", found.recorded().toString());
  }

  /** An event by its id; where its error was declared, that. */
  ObjectNode require(Optional<CompanyId> company, String id) {
    return read(company, EventQuery.ofId(id), Optional.empty(), QueryParameters.LARGEST_PAGE)
        .stream()
        .reduce((earlier, later) -> later)
        .map(EpcisEvents::recorded)
        .map(Namespaces::standalone)
        .orElseThrow(() -> new EpcisProblem(Kind.NO_SUCH_RESOURCE, "There is no event of this id"));
  }

  /** Takes one event; returns its id. Throws {@link Kind#EXISTS} where it is here. */
  String take(JsonNode event) {
    requireStorable(event);
    List<EpcisFault> faults =
        event.has("@context")
            ? check.ofEvent(event, Namespaces.OF_THE_STANDARD)
            : List.of(new EpcisFault("", "An event that stands alone needs a @context"));
    if (!faults.isEmpty()) {
      throw invalid(faults);
    }
    ObjectNode document = Json.object();
    document.set("@context", event.get("@context"));
    document.putObject("epcisBody").putArray("eventList").add(event);
    CaptureJob.CaptureResult result =
        database.inTransaction(transaction -> keeper.keep(transaction, document, false));
    if (result.taken() == 0) {
      throw new EpcisProblem(
          Kind.EXISTS,
          result.known() > 0 ? "This event is here" : "Another event has this id",
          result.faults());
    }
    return EpcisEvent.of(document, event).id();
  }

  /**
   * Takes a document, of which it is known a moment later what became of it; returns the id of the
   * job. Where nothing of it would be taken since something is wrong, it is refused at once.
   */
  String capture(JsonNode document, boolean proceeds, String by) {
    requireStorable(document);
    List<EpcisFault> faults = proceeds ? check.ofDocument(document) : check.ofAll(document);
    if (!faults.isEmpty()) {
      throw invalid(faults);
    }
    if (document.at("/epcisBody/eventList").size() > MOST_EVENTS) {
      throw new EpcisProblem(
          Kind.CAPTURE_LIMIT, "Send %,d events at once at most".formatted(MOST_EVENTS));
    }
    String id = drawn();
    database.inTransaction(
        transaction -> {
          captures.add(transaction, id, clock.instant(), proceeds, by, document);
          changes.record(
              transaction, List.of(new Change(CaptureSubscriber.KIND, id, 0, Optional.empty())));
          return id;
        });
    return id;
  }

  /** What the database cannot hold would stop whoever reads it. */
  private static void requireStorable(JsonNode sent) {
    if (!sent.isObject()) {
      throw invalid(List.of(new EpcisFault("", "Send an object")));
    }
    if (!isStorable(sent)) {
      throw invalid(List.of(new EpcisFault("", "A text contains a NUL character or half of one")));
    }
  }

  private static boolean isStorable(JsonNode node) {
    return node.isTextual()
        ? Json.isStorable(node.asText())
        : node.properties().stream()
                .allMatch(field -> Json.isStorable(field.getKey()) && isStorable(field.getValue()))
            && (!node.isArray() || allStorable(node));
  }

  private static boolean allStorable(JsonNode array) {
    for (JsonNode one : array) {
      if (!isStorable(one)) {
        return false;
      }
    }
    return true;
  }

  private static EpcisProblem invalid(List<EpcisFault> faults) {
    return new EpcisProblem(Kind.VALIDATION, faults.getFirst().toString(), faults);
  }

  private static String drawn() {
    byte[] id = new byte[ID_BYTES];
    RANDOM.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  CaptureJob job(String id) {
    return captures
        .find(database, id)
        .orElseThrow(() -> new EpcisProblem(Kind.NO_SUCH_RESOURCE, "There is no such capture"));
  }

  /** The newest first. */
  List<CaptureJob> jobs(Optional<String> behind, int limit) {
    return captures.newest(database, behind, limit);
  }

  List<BusinessStep> steps() {
    return steps.all(database);
  }

  /** Says what moments are from now on; events that were recorded stay as they are. */
  List<BusinessStep> map(List<BusinessStep> all) {
    Set<StepPlace> places = new HashSet<>();
    for (int at = 0; at < all.size(); at++) {
      if (!places.add(all.get(at).place())) {
        throw new Rejection.Invalid("steps[%d]".formatted(at), "This moment is said twice");
      }
    }
    database.inTransaction(
        transaction -> {
          steps.replace(transaction, all);
          return all;
        });
    return steps();
  }

  List<Subscriber> subscribers() {
    return new ArrayList<>(
        List.of(
            new OrderEventReader(ground.snapshots(), house, zone, clock),
            new CaptureSubscriber(keeper, clock)));
  }

  public void addSweeps(Sweeps sweeps) {
    sweeps.add(
        "EPCIS captures", () -> captures.forget(database, clock.instant().minus(JOBS_KEPT_FOR)));
  }
}
