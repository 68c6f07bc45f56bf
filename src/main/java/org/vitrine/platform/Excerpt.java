package org.vitrine.platform;

import java.util.regex.Pattern;

/** What somebody wrote, short enough to be quoted in a sentence about it. */
public final class Excerpt {
  private static final int LONGEST = 40;
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private Excerpt() {}

  public static String of(String written) {
    String seen = INVISIBLE.matcher(written).replaceAll("\uFFFD");
    return seen.length() <= LONGEST ? seen : seen.substring(0, LONGEST) + "…";
  }
}
