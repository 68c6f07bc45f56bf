package org.vitrine.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.evidence.EvidencePlace.EvidenceBy;
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
    List<Change> told = new ArrayList<>();
    for (NamingReport one : concerned) {
      boolean moved =
          one.counts() && orders.containsKey(one.event().order())
              ? place(transaction, one, orders.get(one.event().order()))
              : !places.remove(transaction, one.event()).isEmpty();
      if (moved) {
        told.add(EvidenceChange.of(one.event().order(), one.company()));
      }
    }
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
    List<EvidenceHash> added = places.add(transaction, place, named.evidence());
    if (!added.isEmpty() && station.isPresent() && place.stage().isPresent()) {
      requests.answer(transaction, place, station.get(), added.getFirst());
    }
    return !added.isEmpty();
  }
}
