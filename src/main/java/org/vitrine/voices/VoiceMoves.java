package org.vitrine.voices;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.vitrine.calendars.CalendarEdition;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyChange;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.voices.VoiceRepository.Addition;

/**
 * What moves open voices from outside: other hours of their department, in the transaction in which
 * these change; another tier of their company, as soon as that is heard of.
 */
final class VoiceMoves implements DepartmentFollower, Subscriber {
  private final VoiceContexts contexts;
  private final VoiceWriter writer;
  private final VoiceRepository repository;
  private final StandingRepository standing = new StandingRepository();
  private final Clock clock;

  VoiceMoves(VoiceContexts contexts, VoiceWriter writer, VoiceRepository repository, Clock clock) {
    this.contexts = contexts;
    this.writer = writer;
    this.repository = repository;
    this.clock = clock;
  }

  @Override
  public int hoursSuperseded(
      Queries transaction, List<String> departments, CalendarEdition calendar, Instant now) {
    Instant at = Json.asRead(now);
    return move(
        transaction,
        standing.lockOfDepartments(transaction, departments),
        voice -> new VoiceEvent.CalendarSuperseded(at, calendar));
  }

  @Override
  public String name() {
    return "voices.company-changes";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(CompanyChange.KIND);
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    changes.stream()
        .map(CompanyChange::of)
        .filter(
            change ->
                change.before().filter(was -> was.tier() != change.after().tier()).isPresent())
        .forEach(change -> tierChanged(transaction, change.after()));
  }

  private void tierChanged(Queries transaction, Company company) {
    Instant now = Json.asRead(clock.instant());
    move(
        transaction,
        standing.lockOfCompany(transaction, company.id(), company.tier()),
        voice -> new VoiceEvent.TierChanged(now, voice.tier(), company.tier()));
    standing.tierOfClosed(transaction, company.id(), company.tier());
  }

  private int move(
      Queries transaction, List<VoiceNumber> numbers, Function<Voice, VoiceEvent> event) {
    if (numbers.isEmpty()) {
      return 0;
    }
    List<Addition> additions =
        repository.all(transaction, numbers).stream()
            .map(voice -> new Addition(voice, List.of(event.apply(voice))))
            .toList();
    return writer.append(transaction, additions, contexts.untold(transaction)).size();
  }
}
