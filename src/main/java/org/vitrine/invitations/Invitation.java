package org.vitrine.invitations;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.companies.CompanyId;

/**
 * That somebody is asked to come, and what they said.
 *
 * @param number drawn at random
 * @param sequence of what they were last sent: each change of time, place or series raises it
 * @param answered absent where nobody has answered, or not since it was changed
 */
public record Invitation(
    long number,
    String kind,
    long occasion,
    Invitee invitee,
    String name,
    InvitationState state,
    int sequence,
    Optional<Given> answered,
    Optional<Stand> instead,
    boolean withdrawn) {

  /**
   * An answer as it was given.
   *
   * @param by who of the house took it down
   */
  public record Given(Instant at, AnswerWay way, Optional<String> note, Optional<String> by) {}

  /** A colleague who comes instead. */
  public record Stand(long person, String name) {}

  public Optional<CompanyId> company() {
    return invitee.company();
  }

  public long person() {
    return invitee.person();
  }
}
