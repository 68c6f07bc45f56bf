package org.vitrine.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * Addresses that have no mailbox, as a mail server said for good: in so many words, or twice.
 * Nobody is told anything there until somebody clears it, or a mail that is owed arrives.
 */
public final class Bounces {
  private final Database database;
  private final BounceRepository repository = new BounceRepository();

  public Bounces(Database database) {
    this.database = database;
  }

  /** Those of these addresses that bounce, in small letters. */
  public Map<String, Bounce> among(List<String> emails) {
    return emails.isEmpty()
        ? Map.of()
        : repository.among(database, emails.stream().map(Bounces::plain).toList());
  }

  /** How many there are. */
  public long count(Queries queries) {
    return repository.count(queries);
  }

  /** From now on it is written to as before. */
  public void clear(String email) {
    repository.clear(database, plain(email));
  }

  private static String plain(String email) {
    return email.toLowerCase(Locale.ROOT);
  }
}
