package org.vitrine.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.platform.Rejection;

/**
 * A password that somebody chooses. It is long enough and not one that everybody tries first; what
 * it is composed of is its owner's business (NIST SP 800-63B, 5.1.1.2).
 */
record NewPassword(String text) {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 256;

  /** Once, twice or more the same few characters. */
  private static final Pattern REPEATED = Pattern.compile("(.{1,8}?)\\1+.?");

  private static final Pattern DECORATION = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

  NewPassword {
    if (text == null || text.codePointCount(0, text.length()) < SHORTEST) {
      throw new Rejection.Invalid("password", "A password must have at least 12 characters");
    }
    if (text.length() > LONGEST) {
      throw new Rejection.Invalid("password", "A password can have at most 256 characters");
    }
  }

  /** Refuses it where it is common, or hardly more than the name or address of its owner. */
  NewPassword forOwner(String name, String email) {
    String whole = text.toLowerCase(Locale.ROOT);
    String core = DECORATION.matcher(whole).replaceAll("");
    String mailbox = email.toLowerCase(Locale.ROOT).replaceFirst("@.*", "");
    boolean own =
        Stream.of(whole, core)
            .anyMatch(
                word ->
                    word.equals(mailbox)
                        || word.equals(email.toLowerCase(Locale.ROOT))
                        || word.equals(name.toLowerCase(Locale.ROOT)));
    if (own) {
      throw new Rejection.Invalid(
          "password", "A password must not be your name or email address; choose another one");
    }
    if (isCommon(whole) || !core.isEmpty() && isCommon(core)) {
      throw new Rejection.Invalid("password", "This password is too common; choose another one");
    }
    return this;
  }

  /** True where it is on the list, is nothing but one thing over and over, or runs along. */
  private static boolean isCommon(String word) {
    Matcher repeated = REPEATED.matcher(word);
    return word.isEmpty() || Common.WORDS.contains(word) || repeated.matches() || runsAlong(word);
  }

  /** {@code 123456789012}, {@code abcdefghijkl} and the same backwards. */
  private static boolean runsAlong(String word) {
    return word.chars().distinct().count() > 1 && (steps(word, 1) || steps(word, -1));
  }

  private static boolean steps(String word, int step) {
    for (int i = 1; i < word.length(); i++) {
      int from = word.charAt(i - 1);
      boolean turns = from == '9' && word.charAt(i) == '0' || from == '0' && word.charAt(i) == '9';
      if (word.charAt(i) - from != step && !turns) {
        return false;
      }
    }
    return true;
  }

  /** Never the password: a log must not have it. */
  @Override
  public String toString() {
    return "NewPassword";
  }

  /** Read when the first password is chosen, not when the program starts. */
  private static final class Common {
    static final Set<String> WORDS = read();

    private static Set<String> read() {
      try (InputStream list = NewPassword.class.getResourceAsStream("common-passwords.txt");
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
        return lines.lines().collect(Collectors.toUnmodifiableSet());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
