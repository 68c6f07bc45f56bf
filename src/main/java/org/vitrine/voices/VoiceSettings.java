package org.vitrine.voices;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.AuditedDifference;
import org.vitrine.people.Colleagues;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** The settings of voices that are one for the house. */
public final class VoiceSettings {
  private final Database database;
  private final Audit audit;
  private final Clock clock;
  private final Colleagues colleagues = new Colleagues();
  private final VoiceSettingsRepository repository = new VoiceSettingsRepository();

  public VoiceSettings(Database database, Audit audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** The last to whom what is overdue climbs; nobody chosen means administrators. */
  public Optional<Long> chosen(Queries queries) {
    return repository.chosen(queries);
  }

  Optional<Colleagues.Colleague> chosen() {
    return chosenOne(database);
  }

  private Optional<Colleagues.Colleague> chosenOne(Queries queries) {
    return chosen(queries)
        .flatMap(id -> Optional.ofNullable(colleagues.byId(queries, List.of(id)).get(id)));
  }

  /**
   * @param email absent for nobody
   */
  public void choose(Optional<String> email, Actor by) {
    database.inTransaction(
        transaction -> {
          repository.take(transaction);
          Optional<Colleagues.Colleague> before = chosenOne(transaction);
          Optional<Colleagues.Colleague> person =
              colleagues.require(transaction, "chosen", email.stream().toList()).stream()
                  .findFirst();
          repository.choose(
              transaction, person.map(Colleagues.Colleague::id), by.name(), clock.instant());
          note(transaction, by, before, person);
          return person;
        });
  }

  private void note(
      Queries transaction,
      Actor by,
      Optional<Colleagues.Colleague> before,
      Optional<Colleagues.Colleague> after) {
    AuditedDifference difference =
        new AuditedDifference()
            .of(
                "chosen",
                before.map(Colleagues.Colleague::email),
                after.map(Colleagues.Colleague::email));
    if (!difference.isNothing()) {
      audit.record(
          transaction,
          by,
          AuditAction.VOICE_SETTINGS_CHANGED,
          "chosen",
          Optional.empty(),
          difference.detail());
    }
  }
}
