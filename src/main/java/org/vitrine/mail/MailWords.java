package org.vitrine.mail;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vitrine.platform.words.Language;
import org.vitrine.platform.words.Worded;
import org.vitrine.platform.words.Words;

/** What a mail says in one language, with its blanks filled in. */
final class MailWords {
  private static final Pattern PARAGRAPHS = Pattern.compile("\n\n");
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private final Words words;
  private final Language language;
  private final ZoneId zone;
  private final MailContent content;
  private final Map<String, Object> values = new HashMap<>();

  MailWords(
      Words words,
      Language language,
      ZoneId zone,
      String manufacturer,
      String name,
      MailContent content) {
    this.words = words;
    this.language = language;
    this.zone = zone;
    this.content = content;
    content.values().forEach((blank, value) -> values.put(blank, told(value)));
    values.put("manufacturer", manufacturer);
    values.put("name", oneLine(name));
  }

  private Object told(Object value) {
    return switch (value) {
      case Instant moment -> formatted("mail.moment", moment);
      case LocalDate day -> formatted("mail.day", day);
      case Number number -> number;
      case Worded worded -> oneLine(worded.in(language));
      default -> oneLine(value.toString());
    };
  }

  /** How a time is written is a pattern among the words (see {@link DateTimeFormatter}). */
  private String formatted(String pattern, TemporalAccessor time) {
    return DateTimeFormatter.ofPattern(words.text(language, pattern), language.locale())
        .withZone(zone)
        .format(time);
  }

  /** A name must not break out of its line, least of all out of the subject. */
  static String oneLine(String text) {
    return BREAKS.matcher(text).replaceAll(" ").strip();
  }

  String subject() {
    return own("subject");
  }

  MailDraft.Section section(URI address) {
    return new MailDraft.Section(
        language.tag(),
        common("greeting"),
        paragraphs(),
        content.choices().stream()
            .map(
                choice ->
                    new MailDraft.Choice(
                        address + choice.path(), oneLine(choice.label().in(language))))
            .toList(),
        content.path().map(path -> button(address + path)).orElse(null),
        own("note"));
  }

  private List<String> paragraphs() {
    return Stream.concat(
            PARAGRAPHS.splitAsStream(own("text")),
            content.lines().stream().map(line -> oneLine(line.in(language))))
        .toList();
  }

  private MailDraft.Button button(String address) {
    String label = own("button");
    values.put("label", label);
    return new MailDraft.Button(address, label, common("caption"), common("otherwise"));
  }

  /** What stands on the link by which such mails are ended. */
  String leave() {
    return common("leave");
  }

  private String own(String part) {
    return words.text(language, content.words() + "." + part, values);
  }

  private String common(String key) {
    return words.text(language, "mail." + key, values);
  }
}
