package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.voices.Commitment.FIRST_ANSWER;
import static org.vitrine.voices.Commitment.SEEN;
import static org.vitrine.voices.Commitment.SOLVED;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.calendars.SpecialDays;
import org.vitrine.calendars.WorkInterval;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.calendars.WorkingWeek;
import org.vitrine.companies.Tier;
import org.vitrine.platform.json.Json;

/**
 * The real year 2026 in China, with its holidays and the six weekend days that are worked in their
 * stead, in an office that works Monday to Friday, 8 to 12 and 13:30 to 17:30. A question of a
 * standard company is seen within 4 h, answered within 8, solved within 24.
 */
class ChineseYearTest {
  private static final Path YEAR = Path.of("../shared/data/working-days/cn-2026.json");
  private static final ZoneId FOSHAN = ZoneId.of("Asia/Shanghai");
  private static final List<WorkInterval> DAY =
      List.of(new WorkInterval("08:00", "12:00"), new WorkInterval("13:30", "17:30"));

  private static WorkingTime office() {
    boolean there = Files.exists(YEAR);
    if (!there) {
      System.out.println("no " + YEAR);
    }
    Assumptions.assumeTrue(there, "no " + YEAR);
    List<DayOfWeek> weekdays = Arrays.asList(DayOfWeek.values()).subList(0, 5);
    return WorkingTime.of(
        FOSHAN,
        WorkingWeek.on(weekdays, DAY.toArray(WorkInterval[]::new)),
        StreamSupport.stream(read().get("days").spliterator(), false)
            .map(ChineseYearTest::specialDay)
            .toList());
  }

  private static JsonNode read() {
    try {
      return Json.read(Files.readString(YEAR), JsonNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SpecialDays specialDay(JsonNode day) {
    LocalDate date = LocalDate.parse(day.get("date").asText());
    return new SpecialDays(
        date, date, day.get("name").asText(), day.get("off").asBoolean() ? List.of() : DAY);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse("2026-" + local.replace(' ', 'T')).atZone(FOSHAN).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    // New Year's Day is a Thursday; the Sunday after it is worked.
    "01-01 09:00, 01-04 12:00, 01-04 17:30, 01-06 17:30",
    // Before the Spring Festival a Saturday is worked; after nine days off, another one.
    "02-13 13:30, 02-13 17:30, 02-14 12:00, 02-25 12:00",
    "02-14 17:30, 02-24 12:00, 02-24 17:30, 02-26 17:30",
    "02-27 13:30, 02-27 17:30, 02-28 12:00, 03-03 12:00",
    // Labour Day, and the Saturday in its stead.
    "04-30 13:30, 04-30 17:30, 05-06 12:00, 05-08 12:00",
    "05-08 13:30, 05-08 17:30, 05-09 12:00, 05-12 12:00",
    // The National Day: off from October 1 to 7, with the Sunday before and the Saturday after.
    "09-20 08:00, 09-20 12:00, 09-20 17:30, 09-22 17:30",
    "09-30 13:30, 09-30 17:30, 10-08 12:00, 10-10 12:00",
    // An ordinary weekend in July.
    "07-10 17:00, 07-13 11:30, 07-13 17:00, 07-15 17:00",
  })
  void days_that_are_worked_although_they_are_at_a_weekend_count(
      String said, String seen, String answered, String solved) {
    VoiceStory story = new VoiceStory(office()).said(at(said), VoiceKind.QUESTION, Tier.STANDARD);

    assertThat(story.due(SEEN)).contains(at(seen));
    assertThat(story.due(FIRST_ANSWER)).contains(at(answered));
    assertThat(story.due(SOLVED)).contains(at(solved));
  }
}
