package org.vitrine.mail;

import jakarta.mail.MessagingException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What a mail server meant when it did not take a mail (RFC 5321, section 4.2.1). */
public enum MailRefusal {
  /** It may take it later, or once whoever runs it or this program mends something. */
  FOR_NOW,
  /** It read the mail and will never take it. */
  OF_THE_MAIL,
  /** There is no such mailbox, and it knows. */
  OF_THE_ADDRESS;

  /** RFC 3463, section 3.8: it refuses whoever sends, and says nothing of the mailbox. */
  private static final Pattern POLICY = Pattern.compile("\\b5\\.7\\.\\d{1,3}\\b");

  private static final Pattern CONTENT = Pattern.compile("(?i)\\s*(DATA|\\.|BDAT.*)\\s*");

  static MailRefusal of(MessagingException fault) {
    if (chain(fault).anyMatch(MailRefusal::isOfTheAddress)) {
      return OF_THE_ADDRESS;
    }
    return fault instanceof SMTPSendFailedException refused
            && isForGood(refused.getReturnCode())
            && CONTENT.matcher(refused.getCommand()).matches()
        ? OF_THE_MAIL
        : FOR_NOW;
  }

  /** What the server said: of the address, where the library says that elsewhere only. */
  static String said(MessagingException fault) {
    return chain(fault)
        .filter(SMTPAddressFailedException.class::isInstance)
        .findFirst()
        .orElse(fault)
        .getMessage();
  }

  /** What happened first, and what the library says happened besides. */
  private static Stream<Exception> chain(MessagingException fault) {
    return Stream.iterate(
        (Exception) fault,
        one -> one != null,
        one -> one instanceof MessagingException more ? more.getNextException() : null);
  }

  private static boolean isOfTheAddress(Exception one) {
    return one instanceof SMTPAddressFailedException refused
        && isForGood(refused.getReturnCode())
        && !POLICY.matcher(String.valueOf(refused.getMessage())).find();
  }

  private static boolean isForGood(int code) {
    return code >= 500 && code < 600;
  }
}
