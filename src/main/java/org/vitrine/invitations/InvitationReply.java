package org.vitrine.invitations;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a mail program replied, and what became of it.
 *
 * @param kind of the occasion that it is about, where that is ours
 * @param name who was asked, where that is known
 * @param sender the address that it came from
 * @param attendee for whom it says it speaks
 * @param writtenAt as the mail program says (DTSTAMP)
 */
public record InvitationReply(
    long id,
    Optional<String> kind,
    Optional<Long> occasion,
    Optional<String> name,
    String sender,
    String attendee,
    String answer,
    Optional<String> note,
    Optional<Instant> writtenAt,
    Instant receivedAt,
    ReplyOutcome outcome) {

  /** What became of a reply. */
  public enum ReplyOutcome {
    COUNTED("counted"),
    /** A newer one counted before; it is kept. */
    OLDER("older"),
    /** It answers a time or place that was changed since; whoever sent it was told. */
    OLD_SEQUENCE("old-sequence"),
    /** A program wrote it by itself: an absence note, a list. */
    MACHINE("machine"),
    /** What it is about is over, was called off, or they are no longer asked. */
    TOO_LATE("too-late"),
    /** It is about something of ours, from an address that was not asked. */
    STRANGER("stranger"),
    /** It says that it comes from somebody who was asked, without the key that only they have. */
    FORGED("forged"),
    /** It is about one date of a series that does not stand by itself here. */
    UNKNOWN_DATE("unknown-date"),
    /** It names a colleague whom we do not know. */
    UNKNOWN_COLLEAGUE("unknown-colleague"),
    /** It is about nothing of ours. */
    NOT_OURS("not-ours"),
    UNREADABLE("unreadable");

    private final String code;

    ReplyOutcome(String code) {
      this.code = code;
    }

    @JsonValue
    public String code() {
      return code;
    }

    static ReplyOutcome of(String code) {
      return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst().orElseThrow();
    }

    /** True where staff are to see it. */
    boolean isUnexplained() {
      return this != COUNTED && this != OLDER && this != MACHINE;
    }
  }
}
