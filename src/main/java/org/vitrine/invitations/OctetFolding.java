package org.vitrine.invitations;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Lines of at most 75 octets in UTF-8, the line break not counted (RFC 5545, 3.1); no character is
 * cut in two.
 */
final class OctetFolding {
  private static final int MOST_OCTETS = 75;
  private static final String BREAK = "\r\n";
  private static final String FOLD = BREAK + " ";

  private OctetFolding() {}

  /**
   * @param text of whole lines, which end in CRLF; what was folded before is folded anew
   */
  static String fold(String text) {
    return text.replace(FOLD, "")
        .lines()
        .map(line -> foldLine(line) + BREAK)
        .collect(Collectors.joining());
  }

  private static String foldLine(String line) {
    StringBuilder folded = new StringBuilder(line.length() + line.length() / 20);
    int octets = 0;
    for (int at = 0; at < line.length(); ) {
      int character = line.codePointAt(at);
      String letter = Character.toString(character);
      int wide = letter.getBytes(StandardCharsets.UTF_8).length;
      if (octets + wide > MOST_OCTETS) {
        folded.append(FOLD);
        octets = 1;
      }
      folded.append(letter);
      octets += wide;
      at += letter.length();
    }
    return folded.toString();
  }
}
