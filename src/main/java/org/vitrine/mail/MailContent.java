package org.vitrine.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.words.Worded;

/**
 * What a mail says. Its words are those of the feature that sends it: {@code <words>.subject},
 * {@code .text} (a blank line begins a paragraph), {@code .note}, and {@code .button} where it
 * leads somewhere.
 *
 * @param values what fills in the words; instants and dates are told in the reader's language and
 *     zone, and what differs by language in theirs
 * @param path where its button leads, on our own pages
 * @param lines what follows its text, a paragraph each
 * @param choices what can be answered at once, each leading to a page that sends it
 * @param leave where its reader ends such mails, on our own pages; absent where they cannot be
 *     ended
 * @param calendar what it brings for their calendar
 */
public record MailContent(
    String words,
    Map<String, Object> values,
    Optional<String> path,
    List<Worded> lines,
    List<MailChoice> choices,
    Optional<String> leave,
    Optional<MailCalendar> calendar) {
  public MailContent {
    values = Map.copyOf(values);
    lines = List.copyOf(lines);
    choices = List.copyOf(choices);
  }

  /**
   * What can be answered at once.
   *
   * @param path where it leads, on our own pages: looking there changes nothing
   */
  public record MailChoice(Worded label, String path) {
    /** Never where it leads: a log must not have its link. */
    @Override
    public String toString() {
      return "MailChoice";
    }
  }

  public static MailContent of(String words) {
    return new MailContent(
        words,
        Map.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  public MailContent with(String name, Object value) {
    Map<String, Object> more = new HashMap<>(values);
    more.put(name, value);
    return new MailContent(words, more, path, lines, choices, leave, calendar);
  }

  public MailContent leadingTo(String path) {
    return new MailContent(words, values, Optional.of(path), lines, choices, leave, calendar);
  }

  /** With these after its text, a paragraph each. */
  public MailContent listing(List<? extends Worded> lines) {
    return new MailContent(words, values, path, List.copyOf(lines), choices, leave, calendar);
  }

  /** With these to answer at once, above the button. */
  public MailContent offering(List<MailChoice> choices) {
    return new MailContent(words, values, path, lines, choices, leave, calendar);
  }

  /**
   * Lets its reader end such mails with one click in the mailbox (RFC 8058), or by a link below the
   * text.
   *
   * @param path with a secret that says who leaves what: {@code POST} there, with the body {@code
   *     List-Unsubscribe=One-Click}, ends them without a session and without a redirect; {@code
   *     GET} asks first
   */
  public MailContent unsubscribedAt(String path) {
    return new MailContent(words, values, this.path, lines, choices, Optional.of(path), calendar);
  }

  /** With this for its reader's calendar. */
  public MailContent bringing(MailCalendar calendar) {
    return new MailContent(words, values, path, lines, choices, leave, Optional.of(calendar));
  }

  /** Never what it says: a log must not have its link. */
  @Override
  public String toString() {
    return "MailContent[" + words + "]";
  }
}
