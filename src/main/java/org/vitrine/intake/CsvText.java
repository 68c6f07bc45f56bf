package org.vitrine.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.platform.Blanks;

/**
 * The text of a CSV file and what separates its fields.
 *
 * @param text with an empty line in the place of a first line such as {@code sep=;}, which tells
 *     Excel the separator and is no part of the table
 */
record CsvText(String text, char separator) {
  private static final String SEPARATORS = ",;\t";

  /** A spreadsheet that saved it again put further separators, or quotes, around it. */
  private static final Pattern HINT =
      Pattern.compile("\\A\\h*\"?sep=(.)\"?\\1*\\h*(?=\\R|\\z)", Pattern.CASE_INSENSITIVE);

  /** As far as a hint can reach. */
  private static final int LONGEST_HINT = 1_000;

  static CsvText of(String text) {
    Matcher hint =
        HINT.matcher(text)
            .region(0, Math.min(text.length(), LONGEST_HINT))
            .useAnchoringBounds(false)
            .useTransparentBounds(true);
    return hint.find()
        ? new CsvText(text.substring(hint.end()), hint.group(1).charAt(0))
        : new CsvText(text, mostUsed(text));
  }

  /** The one that the header has most of: names of columns contain none of them. */
  private static char mostUsed(String text) {
    String header = text.lines().filter(CsvText::saysSomething).findFirst().orElse(text);
    char best = ',';
    for (char candidate : SEPARATORS.toCharArray()) {
      if (count(header, candidate) > count(header, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static boolean saysSomething(String line) {
    return !Blanks.only(line.replaceAll("[,;\"]", ""));
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(character -> character == wanted).count();
  }
}
