package org.vitrine.mail;

import java.util.Locale;
import java.util.regex.Pattern;
import org.vitrine.platform.Rejection;

/**
 * An e-mail address in lower case: the part of RFC 5321 that is in use. What could end a header or
 * begin another, such as a line break, a quote or a comma, is no part of it.
 */
public record MailAddress(String text) {
  private static final int LONGEST = 254;
  private static final int LONGEST_MAILBOX = 64;
  private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final String MAILBOX = "(%s(?:\\.%s)*+)@%s".formatted(ATOM, ATOM, LABEL);
  private static final Pattern ADDRESS = Pattern.compile(MAILBOX + "(?:\\.%s)+".formatted(LABEL));
  private static final Pattern NAME = Pattern.compile(MAILBOX + "(?:\\.%s)*".formatted(LABEL));

  public MailAddress {
    text = text == null ? "" : text.toLowerCase(Locale.ROOT);
    if (!isAddress(text)) {
      throw notAnAddress();
    }
  }

  /** What somebody typed; blanks around it do not matter. */
  public static MailAddress typed(String text) {
    return new MailAddress(text == null ? "" : text.strip());
  }

  /**
   * What somebody typed to say who they are: an address, or one on this machine such as that of the
   * administrator of the first hour, which no mail reaches.
   */
  public static String typedToSignIn(String text) {
    String name = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    if (!isShaped(name, NAME)) {
      throw notAnAddress();
    }
    return name;
  }

  /** True for what a mail may reach: an address within a domain, not on a machine. */
  public static boolean isDeliverable(String text) {
    return isAddress(text.toLowerCase(Locale.ROOT));
  }

  /** What stands behind the @. */
  String domain() {
    return text.substring(text.indexOf('@') + 1);
  }

  private static boolean isAddress(String text) {
    return isShaped(text, ADDRESS);
  }

  private static boolean isShaped(String text, Pattern shape) {
    return text.length() <= LONGEST
        && text.indexOf('@') <= LONGEST_MAILBOX
        && shape.matcher(text).matches();
  }

  private static Rejection notAnAddress() {
    return new Rejection.Invalid("email", "Not an email address");
  }

  @Override
  public String toString() {
    return text;
  }
}
