package org.vitrine.photos;

import java.util.regex.Pattern;

/** The name under which a photo can be saved, whatever it was called where it comes from. */
final class PhotoName {
  private static final int LONGEST = 80;
  private static final String UNNAMED = "photo";
  private static final Pattern FOLDERS = Pattern.compile("(?s).*[/\\\\:]");
  private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

  /** Controls, what turns the direction of reading round, and what means something to a system. */
  private static final Pattern UNSAFE =
      Pattern.compile("[\\s\\p{C}\\p{Zl}\\p{Zp}<>:\"/\\\\|?*%;]+");

  private static final Pattern EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");

  private PhotoName() {}

  /** Its last part, without anything that is not a plain character; with the ending .jpg. */
  static String of(String said) {
    String file = FOLDERS.matcher(said).replaceFirst("");
    String plain = UNSAFE.matcher(ENDING.matcher(file).replaceFirst("")).replaceAll(" ");
    String stem = EDGES.matcher(cut(EDGES.matcher(plain).replaceAll(""))).replaceAll("");
    return (stem.isEmpty() ? UNNAMED : stem) + ".jpg";
  }

  private static String cut(String text) {
    int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
    return text.substring(0, end);
  }
}
