package org.vitrine.meetings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.companies.CompanyId;
import org.vitrine.meetings.AgendaItem.AgendaState;
import org.vitrine.meetings.AgendaItem.ItemFigures;
import org.vitrine.meetings.AgendaRepository.ItemSource;
import org.vitrine.meetings.AgendaWriteRepository.ItemVoter;
import org.vitrine.meetings.MatterGroup.RankedSource;
import org.vitrine.meetings.MeetingDesk.MeetingTurn;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * Makes the agenda of a meeting that is still to come, again and again: what stayed open at the one
 * before comes first, then what happened since is put where it belongs, and all of it is ranked.
 * What somebody did to an item stays: where it was put, what it was merged into, that it was
 * dropped. A run that finds nothing new changes nothing.
 */
final class AgendaBuilder {
  private static final Logger LOG = LoggerFactory.getLogger(AgendaBuilder.class);

  /** From so many companies on an item is open to all: nobody can tell whose trouble it is. */
  static final int OPENS_AT = 3;

  private static final int MOST_MATTERS = 2_000;
  private static final int MOST_MEETINGS = 50;
  private static final int PROPOSAL_MINUTES = 5;

  /** What commits a moment later than it says is found by the next run. */
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final Database database;
  private final MeetingDesk desk;
  private final Clock clock;
  private final AgendaRepository agenda = new AgendaRepository();
  private final AgendaWriteRepository repository = new AgendaWriteRepository();
  private final MatterRepository matters = new MatterRepository();
  private final PlanRepository plans = new PlanRepository();
  private final AgendaCharts charts = new AgendaCharts();

  AgendaBuilder(Database database, MeetingDesk desk, Clock clock) {
    this.database = database;
    this.desk = desk;
    this.clock = clock;
  }

  /** Agendas of which something is another than when they were made, those that wait longest. */
  void buildStale() {
    repository.stale(database, clock.instant(), MOST_MEETINGS).forEach(this::attempt);
  }

  private void attempt(MeetingNumber meeting) {
    try {
      build(meeting);
    } catch (Rejection.Unavailable away) {
      throw away;
    } catch (RuntimeException fault) {
      LOG.error("The agenda of meeting {} could not be made", meeting, fault);
    }
  }

  void build(MeetingNumber meeting) {
    database.inTransaction(
        transaction -> {
          desk.actIfNeeded(transaction, meeting, this::build);
          return null;
        });
  }

  /** The same after a vote, which moves items and brings none. */
  void rerank(MeetingNumber meeting) {
    database.inTransaction(
        transaction -> {
          desk.actIfNeeded(transaction, meeting, this::rank);
          return null;
        });
  }

  private boolean build(MeetingTurn turn) {
    Meeting meeting = turn.meeting();
    if (meeting.state() != MeetingState.PLANNED) {
      return false;
    }
    Queries transaction = turn.transaction();
    boolean changed =
        meeting
            .subject()
            .previous()
            .map(from -> repository.carry(transaction, meeting.number(), from, turn.now()))
            .orElse(false);
    changed |= repository.follow(transaction, meeting.number());
    changed |= place(turn);
    changed |= rank(turn);
    repository.made(transaction, meeting.number(), clock.instant().minus(MARGIN));
    return changed;
  }

  /** Each new matter comes to the item of its topic, which is made where there is none. */
  private boolean place(MeetingTurn turn) {
    Meeting meeting = turn.meeting();
    Queries transaction = turn.transaction();
    Map<Long, AgendaItem> items = items(transaction, meeting.number());
    List<MatterGroup> found = MatterGroup.of(found(turn));
    AgendaPlaces places = new AgendaPlaces(repository, items.values(), found);
    Set<String> attached =
        agenda.sources(transaction, Optional.empty(), List.of(meeting.number())).stream()
            .map(source -> source.kind().code() + "/" + source.key())
            .collect(Collectors.toCollection(HashSet::new));
    boolean changed = false;
    for (MatterGroup group : AgendaPlaces.ranked(found)) {
      List<Matter> fresh =
          group.matters().stream()
              .filter(one -> attached.add(one.kind().code() + "/" + one.key()))
              .toList();
      Optional<Long> item = places.of(group.topic());
      if (fresh.isEmpty() || item.isEmpty() && !places.makesRoom(transaction, group)) {
        continue;
      }
      long target =
          item.map(one -> merged(items, one))
              .orElseGet(
                  () ->
                      repository.open(
                          transaction, meeting.number(), group, minutes(group), turn.now()));
      places.take(group.topic(), item.orElse(target));
      repository.attach(transaction, meeting.number(), target, fresh);
      changed = true;
    }
    return changed;
  }

  private static int minutes(MatterGroup group) {
    return group.isProposal() ? PROPOSAL_MINUTES : AgendaPlaces.USUAL_MINUTES;
  }

  /** Where what belongs to this one is talked about. */
  private static long merged(Map<Long, AgendaItem> items, long item) {
    AgendaItem at = items.get(item);
    for (int hops = 0; at.fate().mergedInto().isPresent() && hops < AgendaPlaces.MOST; hops++) {
      at = items.get(at.fate().mergedInto().get());
    }
    return at.id();
  }

  private List<Matter> found(MeetingTurn turn) {
    MeetingNumber number = turn.meeting().number();
    Instant from = plans.behind(turn.transaction(), number).mattersFrom();
    List<Matter> found = new ArrayList<>();
    if (turn.meeting().kind() == MeetingKind.QUALITY_IMPROVEMENT) {
      found.addAll(
          matters.between(turn.transaction(), from, turn.meeting().time().ends(), MOST_MATTERS));
    }
    found.addAll(repository.proposals(turn.transaction(), number));
    return found;
  }

  private Map<Long, AgendaItem> items(Queries queries, MeetingNumber number) {
    return agenda.shown(queries, new MeetingAudience.ForHouse(true, true), List.of(number)).stream()
        .collect(Collectors.toMap(AgendaItem::id, one -> one));
  }

  private boolean rank(MeetingTurn turn) {
    Queries transaction = turn.transaction();
    MeetingNumber number = turn.meeting().number();
    Map<Long, List<ItemSource>> sources =
        agenda.sources(transaction, Optional.empty(), List.of(number)).stream()
            .collect(Collectors.groupingBy(ItemSource::item));
    Map<Long, List<ItemVoter>> voters =
        repository.voters(transaction, number).stream()
            .collect(Collectors.groupingBy(ItemVoter::item));
    boolean changed = false;
    for (AgendaItem item : items(transaction, number).values()) {
      if (item.state() == AgendaState.OPEN) {
        List<ItemSource> of = sources.getOrDefault(item.id(), List.of());
        List<CompanyId> votes =
            voters.getOrDefault(item.id(), List.of()).stream().map(ItemVoter::company).toList();
        changed |= rank(transaction, item, of, votes);
      }
    }
    return changed;
  }

  private boolean rank(
      Queries transaction, AgendaItem item, List<ItemSource> sources, List<CompanyId> votes) {
    ItemFigures figures =
        MatterGroup.figures(
            sources.stream().map(one -> new RankedSource(one.company(), one.weight())).toList(),
            votes);
    long companies = sources.stream().flatMap(one -> one.company().stream()).distinct().count();
    ObjectNode facts = ((ObjectNode) item.facts()).deepCopy();
    charts.addTo(transaction, item.topic().orElse(""), facts, sources, clock.instant());
    return repository.rank(
        transaction, item.id(), figures, companies >= OPENS_AT, facts.toString());
  }
}
