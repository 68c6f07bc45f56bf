package org.vitrine.voices;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A voice as lists have it.
 *
 * @param clock how it stands with the next commitment, as {@link VoiceClock} has it
 * @param office what of it is for staff alone
 */
record VoiceRow(
    VoiceNumber number,
    VoiceKind kind,
    String title,
    VoiceAnchor anchor,
    String state,
    Instant saidAt,
    String saidBy,
    String department,
    JsonNode clock,
    Optional<Instant> closedAt,
    OfficeFacts office) {

  /**
   * What staff see of it too; for customers it is not read.
   *
   * @param companyCode null where it is not read
   * @param alike how many open ones are alike, whosever they are
   * @param fastLane whether it was agreed that theirs go first, where a list is made by that
   */
  record OfficeFacts(
      String companyCode,
      String companyName,
      String tier,
      Optional<RowAssignee> assignee,
      long alike,
      Optional<CauseName> cause,
      boolean fastLane) {
    private OfficeFacts first(boolean goesFirst) {
      return new OfficeFacts(companyCode, companyName, tier, assignee, alike, cause, goesFirst);
    }
  }

  /** The same, where it is known whether what its company says goes first. */
  VoiceRow first(boolean goesFirst) {
    return new VoiceRow(
        number,
        kind,
        title,
        anchor,
        state,
        saidAt,
        saidBy,
        department,
        clock,
        closedAt,
        office.first(goesFirst));
  }

  /** Whoever is at it. */
  record RowAssignee(long id, String name) {}

  /** A cause, as a row names it. */
  record CauseName(long id, String title) {}
}
