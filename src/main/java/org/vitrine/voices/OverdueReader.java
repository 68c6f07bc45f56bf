package org.vitrine.voices;

import java.time.Instant;
import java.util.List;
import org.vitrine.platform.database.Queries;

/** What is overdue of open voices, derived when somebody looks at the figures. */
final class OverdueReader implements OverdueOutcomes {
  private static final int MOST = 5_000;

  private final VoiceRepository repository;
  private final StandingRepository standing = new StandingRepository();
  private final VoiceContexts contexts;
  private final EditionShelf editions;

  OverdueReader(VoiceRepository repository, VoiceContexts contexts, EditionShelf editions) {
    this.repository = repository;
    this.contexts = contexts;
    this.editions = editions;
  }

  @Override
  public List<OverdueOutcome> overdueAt(Queries queries, Instant now) {
    List<Voice> voices = repository.all(queries, standing.overdue(queries, now, MOST));
    CommitmentProfile profile = contexts.untold(queries).profile();
    DepartmentCalendars hours = editions.take(queries, voices);
    return voices.stream()
        .flatMap(
            voice ->
                Commitments.derivedFrom(voice.events(), profile, hours).overdueAt(now).stream()
                    .map(outcome -> new OverdueOutcome(voice.company(), outcome)))
        .toList();
  }
}
