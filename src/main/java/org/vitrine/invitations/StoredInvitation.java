package org.vitrine.invitations;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.invitations.Invitation.Given;
import org.vitrine.invitations.Invitation.Stand;
import org.vitrine.invitations.StoredOccasion.Called;

/**
 * An invitation as it is kept, with what it is to.
 *
 * @param replyKey stands in the uid that this person’s calendar knows
 * @param isOwn of one date of a series: answered by itself, not with the series
 * @param repliedAt as the mail program says that wrote the last reply which counted
 * @param waitsSince where they wait for a seat
 * @param offeredAt when they were asked whether they take a seat that became free
 */
record StoredInvitation(
    Invitation invitation,
    Occasion occasion,
    Optional<Called> called,
    String replyKey,
    boolean isOwn,
    Optional<Instant> repliedAt,
    Optional<Instant> waitsSince,
    Optional<Instant> offeredAt,
    Instant changedAt) {

  /** What their calendar knows it by: ours, and a key that is theirs alone. */
  String uid() {
    return replyKey + "." + occasion.uid();
  }

  InvitationState state() {
    return invitation.state();
  }

  /** True where this person's to the series of that name says all of this one to a date. */
  boolean isSaidBy(StoredInvitation series) {
    return !isOwn && called.isEmpty() && SeriesDates.isAsTheSeriesSays(occasion, series.occasion);
  }

  boolean isOpen(Instant now) {
    return called.isEmpty() && !invitation.withdrawn() && occasion.ends().isAfter(now);
  }

  /** Who comes has a seat, so nobody waits; who waits has since when. */
  StoredInvitation answered(
      InvitationState state, Optional<Given> given, Optional<Stand> instead, Instant now) {
    return new StoredInvitation(
        new Invitation(
            invitation.number(),
            invitation.kind(),
            invitation.occasion(),
            invitation.invitee(),
            invitation.name(),
            state,
            invitation.sequence(),
            given,
            instead,
            invitation.withdrawn()),
        occasion,
        called,
        replyKey,
        isOwn,
        repliedAt,
        state == InvitationState.WAITING ? waitsSince.or(() -> Optional.of(now)) : Optional.empty(),
        state == InvitationState.WAITING ? offeredAt : Optional.empty(),
        changedAt);
  }

  StoredInvitation repliedAt(Optional<Instant> written) {
    return new StoredInvitation(
        invitation, occasion, called, replyKey, isOwn, written, waitsSince, offeredAt, changedAt);
  }

  StoredInvitation byItself() {
    return new StoredInvitation(
        invitation, occasion, called, replyKey, true, repliedAt, waitsSince, offeredAt, changedAt);
  }

  /** Asked about a seat since then; not, where none is free any more. */
  StoredInvitation offered(Optional<Instant> at) {
    return new StoredInvitation(
        invitation, occasion, called, replyKey, isOwn, repliedAt, waitsSince, at, changedAt);
  }
}
