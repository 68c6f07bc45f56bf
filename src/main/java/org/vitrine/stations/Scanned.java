package org.vitrine.stations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.platform.Blanks;

/** What a scanned text is, by its form alone. */
sealed interface Scanned {
  /** The code of a traveller, whose check fits. */
  record TravellerCode(Traveller traveller) implements Scanned {}

  /** A command on paper, in place of a touch. */
  record CommandCode(Command command) implements Scanned {}

  /** A badge that says of itself that it is one. */
  record BadgeCode(Badge badge) implements Scanned {}

  /** A thing by its lot or its serial. */
  record ThingCode(Gs1 thing) implements Scanned {}

  /** Anything else: a number of an order, of a work order, of a thing, or a badge of the house. */
  record PlainCode(String text) implements Scanned {}

  /** What was read badly, or leads nowhere. */
  record Unreadable(DeadEnd why) implements Scanned {}

  /** What stands on the sheet of commands. */
  enum Command {
    START,
    GOOD,
    REJECT,
    HOLD,
    DONE,
    PASS,
    FAIL,
    UNDO;

    String text() {
      return COMMANDS + name();
    }
  }

  /** DeadEnd a text leads nowhere. */
  enum DeadEnd {
    /** The check of a traveller does not fit: it was read wrong, or is damaged. */
    CHECK,
    /** The same twice, one behind the other: the reader sent it double. */
    DOUBLED,
    /** Nobody knows it. */
    NONE,
    /** What it is about is made, or was cancelled. */
    OVER,
    /** A command that there is not. */
    COMMAND,
    /** The code by which a keyboard layout is tried. */
    TEST,
    EMPTY;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  String COMMANDS = "VT:";

  /** By which it is seen whether a reader types what it reads, whatever its keyboard layout. */
  String TEST = "VT-TEST:0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ:/?=%-._+";

  Pattern LOOK_UP = Pattern.compile("(?i:https?)://[^?#]*/warranty/look-up\\?serial=([^&#]+)");

  Pattern ENDS = Pattern.compile("^[ \\t\\r\\n]+|[ \\t\\r\\n]+$");

  int SHORTEST_DOUBLED = 6;

  static Scanned of(String sent) {
    String text = Blanks.stripped(sent);
    String upper = text.toUpperCase(Locale.ROOT);
    if (text.isEmpty()) {
      return new Unreadable(DeadEnd.EMPTY);
    }
    if (Traveller.isOne(text)) {
      return Traveller.read(text)
          .<Scanned>map(TravellerCode::new)
          .orElseGet(() -> new Unreadable(isDoubled(text) ? DeadEnd.DOUBLED : DeadEnd.CHECK));
    }
    if (upper.startsWith("VT-TEST:")) {
      return new Unreadable(DeadEnd.TEST);
    }
    if (upper.startsWith(COMMANDS)) {
      return Arrays.stream(Command.values())
          .filter(command -> command.text().equals(upper))
          .findFirst()
          .<Scanned>map(CommandCode::new)
          .orElseGet(() -> new Unreadable(isDoubled(upper) ? DeadEnd.DOUBLED : DeadEnd.COMMAND));
    }
    if (Badge.isPrinted(text) && text.length() > Badge.PREFIX.length()) {
      return isDoubled(text) ? new Unreadable(DeadEnd.DOUBLED) : new BadgeCode(new Badge(text));
    }
    return lookedUp(text)
        .or(() -> Gs1.of(withoutEnds(sent)))
        .<Scanned>map(ThingCode::new)
        .orElseGet(() -> new PlainCode(text));
  }

  /** Without what a reader types to end a line; a separator in front says something. */
  private static String withoutEnds(String sent) {
    return ENDS.matcher(sent).replaceAll("");
  }

  /** Where cards and pieces lead to that have no GTIN. */
  private static Optional<Gs1> lookedUp(String text) {
    Matcher link = LOOK_UP.matcher(text);
    return link.matches()
        ? Optional.of(new Gs1(Optional.empty(), Gs1.decoded(link.group(1))))
        : Optional.empty();
  }

  /** Whether it is one text twice, as readers send it that lost their rhythm. */
  static boolean isDoubled(String text) {
    int half = text.length() / 2;
    return text.length() >= SHORTEST_DOUBLED
        && text.length() % 2 == 0
        && text.substring(0, half).equals(text.substring(half));
  }
}
