package org.vitrine.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.evidence.EvidencePlace.EvidenceBy;
import org.vitrine.evidence.EvidencePlaceRepository.PlacedEvidence;
import org.vitrine.evidence.NamedEvidenceRepository.NamingReport;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.production.Report;
import org.vitrine.production.Stage;
import org.vitrine.voices.VoiceChange;

/**
 * Hears from the histories of orders what was seen and where, a moment after it was said, so that a
 * report which names nothing costs nothing; and from messages, of what nobody waits for any more.
 */
final class EvidenceReader implements Subscriber {
  private final OrderSnapshots snapshots;
  private final PictureRequests requests;
  private final Changes changes;
  private final NamedEvidenceRepository reports = new NamedEvidenceRepository();
  private final EvidencePlaceRepository places = new EvidencePlaceRepository();

  EvidenceReader(OrderSnapshots snapshots, PictureRequests requests, Changes changes) {
    this.snapshots = snapshots;
    this.requests = requests;
    this.changes = changes;
  }

  @Override
  public String name() {
    return "evidence.orders";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(OrderVersion.KIND, VoiceChange.CLOSED);
  }

  /** What reports named before this room was there stands where it was seen, too. */
  @Override
  public boolean hearsThePast() {
    return true;
  }

  @Override
  public void hear(Queries transaction, List<Change> heard) {
    List<OrderVersion> events =
        heard.stream().filter(OrderVersion::isOne).map(OrderVersion::of).toList();
    if (!events.isEmpty()) {
      place(transaction, reports.concerned(transaction, events));
    }
    requests.closed(
        transaction,
        heard.stream()
            .filter(change -> change.kind().equals(VoiceChange.CLOSED))
            .map(change -> VoiceChange.of(change).number())
            .distinct()
            .toList());
  }

  private void place(Queries transaction, List<NamingReport> concerned) {
    if (concerned.isEmpty()) {
      return;
    }
    Map<OrderId, OrderSnapshot> orders =
        snapshots
            .within(
                transaction, concerned.stream().map(one -> one.event().order()).distinct().toList())
            .stream()
            .collect(Collectors.toMap(one -> one.order().id(), Function.identity()));
    concerned.stream()
        .map(one -> one.event().order())
        .distinct()
        .sorted(Comparator.comparing(OrderId::value))
        .forEach(order -> places.hold(transaction, order));
    List<Change> told = new ArrayList<>();
    Set<OrderId> removed = new TreeSet<>(Comparator.comparing(OrderId::value));
    for (NamingReport one : concerned) {
      OrderId order = one.event().order();
      boolean stands = one.counts() && orders.containsKey(order);
      boolean moved =
          stands
              ? place(transaction, one, orders.get(order))
              : !places.remove(transaction, one.event()).isEmpty();
      if (moved) {
        told.add(EvidenceChange.of(order, one.company()));
      }
      if (moved && !stands) {
        removed.add(order);
      }
    }
    removed.forEach(order -> requests.missed(transaction, order));
    changes.record(transaction, told.stream().distinct().toList());
  }

  private boolean place(Queries transaction, NamingReport named, OrderSnapshot order) {
    Report report = named.report();
    Optional<String> station = Optional.ofNullable(report.origin().station());
    EvidencePlace place =
        new EvidencePlace(
            named.company(),
            named.event().order(),
            named.event().version(),
            report.place().line(),
            order.stageOf(report).map(Stage::code),
            Optional.ofNullable(report.reading().requirement()),
            named.by().happenedAt(),
            new EvidenceBy(station, Optional.ofNullable(named.by().actor())));
    List<PlacedEvidence> added = places.add(transaction, place, named.evidence());
    if (station.isPresent() && place.stage().isPresent()) {
      added.stream()
          .filter(PlacedEvidence::isShown)
          .findFirst()
          .ifPresent(shown -> requests.answer(transaction, place, station.get(), shown));
    }
    return !added.isEmpty();
  }
}
