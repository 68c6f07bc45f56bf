package org.vitrine.voices;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.vitrine.people.Colleagues;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** The settings of voices that are one for the house. */
public final class VoiceSettings {
  private final Database database;
  private final Clock clock;
  private final Colleagues colleagues = new Colleagues();
  private final VoiceSettingsRepository repository = new VoiceSettingsRepository();

  public VoiceSettings(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The last to whom what is overdue climbs; nobody chosen means administrators. */
  public Optional<Long> chosen(Queries queries) {
    return repository.chosen(queries);
  }

  Optional<Colleagues.Colleague> chosen() {
    return chosen(database).flatMap(id -> find(id));
  }

  private Optional<Colleagues.Colleague> find(long id) {
    return Optional.ofNullable(colleagues.byId(database, List.of(id)).get(id));
  }

  /**
   * @param email absent for nobody
   */
  public void choose(Optional<String> email, String actor) {
    database.inTransaction(
        transaction -> {
          Optional<Long> person =
              colleagues.require(transaction, "chosen", email.stream().toList()).stream()
                  .map(Colleagues.Colleague::id)
                  .findFirst();
          repository.choose(transaction, person, actor, clock.instant());
          return person;
        });
  }
}
