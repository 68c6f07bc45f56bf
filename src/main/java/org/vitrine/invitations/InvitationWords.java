package org.vitrine.invitations;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.mail.Recipient;
import org.vitrine.platform.words.Language;
import org.vitrine.platform.words.Worded;
import org.vitrine.platform.words.Words;

/** What mails and calendars say of an occasion, in each language. */
final class InvitationWords {
  private static final String BETWEEN_LANGUAGES = "\n\n";

  private final Words words;
  private final List<Language> inOrder;

  /**
   * @param inOrder in which languages a reader is written to whose own is not known
   */
  InvitationWords(Words words, List<Language> inOrder) {
    this.words = words;
    this.inOrder = inOrder;
  }

  /** Where it is, how often it comes, what it is about: a paragraph each. */
  List<Worded> lines(Occasion occasion) {
    List<Worded> lines = new ArrayList<>();
    String place = occasion.place().line();
    if (!place.isEmpty()) {
      lines.add(language -> text(language, "mail.line.place", Map.of("place", place)));
    }
    occasion.rule().ifPresent(rule -> lines.add(language -> rule(language, rule)));
    occasion
        .summary()
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> lines.add(l -> line));
    return lines;
  }

  /** How often it comes, as a sentence. */
  private String rule(Language language, SeriesRule rule) {
    String day = rule.day().getDisplayName(TextStyle.FULL, language.locale());
    String days =
        rule.nth()
            .map(
                nth ->
                    text(language, "mail.line.nth." + (nth < 0 ? "last" : nth), Map.of("day", day)))
            .orElse(day);
    String pace =
        text(language, "mail.line." + paceWords(rule), Map.of("days", days, "count", rule.every()));
    return rule.count()
        .map(many -> text(language, "mail.line.dates", Map.of("pace", pace, "count", many)))
        .or(
            () ->
                rule.until()
                    .map(
                        until ->
                            text(
                                language,
                                "mail.line.until",
                                Map.of("pace", pace, "until", day(language, until)))))
        .orElse(pace);
  }

  private static String paceWords(SeriesRule rule) {
    boolean isWeekly = rule.pace() == SeriesRule.Pace.WEEKLY;
    if (rule.every() == 1) {
      return isWeekly ? "weekly" : "monthly";
    }
    return isWeekly ? "weeks" : "months";
  }

  private String day(Language language, LocalDate date) {
    return DateTimeFormatter.ofPattern(text(language, "mail.day", Map.of()), language.locale())
        .format(date);
  }

  /**
   * What stands in the calendar below the summary: where one answers, in the reader’s languages.
   */
  String description(Occasion occasion, Recipient to, Optional<String> link) {
    List<String> parts = new ArrayList<>();
    if (!occasion.summary().isEmpty()) {
      parts.add(occasion.summary());
    }
    link.ifPresent(
        address ->
            parts.add(
                languages(to).stream()
                        .map(language -> text(language, "mail.line.answer", Map.of()))
                        .collect(Collectors.joining(" / "))
                    + "\n"
                    + address));
    return String.join(BETWEEN_LANGUAGES, parts);
  }

  private List<Language> languages(Recipient to) {
    return to.language().map(List::of).orElse(inOrder);
  }

  private String text(Language language, String key, Map<String, ?> values) {
    return words.text(language, key, values);
  }
}
