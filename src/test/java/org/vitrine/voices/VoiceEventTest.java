package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.voices.VoiceStory.CUSTOMER;
import static org.vitrine.voices.VoiceStory.FIRST;
import static org.vitrine.voices.VoiceStory.SECOND;
import static org.vitrine.voices.VoiceStory.STAFF;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.companies.Tier;
import org.vitrine.platform.Rejection;

/** What is written is what is read. */
class VoiceEventTest {
  private static final Instant AT = Instant.parse("2026-12-01T02:00:00.123456Z");

  static Stream<VoiceEvent> events() {
    return Stream.of(
        new VoiceEvent.Said(
            AT,
            CUSTOMER,
            "It leaks",
            List.of("a", "b"),
            VoiceKind.COMPLAINT,
            Tier.GOLD,
            "quality",
            FIRST),
        new VoiceEvent.Seen(AT, STAFF),
        new VoiceEvent.Assigned(AT, STAFF, Optional.of(STAFF)),
        new VoiceEvent.Assigned(AT, STAFF, Optional.empty()),
        new VoiceEvent.Added(AT, CUSTOMER, "And another", List.of()),
        new VoiceEvent.Answered(AT, STAFF, "We look", List.of("c")),
        new VoiceEvent.Asked(AT, STAFF, "Which?", List.of("One", "All")),
        new VoiceEvent.Replied(AT, CUSTOMER, "", Optional.of("All"), List.of()),
        new VoiceEvent.Noted(AT, STAFF, "Joint"),
        new VoiceEvent.HandedOn(AT, STAFF, "quality", "brazing", SECOND, "Joint", false),
        new VoiceEvent.Climbed(AT, Rung.ACCOUNT_MANAGER),
        new VoiceEvent.TierChanged(AT, Tier.SILVER, Tier.PLATINUM),
        new VoiceEvent.CalendarSuperseded(AT, SECOND),
        new VoiceEvent.ClockPromised(
            AT,
            Optional.of(
                new PromisedClock(
                    new PromisedClock.ClockVersion("company", 2),
                    CommitmentTable.DEFAULT.of(Tier.GOLD, VoiceKind.WISH))),
            Optional.empty()),
        new VoiceEvent.ClockPromised(
            AT,
            Optional.empty(),
            Optional.of(
                new PromisedClock.CountedHours(
                    new PromisedClock.ClockVersion("company", 2), SECOND))),
        new VoiceEvent.Joined(AT, STAFF, 7),
        new VoiceEvent.Left(AT, STAFF, 7),
        new VoiceEvent.Closed(AT, CUSTOMER, Optional.empty()),
        new VoiceEvent.Thanked(AT, CUSTOMER, Optional.of("Thanks")),
        new VoiceEvent.StillSolvedAsked(AT),
        new VoiceEvent.Reopened(AT, CUSTOMER, "Again", List.of(), Tier.GOLD, SECOND),
        new VoiceEvent.Reminded(AT, 80, Commitment.FIRST_ANSWER));
  }

  @ParameterizedTest
  @MethodSource("events")
  void it_is_read_as_it_was_written(VoiceEvent event) {
    assertThat(VoiceEvent.of(event.json())).isEqualTo(event);
    assertThat(event.json()).contains("\"event\":\"" + event.code() + "\"");
  }

  @Test
  void there_is_none_that_is_not_read_here() {
    assertThat(events().map(Object::getClass).collect(Collectors.toSet()))
        .hasSameElementsAs(List.of(VoiceEvent.class.getPermittedSubclasses()));
  }

  @Test
  void what_it_does_not_know_is_refused() {
    assertThatThrownBy(
            () -> VoiceEvent.of("{\"event\":\"climbed\",\"at\":\"2026-12-01T02:00:00Z\",\"to\":1}"))
        .isInstanceOf(Rejection.Invalid.class)
        .hasMessageContaining("Unknown field");
    assertThatThrownBy(() -> VoiceEvent.of("{\"event\":\"sung\"}"))
        .isInstanceOf(Rejection.Invalid.class);
  }
}
