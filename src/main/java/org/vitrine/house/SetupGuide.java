package org.vitrine.house;

import java.time.Clock;
import org.vitrine.access.Caller;
import org.vitrine.mail.MailAddress;
import org.vitrine.people.People;
import org.vitrine.platform.database.Database;

/** The door to how a house is begun: what is done and what is missing, seen from the data alone. */
public final class SetupGuide {
  private final Database database;
  private final HouseSettings settings;
  private final People people;
  private final Clock clock;
  private final SetupRepository repository = new SetupRepository();

  public SetupGuide(Database database, HouseSettings settings, People people, Clock clock) {
    this.database = database;
    this.settings = settings;
    this.people = people;
    this.clock = clock;
  }

  ShownSetup show(Caller.SignedIn person) {
    return ShownSetup.of(
        isReachable(person),
        repository.begun(database),
        settings.isNamed(database),
        repository.isPutAway(database, person.id()));
  }

  /** Whoever was made at the first start is nobody yet, and comes in by the command line alone. */
  private boolean isReachable(Caller.SignedIn person) {
    return people.find(person.id()).filter(me -> MailAddress.isDeliverable(me.email())).isPresent();
  }

  /** Whoever puts it away is not led there any more; the page stays in the menu. */
  void putAway(Caller.SignedIn person, boolean away) {
    if (away) {
      repository.putAway(database, person.id(), clock.instant());
    } else {
      repository.takeUp(database, person.id());
    }
  }
}
