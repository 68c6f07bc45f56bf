package org.vitrine.platform;

import java.util.regex.Pattern;

/** What somebody wrote, as much of it as there is room for. */
public final class Excerpt {
  private static final int LONGEST = 40;
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private Excerpt() {}

  /** Short enough to be quoted in a sentence about it. */
  public static String of(String written) {
    return of(INVISIBLE.matcher(written).replaceAll("\uFFFD"), LONGEST);
  }

  /** Its first characters, and “…” where there are more; never half of one that takes two. */
  public static String of(String written, int most) {
    if (written.length() <= most) {
      return written;
    }
    int end = Character.isHighSurrogate(written.charAt(most - 1)) ? most - 1 : most;
    return written.substring(0, end) + "…";
  }

  /** Whole where it fits, else as much of it as fits with “…”. */
  public static String within(String written, int room) {
    return written.length() <= room ? written : of(written, room - 1);
  }
}
