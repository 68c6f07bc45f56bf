package org.vitrine.nonconformances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.access.Actor;
import org.vitrine.actions.Action;
import org.vitrine.actions.ActionNumber;
import org.vitrine.actions.ActionState;
import org.vitrine.actions.Actions;
import org.vitrine.nonconformances.ProofReadingRepository.CountedReading;
import org.vitrine.nonconformances.ProofReadingRepository.MeasuredSpot;
import org.vitrine.nonconformances.ProofReadingRepository.ToldReading;
import org.vitrine.nonconformances.PurposedAction.WatchedProof;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderVersion;
import org.vitrine.orders.Wording;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSnapshots;

/**
 * What actions are for, and whether they worked: counted from readings, declared by nobody
 * (decision 0106).
 */
final class ProofLedger {
  private static final Actor VITRINE = Actor.system("Vitrine");

  private final Actions actions;
  private final OrderSnapshots snapshots;
  private final NonconformanceDesk desk;
  private final ProofRepository repository = new ProofRepository();
  private final ProofReadingRepository readings = new ProofReadingRepository();

  ProofLedger(Actions actions, OrderSnapshots snapshots, NonconformanceDesk desk) {
    this.actions = actions;
    this.snapshots = snapshots;
    this.desk = desk;
  }

  List<PurposedAction> of(Queries queries, NonconformanceNumber number) {
    return repository.of(queries, number);
  }

  /** Says what an action is for; counting begins anew where another proof is named. */
  void name(
      Queries transaction,
      Nonconformance one,
      ActionNumber action,
      ActionPurpose purpose,
      Optional<NamedProof> proof,
      Actor by) {
    Optional<PurposedAction> before =
        repository.find(transaction, List.of(action)).stream().findFirst();
    Optional<WatchedProof> kept =
        before
            .flatMap(PurposedAction::proof)
            .filter(known -> proof.equals(Optional.of(known.wanted())));
    if (before.filter(known -> known.purpose() == purpose).isPresent()
        && (kept.isPresent() || proof.isEmpty() && before.get().proof().isEmpty())) {
      return;
    }
    Optional<WatchedProof> watched = kept.or(() -> proof.map(wanted -> fresh(transaction, wanted)));
    if (kept.isEmpty()) {
      readings.forget(transaction, action);
    }
    repository.name(transaction, new PurposedAction(action, one.number(), purpose, watched));
    kept.ifPresent(known -> repository.count(transaction, action, known));
    ObjectNode said = Json.object().put("action", action.value()).put("purpose", purpose.code());
    proof.ifPresent(wanted -> said.set("proof", Json.tree(wanted)));
    desk.write(transaction, one, "purpose-named", said, by);
    recount(transaction, List.of(action));
  }

  private WatchedProof fresh(Queries queries, NamedProof wanted) {
    Wording name =
        repository
            .named(queries, wanted.product(), wanted.requirement())
            .orElseThrow(
                () ->
                    new Rejection.Invalid(
                        "proof.requirement", "No line of this product has such a requirement"));
    return new WatchedProof(wanted, name, desk.now(), Optional.empty(), ProofCount.NOTHING);
  }

  /**
   * What the plant told: readings of what is watched, and what they correct. Where an import was
   * taken back, all of its order is read anew: what it told never was. So it is where a photo is
   * demanded: it may be one of another reading by now that counts.
   */
  void heard(Queries transaction, List<OrderVersion> events) {
    TreeSet<Long> moved = new TreeSet<>();
    List<OrderId> anew = readings.toReadAnew(transaction, events);
    if (!anew.isEmpty()) {
      readings.forget(transaction, anew).forEach(action -> moved.add(action.value()));
      moved.addAll(add(transaction, readings.standing(transaction, anew), true));
    }
    moved.addAll(add(transaction, events, false));
    readings.correct(transaction, events).forEach(action -> moved.add(action.value()));
    recount(transaction, moved.stream().map(ActionNumber::new).toList());
  }

  private Set<Long> add(Queries transaction, List<OrderVersion> events, boolean all) {
    List<CountedReading> watched =
        readings.told(transaction, events).stream()
            .filter(ToldReading::isReading)
            .flatMap(
                told ->
                    repository.watched(transaction, told.product(), told.requirement()).stream()
                        .map(action -> new CountedReading(action, told)))
            .toList();
    List<CountedReading> counted = counting(transaction, watched);
    if (!counted.isEmpty()) {
      readings.add(transaction, counted, all);
    }
    return counted.stream().map(one -> one.action().value()).collect(Collectors.toSet());
  }

  /** Those on which the verdicts of their orders may rest. */
  private List<CountedReading> counting(Queries transaction, List<CountedReading> watched) {
    Map<OrderId, OrderSnapshot> orders =
        snapshots
            .within(transaction, watched.stream().map(CountedReading::order).distinct().toList())
            .stream()
            .collect(Collectors.toMap(one -> one.order().id(), Function.identity()));
    Map<MeasuredSpot, Set<String>> known = new HashMap<>();
    return watched.stream()
        .filter(
            one ->
                orders.containsKey(one.order())
                    && known
                        .computeIfAbsent(
                            one.reading().spot(),
                            spot ->
                                orders.get(one.order()).counting(spot.line(), spot.requirement()))
                        .contains(one.reading().report()))
        .toList();
  }

  /** Readings that are gone with their order count no more. */
  void recountAll(Queries transaction) {
    recount(transaction, repository.watched(transaction));
  }

  /** Counts these from what there is; where something is another, their nonconformance says so. */
  void recount(Queries transaction, Collection<ActionNumber> numbers) {
    if (numbers.isEmpty()) {
      return;
    }
    Map<ActionNumber, Action> known =
        actions.find(transaction, numbers).stream()
            .collect(Collectors.toMap(Action::number, Function.identity()));
    Map<NonconformanceNumber, Nonconformance> locked = new HashMap<>();
    for (PurposedAction one : repository.find(transaction, numbers)) {
      one.proof()
          .ifPresent(
              proof -> {
                Optional<Instant> done = doneAt(known.get(one.action()));
                WatchedProof now = counted(transaction, one.action(), proof, done);
                if (!now.equals(proof)) {
                  repository.count(transaction, one.action(), now);
                  locked.compute(
                      one.nonconformance(),
                      (number, before) ->
                          tell(
                              transaction,
                              before == null ? desk.lock(transaction, number) : before,
                              one.proving(now),
                              proof.count()));
                }
              });
    }
  }

  /** Absent where it is open, or is not done any more. */
  private static Optional<Instant> doneAt(Action action) {
    return Optional.ofNullable(action)
        .filter(one -> !one.state().isOpen() && one.state() != ActionState.WITHDRAWN)
        .flatMap(Action::closing)
        .map(Action.ActionClosing::at);
  }

  private WatchedProof counted(
      Queries queries, ActionNumber action, WatchedProof proof, Optional<Instant> done) {
    WatchedProof then = proof.standing(done, ProofCount.NOTHING);
    return then.since()
        .map(
            since ->
                then.standing(
                    done,
                    ProofCount.derivedFrom(
                        readings.readings(queries, action, since), since, proof.wanted().goal())))
        .orElse(then);
  }

  private Nonconformance tell(
      Queries transaction, Nonconformance one, PurposedAction action, ProofCount before) {
    ProofCount now = action.proof().orElseThrow().count();
    ObjectNode said =
        Json.object()
            .put("action", action.action().value())
            .put("goal", action.proof().orElseThrow().wanted().goal())
            .put("counted", before.counted());
    if (now.isProven() && !before.isProven()) {
      return desk.write(
          transaction, one, "action-proven", said.put("counted", now.counted()), VITRINE);
    }
    if (now.restarts() > before.restarts()) {
      return desk.write(transaction, one, "proof-restarted", said, VITRINE);
    }
    desk.tell(transaction, CorrectionTopics.COUNTED, one, Json.object());
    return one;
  }
}
