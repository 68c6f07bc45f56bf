package org.vitrine.access;

import java.time.Clock;
import java.time.Instant;
import org.vitrine.platform.database.Queries;

/** What sessions are worth by how their person proved who they are. */
public final class SessionProofs {
  private final Clock clock;
  private final SessionProofRepository repository = new SessionProofRepository();

  SessionProofs(Clock clock) {
    this.clock = clock;
  }

  /** Whoever holds it proved who they are, just now. */
  public void renew(Queries queries, Token session) {
    repository.renew(queries, session, clock.instant());
  }

  /** Of those who work here and have no second factor, but for one session. */
  public int endWithoutSecondFactor(Queries queries, Token but) {
    return repository.endWithoutSecondFactor(queries, but);
  }

  /** That one ends at this moment at the latest, if its person has no second factor either. */
  public void shortenWithoutSecondFactor(Queries queries, Token session, Instant end) {
    repository.shortenWithoutSecondFactor(queries, session, end);
  }

  /** It was shortened for want of a second factor, and there is one now. */
  public void lastInFull(Queries queries, Token session) {
    repository.lastInFull(queries, session, Sessions.SESSION_LASTS);
  }
}
