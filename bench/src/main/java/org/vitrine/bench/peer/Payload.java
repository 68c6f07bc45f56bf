package org.vitrine.bench.peer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the peers send: a patch as Vitrine sent it, byte for byte, but for the moment in it and the
 * cursor, which counts.
 */
public final class Payload {
  private static final Pattern MOMENT = Pattern.compile("\"heardAt\":\"([^\"]+)\"");
  private static final Pattern CURSOR = Pattern.compile("\"cursor\":\"([0-9a-f]{8})");

  private final String template;
  private final String moment;
  private final String cursor;
  private int sequence;

  /**
   * @param patch a message of Vitrine's
   */
  public Payload(String patch) {
    this.template = patch;
    this.moment = found(MOMENT, patch);
    this.cursor = found(CURSOR, patch);
    if (!patch.contains("\"patch\":")) {
      throw new IllegalStateException("No patch: " + patch);
    }
  }

  private static String found(Pattern pattern, String in) {
    Matcher matcher = pattern.matcher(in);
    if (!matcher.find()) {
      throw new IllegalStateException("No " + pattern + " in " + in);
    }
    return matcher.group(1);
  }

  /** The next one, due at this moment. */
  public synchronized String at(Instant due) {
    sequence++;
    return template
        .replace(moment, due.truncatedTo(ChronoUnit.MICROS).toString())
        .replace(cursor, state());
  }

  public String now() {
    return at(Instant.now());
  }

  public int size() {
    return template.length();
  }

  /** Throws unless all of these are what was sent last. */
  public synchronized void requireLast(List<String> cursors) {
    long right = cursors.stream().filter(one -> one.startsWith(state())).count();
    if (right != cursors.size()) {
      throw new IllegalStateException(
          "%d of %d do not have what was sent last"
              .formatted(cursors.size() - right, cursors.size()));
    }
  }

  private String state() {
    return String.format("%08x", sequence);
  }
}
