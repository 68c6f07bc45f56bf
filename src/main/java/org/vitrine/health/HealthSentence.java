package org.vitrine.health;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.vitrine.platform.health.HealthFinding;
import org.vitrine.platform.words.Language;
import org.vitrine.platform.words.Worded;
import org.vitrine.platform.words.Words;

/** Findings as sentences, in the words that the pages have for them; times are the plant's. */
public record HealthSentence(Words words, ZoneId zone) {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  /** Such as “Disk: 80 MB free: make room before the database stops”. */
  Worded of(HealthFinding finding, Instant now) {
    return language ->
        words.text(
            language,
            "mail.health.line",
            Map.of(
                "title",
                titleOf(finding.kind()).in(language),
                "text",
                words.text(language, key(finding), values(finding, language, now))));
  }

  Worded titleOf(String kind) {
    return language -> words.text(language, "health." + kind);
  }

  private static String key(HealthFinding finding) {
    return "health.%s.%s".formatted(finding.kind(), finding.says());
  }

  private Map<String, Object> values(HealthFinding finding, Language language, Instant now) {
    Map<String, Object> values = new HashMap<>();
    values.put("note", "");
    finding
        .facts()
        .forEach(
            (name, value) ->
                values.put(
                    name,
                    value instanceof Instant at
                        ? MOMENT.withZone(zone).format(at) + " " + zone
                        : value));
    if (finding.facts().get("at") instanceof Instant at) {
      values.put(
          "ago",
          words.text(
              language,
              "mail.health.days-ago",
              Map.of("count", Duration.between(at, now).toDays())));
    }
    return values;
  }
}
