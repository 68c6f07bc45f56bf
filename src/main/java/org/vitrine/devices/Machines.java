package org.vitrine.devices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.vitrine.devices.MachineCard.MachineSpell;
import org.vitrine.devices.MachineCard.SaidOfMachine;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.json.Json;

/**
 * The door to what machines, or whoever listens to them, say of themselves: that one is silent, was
 * restarted, or that something of it was missed. Nothing is guessed over that.
 */
public final class Machines {
  private static final int MOST = 2_000;
  private static final int SPELLS = 5;
  private static final Duration SPELLS_KEPT_FOR = Duration.ofDays(365);

  private final Database database;
  private final Clock clock;
  private final MachineRepository repository = new MachineRepository();

  public Machines(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** All of these, or none: they are small, and the next ones say the same and more. */
  public void hear(List<MachineSignal> sent) {
    Instant now = Json.asRead(clock.instant());
    List<MachineSignal> signals =
        sent.stream()
            .map(signal -> signal.checked(now))
            .sorted(Comparator.comparing(MachineSignal::key).thenComparing(MachineSignal::at))
            .toList();
    database.inTransaction(
        transaction -> {
          signals.forEach(signal -> repository.hear(transaction, signal, now));
          if (repository.count(transaction) > MOST) {
            throw new Rejection.Invalid("machine", "There are %,d already".formatted(MOST));
          }
          return null;
        });
  }

  public boolean areNone() {
    return repository.count(database) == 0;
  }

  /** All, those first that are silent. */
  List<MachineCard> all() {
    return cards(repository.all(database));
  }

  /** Those of which one of these is the key. */
  List<MachineCard> named(Collection<String> keys) {
    return cards(
        repository.all(database).stream().filter(said -> keys.contains(said.key())).toList());
  }

  private List<MachineCard> cards(List<SaidOfMachine> all) {
    if (all.isEmpty()) {
      return List.of();
    }
    Map<String, List<MachineSpell>> spells = repository.spells(database, SPELLS);
    Instant now = clock.instant();
    return all.stream()
        .map(said -> MachineCard.of(said, spells.getOrDefault(said.key(), List.of()), now))
        .sorted(
            Comparator.comparing((MachineCard card) -> card.state() != MachineState.SILENT)
                .thenComparing(MachineCard::name))
        .toList();
  }

  public void addSweeps(Sweeps sweeps) {
    sweeps.add(
        "machine spells",
        () -> repository.forget(database, clock.instant().minus(SPELLS_KEPT_FOR)));
  }
}
