package org.vitrine.voices;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vitrine.access.Actor;
import org.vitrine.access.Revocations;
import org.vitrine.calendars.CalendarEdition;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyChange;
import org.vitrine.people.Colleagues;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.voices.VoiceRepository.Addition;

/**
 * What moves open voices from outside: other hours of their department, or that it is gone, and
 * that somebody is no longer of the house, in the transaction in which this changes; another tier
 * of their company, as soon as that is heard of.
 */
final class VoiceMoves implements DepartmentFollower, Subscriber, Revocations.RevocationListener {
  private static final int MOVED_AT_ONCE = 500;

  private final VoiceContexts contexts;
  private final VoiceWriter writer;
  private final VoiceRepository repository;
  private final Colleagues colleagues = new Colleagues();
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
        contexts.untold(transaction),
        voice -> new VoiceEvent.CalendarSuperseded(at, calendar));
  }

  @Override
  public int openOf(Queries queries, List<String> departments) {
    return departments.stream().mapToInt(one -> (int) standing.openOf(queries, one)).sum();
  }

  /** What is reopened later begins with whoever has its stage then: customers hand nothing on. */
  @Override
  public void departmentRemoved(
      Queries transaction,
      String department,
      Function<Optional<String>, DepartmentHours> heirs,
      Instant now) {
    Instant at = Json.asRead(now);
    int moved;
    do {
      moved =
          move(
              transaction,
              standing.lockOfDepartment(transaction, department, MOVED_AT_ONCE),
              contexts.untold(transaction),
              voice -> handedOn(voice, department, heirs.apply(voice.anchor().stage()), at));
    } while (moved > 0);
  }

  private static VoiceEvent handedOn(Voice voice, String from, DepartmentHours to, Instant at) {
    return new VoiceEvent.HandedOn(
        at, VoiceParty.SYSTEM, from, to.department().code(), to.calendar(), "", false);
  }

  /**
   * What somebody was at who is no longer of the house is with the head of its department again.
   */
  @Override
  public void personMayLess(Queries transaction, long person, Actor by) {
    if (colleagues.byId(transaction, List.of(person)).values().stream()
        .anyMatch(one -> !one.disabled())) {
      return;
    }
    Instant now = Json.asRead(clock.instant());
    move(
        transaction,
        standing.lockOfAssignee(transaction, person),
        contexts.untold(transaction),
        voice -> new VoiceEvent.Assigned(now, VoiceParty.SYSTEM, Optional.empty()));
  }

  @Override
  public void keyEnded(Queries transaction, long key, Actor by) {
    // Nothing is given to a program.
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
        contexts.untold(transaction, company.id()),
        voice -> new VoiceEvent.TierChanged(now, voice.tier(), company.tier()));
    standing.tierOfClosed(transaction, company.id(), company.tier());
  }

  private int move(
      Queries transaction,
      List<VoiceNumber> numbers,
      VoiceContext context,
      Function<Voice, VoiceEvent> event) {
    if (numbers.isEmpty()) {
      return 0;
    }
    List<Addition> additions =
        repository.all(transaction, numbers).stream()
            .map(voice -> new Addition(voice, List.of(event.apply(voice))))
            .toList();
    return writer.append(transaction, additions, context).size();
  }
}
