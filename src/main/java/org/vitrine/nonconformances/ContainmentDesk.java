package org.vitrine.nonconformances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.nonconformances.DoubtLedger.DoubtCause;
import org.vitrine.nonconformances.DoubtLedger.DoubtedPlace;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.production.HeldCode;
import org.vitrine.production.HeldCode.CodeKind;
import org.vitrine.production.HeldCodes;
import org.vitrine.traceability.Criteria;
import org.vitrine.traceability.Impact;
import org.vitrine.traceability.Traces;

/**
 * Where everything of a kind is held. What is reached, what is held, what that doubts of orders,
 * the entry in the history and the changes are written in one transaction (decision 0099): whoever
 * dies in between has done nothing.
 */
final class ContainmentDesk implements OpenMatters {
  private final Traces traces;
  private final NonconformanceDesk desk;
  private final DoubtLedger doubts;
  private final HeldCodes codes = new HeldCodes();
  private final ContainmentRepository repository = new ContainmentRepository();

  ContainmentDesk(Traces traces, NonconformanceDesk desk, DoubtLedger doubts) {
    this.traces = traces;
    this.desk = desk;
    this.doubts = doubts;
  }

  /** What it would come to; nothing is written. */
  ContainmentPlan preview(Queries queries, NonconformanceNumber number, Criteria criteria) {
    desk.read(queries, number);
    return plan(queries, number, criteria, isSought(queries, number, criteria));
  }

  private boolean isSought(Queries queries, NonconformanceNumber number, Criteria criteria) {
    return repository
        .find(queries, number)
        .filter(containment -> containment.criteria().equals(criteria))
        .isPresent();
  }

  private ContainmentPlan plan(
      Queries queries, NonconformanceNumber number, Criteria criteria, boolean sought) {
    List<Contained> before = repository.all(queries, number);
    Impact impact = traces.impact(queries, criteria);
    return sought
        ? ContainmentPlan.of(before, impact)
        : ContainmentPlan.soughtOtherwise(before, impact);
  }

  /**
   * Holds everything that these criteria reach, and asks for the release of what is held and they
   * do not reach any more; the same again is nothing new.
   *
   * @param startedFrom the version of the nonconformance that whoever does so has read
   */
  ContainmentPlan contain(
      Queries transaction,
      NonconformanceNumber number,
      Criteria criteria,
      Optional<Long> startedFrom,
      Actor by) {
    Nonconformance one = desk.lockOpen(transaction, number);
    desk.requireStartedFrom(one, startedFrom);
    boolean sought = isSought(transaction, number, criteria);
    ContainmentPlan plan = plan(transaction, number, criteria, sought);
    if (plan.isNothing() && sought) {
      return plan;
    }
    Instant now = desk.now();
    if (!sought) {
      repository.save(transaction, number, criteria, now, by);
    }
    repository.write(transaction, number, plan.changed(), now, by);
    hold(transaction, one, by);
    ObjectNode said = plan.difference();
    said.set("criteria", Json.tree(criteria));
    said.set("counts", Json.tree(plan.counts()));
    Nonconformance written = desk.write(transaction, one, "contained", said, by);
    desk.tell(transaction, NonconformanceChange.CONTAINED, written, plan.difference());
    return plan;
  }

  /**
   * Something was made, moved or is known otherwise: what that adds is held as well. All of them
   * are locked before any order is, as everybody does who writes about one.
   */
  void follow(Queries transaction, Actor by) {
    List<Followed> followed = new ArrayList<>();
    for (NonconformanceNumber number : repository.open(transaction)) {
      Nonconformance one = desk.lock(transaction, number);
      if (one.isOpen()) {
        planAgain(transaction, number)
            .filter(plan -> !plan.isNothing())
            .ifPresent(plan -> followed.add(new Followed(one, plan)));
      }
    }
    follow(transaction, followed, by);
  }

  /** One for which what was sought again came to something else. */
  private record Followed(Nonconformance one, ContainmentPlan plan) {}

  /** Nothing where all that is sought is not known any more: what is held stays held. */
  private Optional<ContainmentPlan> planAgain(Queries queries, NonconformanceNumber number) {
    return repository
        .find(queries, number)
        .flatMap(containment -> traces.impactOfKnown(queries, containment.criteria()))
        .map(impact -> ContainmentPlan.of(repository.all(queries, number), impact));
  }

  private void follow(Queries transaction, List<Followed> followed, Actor by) {
    Map<DoubtCause, List<DoubtedPlace>> doubted = new HashMap<>();
    for (Followed each : followed) {
      repository.write(transaction, each.one().number(), each.plan().changed(), desk.now(), by);
      doubted.putAll(held(transaction, each.one()));
    }
    doubts.keep(transaction, doubted, by);
    for (Followed each : followed) {
      ObjectNode said = each.plan().difference();
      Nonconformance written = desk.write(transaction, each.one(), "followed", said, by);
      desk.tell(transaction, NonconformanceChange.CONTAINED, written, said);
    }
  }

  /** It is open again: what was made of it or moved while it was closed is found now. */
  Nonconformance reopened(
      Queries transaction, Nonconformance one, List<DoubtedPlace> raised, Actor by) {
    Optional<ContainmentPlan> plan =
        planAgain(transaction, one.number()).filter(again -> !again.isNothing());
    plan.ifPresent(
        again -> repository.write(transaction, one.number(), again.changed(), desk.now(), by));
    hold(transaction, one, raised, by);
    if (plan.isEmpty()) {
      return one;
    }
    ObjectNode said = plan.get().difference();
    Nonconformance written = desk.write(transaction, one, "followed", said, by);
    desk.tell(transaction, NonconformanceChange.CONTAINED, written, said);
    return written;
  }

  /** What is held is held, and nothing else is: for reports, and in the orders' own pages. */
  void hold(Queries transaction, Nonconformance one, Actor by) {
    doubts.keep(transaction, held(transaction, one), by);
  }

  /**
   * The same, with where it showed: said at once, so that orders are locked in one order.
   *
   * @param raised what is in doubt because it showed there
   */
  void hold(Queries transaction, Nonconformance one, List<DoubtedPlace> raised, Actor by) {
    Map<DoubtCause, List<DoubtedPlace>> doubted = new HashMap<>(held(transaction, one));
    doubted.put(DoubtCause.raised(one.number()), raised);
    doubts.keep(transaction, doubted, by);
  }

  /** Holds it for reports; returns what that doubts. */
  private Map<DoubtCause, List<DoubtedPlace>> held(Queries transaction, Nonconformance one) {
    NonconformanceNumber number = one.number();
    List<HeldCode> keys = new ArrayList<>();
    repository.all(transaction, number).stream()
        .filter(Contained::isHeld)
        .map(Contained::heldCode)
        .forEach(keys::add);
    if (one.isOpen()) {
      repository
          .find(transaction, number)
          .ifPresent(containment -> keys.addAll(suppliersLots(containment.criteria())));
    }
    codes.keep(transaction, number.toString(), keys);
    return Map.of(DoubtCause.held(number), repository.heldFor(transaction, number));
  }

  /** Sought by nothing else, none of it may be used while it is looked into. */
  private static List<HeldCode> suppliersLots(Criteria criteria) {
    boolean alone =
        criteria.lots().isEmpty()
            && criteria.serialRange() == null
            && criteria.station() == null
            && criteria.product() == null;
    return alone
        ? criteria.supplierLots().stream()
            .map(code -> new HeldCode(CodeKind.SUPPLIER_LOT, code))
            .toList()
        : List.of();
  }

  @Override
  public List<OpenMatter> of(Queries queries, NonconformanceNumber number) {
    long things = repository.all(queries, number).stream().filter(Contained::isHeld).count();
    return things == 0 ? List.of() : List.of(new OpenMatter("held", things));
  }
}
