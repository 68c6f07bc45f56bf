package org.vitrine.meetings;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;
import org.vitrine.voices.VoiceChange;

/** Keeps what customers said as matters of agendas, as it stands now. */
final class VoiceMatterReader implements Subscriber {
  private final Clock clock;
  private final VoiceMatterRepository said = new VoiceMatterRepository();
  private final MatterRepository repository = new MatterRepository();

  VoiceMatterReader(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "meetings.voices";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(VoiceChange.KIND);
  }

  /** What was said before there were meetings belongs on the first agenda too. */
  @Override
  public boolean hearsThePast() {
    return true;
  }

  @Override
  public boolean hearsOnlyTheNewest() {
    return true;
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    Long[] numbers =
        changes.stream().map(Change::key).map(Long::valueOf).distinct().toArray(Long[]::new);
    said.find(transaction, numbers)
        .forEach(matter -> repository.keep(transaction, matter, clock.instant()));
  }
}
