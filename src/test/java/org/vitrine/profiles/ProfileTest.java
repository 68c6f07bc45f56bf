package org.vitrine.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vitrine.profiles.SavedTerms.AgreedDays;
import org.vitrine.profiles.SavedTerms.AgreedHand;

class ProfileTest {
  private static final LocalDate START = LocalDate.parse("2026-01-01");
  private static final Instant SAVED = Instant.parse("2025-12-01T08:00:00Z");

  @Provide
  Arbitrary<List<AgreedDays>> periods() {
    Arbitrary<AgreedDays> one =
        Combinators.combine(
                Arbitraries.integers().between(0, 40),
                Arbitraries.integers().between(0, 20).optional(0.6))
            .as(
                (from, length) ->
                    new AgreedDays(
                        START.plusDays(from), length.map(days -> START.plusDays(from + days))));
    return one.list().ofMaxSize(8);
  }

  @Property(tries = 200)
  void of_those_that_count_on_a_day_the_one_saved_last_does(
      @ForAll("periods") List<AgreedDays> periods, @ForAll Random random) {
    List<SavedTerms> versions = saved(periods);
    List<SavedTerms> shuffled = new ArrayList<>(versions);
    Collections.shuffle(shuffled, random);
    Profile profile = new Profile(shuffled);
    for (int at = -1; at < 65; at++) {
      LocalDate day = START.plusDays(at);
      Optional<SavedTerms> wanted =
          versions.stream()
              .filter(one -> !day.isBefore(one.days().from()))
              .filter(one -> one.days().until().map(last -> !day.isAfter(last)).orElse(true))
              .max(Comparator.comparingInt(one -> one.version().version()));

      assertThat(profile.at(day)).isEqualTo(wanted);
    }
  }

  @Property(tries = 200)
  void what_is_saved_later_changes_nothing_before_it_counts(
      @ForAll("periods") List<AgreedDays> periods) {
    List<SavedTerms> versions = saved(periods);
    for (int known = 0; known < versions.size(); known++) {
      Profile before = new Profile(versions.subList(0, known));
      SavedTerms next = versions.get(known);
      Profile after = new Profile(versions.subList(0, known + 1));
      for (LocalDate day = START.minusDays(1);
          day.isBefore(next.days().from());
          day = day.plusDays(1)) {
        assertThat(after.at(day)).isEqualTo(before.at(day));
      }
    }
  }

  @Property(tries = 200)
  void what_began_before_a_version_was_saved_is_as_it_was(
      @ForAll("periods") List<AgreedDays> periods) {
    List<SavedTerms> versions = saved(periods);
    for (int known = 0; known <= versions.size(); known++) {
      Profile then = new Profile(versions.subList(0, known));
      Instant moment = known == 0 ? SAVED.minusSeconds(1) : versions.get(known - 1).savedAt();

      assertThat(new Profile(versions).asOf(moment)).isEqualTo(then);
    }
  }

  @Example
  void where_a_passing_one_ends_the_one_before_counts_again() {
    Profile profile =
        new Profile(
            saved(
                List.of(
                    new AgreedDays(START, Optional.empty()),
                    new AgreedDays(START.plusDays(10), Optional.of(START.plusDays(19))))));

    assertThat(profile.at(START.minusDays(1))).isEmpty();
    assertThat(version(profile, 9)).isEqualTo(1);
    assertThat(version(profile, 10)).isEqualTo(2);
    assertThat(version(profile, 19)).isEqualTo(2);
    assertThat(version(profile, 20)).isEqualTo(1);
    assertThat(profile.version()).isEqualTo(2);
  }

  private static int version(Profile profile, int day) {
    return profile.at(START.plusDays(day)).orElseThrow().version().version();
  }

  private static List<SavedTerms> saved(List<AgreedDays> periods) {
    List<SavedTerms> versions = new ArrayList<>();
    for (AgreedDays days : periods) {
      versions.add(
          new SavedTerms(
              new AgreedVersion(ProfileOwner.COMPANY, versions.size() + 1),
              days,
              new AgreedHand("Amelia Hart", START),
              AgreedTerms.NONE,
              "wang.fang@example.com",
              SAVED.plus(Duration.ofMinutes(versions.size()))));
    }
    return versions;
  }
}
