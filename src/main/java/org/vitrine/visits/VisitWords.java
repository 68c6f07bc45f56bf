package org.vitrine.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.words.Language;
import org.vitrine.platform.words.Words;

/**
 * What the house writes of visits where both sides read it, in its own language.
 *
 * @param zone where the plant is: its days are meant
 */
public record VisitWords(Words words, Language language, ZoneId zone) {
  private static final int LONGEST_NAME = 80;

  /** What calendars call it. */
  String title(VisitKind kind, String who, String company) {
    return words.text(
        language,
        "visits.occasion." + kind.code(),
        Map.of("who", shortened(who), "company", shortened(company)));
  }

  /** What an action answers that was promised there. */
  String source(VisitKind kind, Instant at) {
    return words.text(language, "visits.source." + kind.code(), Map.of("day", day(at)));
  }

  String day(Instant at) {
    return DateTimeFormatter.ofPattern(
            words.text(language, "mail.day", Map.of()), language.locale())
        .format(dayOf(at));
  }

  LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  private static String shortened(String name) {
    return Excerpt.of(name, LONGEST_NAME);
  }
}
