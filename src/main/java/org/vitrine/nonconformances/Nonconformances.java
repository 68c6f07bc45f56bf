package org.vitrine.nonconformances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vitrine.access.Actor;
import org.vitrine.actions.ActionNumber;
import org.vitrine.actions.Actions;
import org.vitrine.companies.Companies;
import org.vitrine.nonconformances.DoubtLedger.DoubtCause;
import org.vitrine.nonconformances.DoubtLedger.DoubtedPlace;
import org.vitrine.nonconformances.Nonconformance.NonconformanceClosing;
import org.vitrine.nonconformances.Nonconformance.TeamMember;
import org.vitrine.nonconformances.Nonconformance.WhatIsWrong;
import org.vitrine.nonconformances.NonconformanceActions.RaiseAction;
import org.vitrine.nonconformances.OpenMatters.CloseNonconformance;
import org.vitrine.nonconformances.OpenMatters.OpenMatter;
import org.vitrine.nonconformances.RaiseNonconformance.ChangeNonconformance;
import org.vitrine.orders.Doubts;
import org.vitrine.people.Colleagues;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.traceability.Criteria;
import org.vitrine.traceability.Traces;
import org.vitrine.tracking.Tracking;
import org.vitrine.voices.Voices;

/**
 * The door to what is wrong with what is made. Other rooms hear of it by {@link
 * NonconformanceChange}; a stage that it concerns is in doubt until it is closed.
 */
public final class Nonconformances {
  private static final int MOST_IN_TEAM = 30;

  private final Database database;
  private final NonconformanceDesk desk;
  private final NonconformanceAnchors anchors;
  private final DoubtLedger doubts;
  private final NonconformanceActions actions;
  private final ContainmentDesk containment;
  private final ContainmentReader containments;
  private final NonconformanceReader reader;
  private final OrderSnapshots snapshots;
  private final List<OpenMatters> matters = new CopyOnWriteArrayList<>();
  private final Colleagues colleagues = new Colleagues();

  /** The rooms below. */
  public record NonconformanceGround(
      Companies companies,
      Tracking tracking,
      OrderSnapshots snapshots,
      Voices voices,
      Actions actions,
      Traces traces) {}

  public Nonconformances(
      Database database, Changes changes, NonconformanceGround ground, Clock clock) {
    this.database = database;
    this.snapshots = ground.snapshots();
    this.desk = new NonconformanceDesk(changes, clock);
    this.anchors =
        new NonconformanceAnchors(ground.tracking(), ground.snapshots(), ground.voices().open());
    this.doubts = new DoubtLedger(new Doubts(changes, clock));
    this.actions = new NonconformanceActions(ground.actions(), desk);
    this.containments = new ContainmentReader(ground.companies());
    this.reader = new NonconformanceReader(database, ground.actions(), this::left, containments);
    this.containment = new ContainmentDesk(ground.traces(), desk, doubts);
    closedAfter(containment);
    closedAfter(actions);
  }

  /** Throws {@link Rejection.NotFound} where there is none of this number. */
  public Nonconformance require(Queries queries, NonconformanceNumber number) {
    return desk.read(queries, number);
  }

  /** What of it left, company by company: each is told of its own. */
  public List<AffectedCompany> affected(Queries queries, NonconformanceNumber number) {
    return containments.affected(queries, number);
  }

  ContainmentDesk containment() {
    return containment;
  }

  ReleaseDesk releases() {
    return new ReleaseDesk(desk, containment);
  }

  NonconformanceReader reader() {
    return reader;
  }

  /** What rooms above ask of them. */
  public OpenNonconformances open() {
    return new OpenNonconformances(this::affected);
  }

  OrderSnapshots snapshots() {
    return snapshots;
  }

  NonconformanceDesk desk() {
    return desk;
  }

  /** Raises one: the stage that it is about is in doubt from then on, for everybody. */
  public NonconformanceNumber raise(RaiseNonconformance wanted, Actor by) {
    WhatIsWrong finding = wanted.finding();
    NonconformanceAnchor anchor = anchors.require(database, wanted.place());
    List<DoubtedPlace> doubted = anchors.doubted(anchor);
    return database.inTransaction(
        transaction -> {
          List<TeamMember> team = team(transaction, wanted.team());
          Nonconformance made = desk.make(transaction, finding, anchor, team, by);
          doubts.keep(transaction, Map.of(DoubtCause.raised(made.number()), doubted), by);
          return made.number();
        });
  }

  /** Holds everything that these criteria reach, in one act. */
  public void contain(NonconformanceNumber number, Criteria criteria, Actor by) {
    database.inTransaction(
        transaction -> containment.contain(transaction, number, criteria, Optional.empty(), by));
  }

  private List<TeamMember> team(Queries queries, List<String> emails) {
    List<String> people = emails == null ? List.of() : emails;
    if (people.size() > MOST_IN_TEAM) {
      throw new Rejection.Invalid("team", "At most %d people".formatted(MOST_IN_TEAM));
    }
    return colleagues.require(queries, "team", people).stream()
        .map(colleague -> new TeamMember(colleague.id(), colleague.name()))
        .distinct()
        .toList();
  }

  /**
   * Says otherwise what is wrong, how bad it is or who works on it.
   *
   * @param startedFrom the version that whoever says so has read
   */
  void change(
      NonconformanceNumber number,
      ChangeNonconformance wanted,
      Optional<Long> startedFrom,
      Actor by) {
    WhatIsWrong finding = wanted.finding();
    database.inTransaction(
        transaction -> {
          Nonconformance before = desk.lockOpen(transaction, number);
          desk.requireStartedFrom(before, startedFrom);
          List<TeamMember> team =
              wanted.team() == null ? before.team() : team(transaction, wanted.team());
          ObjectNode said = differences(before, finding, team);
          if (said.isEmpty()) {
            return before;
          }
          Nonconformance after = before.edited(finding, team);
          desk.saveTeam(transaction, after);
          return desk.write(transaction, after, "changed", said, by);
        });
  }

  /** What the history says of an edit. */
  private static ObjectNode differences(
      Nonconformance before, WhatIsWrong finding, List<TeamMember> team) {
    ObjectNode said = Json.object();
    if (!before.finding().title().equals(finding.title())) {
      said.put("title", finding.title());
    }
    if (before.finding().severity() != finding.severity()) {
      said.put("severity", finding.severity().code());
      said.put("before", before.finding().severity().code());
    }
    if (!before.finding().problem().equals(finding.problem())) {
      said.put("problem", true);
    }
    if (!before.team().equals(team)) {
      said.put("team", true);
    }
    return said;
  }

  /** What it says of how one is left is asked before that one is closed. */
  public void closedAfter(OpenMatters more) {
    matters.add(more);
  }

  /** What is not done yet. */
  List<OpenMatter> left(Queries queries, NonconformanceNumber number) {
    return matters.stream().flatMap(one -> one.of(queries, number).stream()).toList();
  }

  /**
   * Closes it: what it doubted of its order is settled. Throws {@link Rejection.Invalid} where
   * something is left that no reason is given for.
   */
  void close(NonconformanceNumber number, CloseNonconformance how, Actor by) {
    Optional<String> text = NonconformanceText.word(how.text());
    database.inTransaction(
        transaction -> {
          Nonconformance one = desk.lockOpen(transaction, number);
          ObjectNode said = Json.object();
          text.ifPresent(word -> said.put("text", word));
          said.set("left", Json.tree(how.reasonsFor(left(transaction, number))));
          Nonconformance closed =
              one.closed(Optional.of(new NonconformanceClosing(desk.now(), by.name(), text)));
          Nonconformance written = desk.write(transaction, closed, "closed", said, by);
          containment.hold(transaction, written, List.of(), by);
          desk.tell(transaction, NonconformanceChange.CLOSED, written, said);
          return written;
        });
  }

  /** It was not over: it is open again under its number. */
  void reopen(NonconformanceNumber number, String reason, Actor by) {
    String why = NonconformanceText.reason(reason, "Say why it is open again");
    List<DoubtedPlace> doubted = anchors.doubted(desk.read(database, number).anchor());
    database.inTransaction(
        transaction -> {
          Nonconformance one = desk.lock(transaction, number);
          if (one.isOpen()) {
            throw new Rejection.Conflict("It is open already");
          }
          Nonconformance open = one.closed(Optional.empty());
          ObjectNode said = Json.object().put("reason", why);
          Nonconformance written = desk.write(transaction, open, "reopened", said, by);
          return containment.reopened(transaction, written, doubted, by);
        });
  }

  ActionNumber raiseAction(NonconformanceNumber number, RaiseAction wanted, Actor by) {
    return database.inTransaction(transaction -> actions.raise(transaction, number, wanted, by));
  }
}
