package org.vitrine.invitations;

import java.util.Optional;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;

/**
 * What somebody answers.
 *
 * @param instead a colleague who comes instead, by their key; only of somebody who does not come
 * @param sequence what they answered to, where they say it: an answer to what has changed since is
 *     refused
 */
public record GiveAnswer(
    InvitationState answer,
    Optional<String> note,
    Optional<Long> instead,
    Optional<Integer> sequence) {
  private static final int LONGEST_NOTE = 500;

  public GiveAnswer {
    if (answer == null) {
      throw new Rejection.Invalid("answer", "Say accepted, declined or tentative");
    }
    if (answer == InvitationState.ASKED || answer == InvitationState.WAITING) {
      throw new Rejection.Invalid(
          "answer",
          "An answer is accepted, declined or tentative, unlike “%s”".formatted(answer.code()));
    }
    note = note.map(String::strip).filter(text -> !text.isEmpty());
    note.filter(text -> text.length() > LONGEST_NOTE)
        .ifPresent(
            text -> {
              throw new Rejection.Invalid(
                  "note",
                  "A note has at most %d characters, unlike these %d"
                      .formatted(LONGEST_NOTE, text.length()));
            });
    if (instead.isPresent() && answer != InvitationState.DECLINED) {
      throw new Rejection.Invalid(
          "instead", "A colleague comes instead only of somebody who does not come");
    }
  }

  static GiveAnswer of(InvitationState answer) {
    return new GiveAnswer(answer, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The note, cut where a mail program sent a longer one than fits. */
  static Optional<String> cut(Optional<String> note) {
    return note.map(text -> Excerpt.within(text, LONGEST_NOTE));
  }
}
