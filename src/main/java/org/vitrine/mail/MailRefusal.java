package org.vitrine.mail;

import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * What a mail server meant when it did not take a mail: its reply (RFC 5321, section 4.2.1), and
 * the code that stands in it (RFC 3463) where one does. What is not clear is for now.
 */
public enum MailRefusal {
  /** It may take it later, or once whoever runs it or this program mends something. */
  FOR_NOW,
  /** It read the mail and will never take it. */
  OF_THE_MAIL,
  /** There is no such mailbox, and it says so. */
  OF_THE_ADDRESS,
  /** There may be no such mailbox: it refuses the address, and does not say why. */
  PERHAPS_OF_THE_ADDRESS;

  private static final Pattern CODE =
      Pattern.compile("(?<![\\d.])5\\.\\d{1,3}\\.\\d{1,3}(?![\\d.])");

  /** No such mailbox, no such system, no address, moved away, takes no mail, disabled. */
  private static final Set<String> NO_MAILBOX =
      Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1");

  /** Too large for the mailbox, or for the system; 5.6 is what is wrong with the content. */
  private static final Pattern NEVER = Pattern.compile("5\\.2\\.3|5\\.3\\.4|5\\.6\\.\\d+");

  /** Words of those who refuse the sender, and say nothing of the mailbox. */
  private static final Pattern OF_THE_SENDER =
      Pattern.compile("(?i)relay|block|listed|spam|polic|denied|authenticat|reputation");

  private static final Set<Integer> NOT_TAKEN = Set.of(550, 553);
  private static final Pattern CONTENT = Pattern.compile("(?i)\\s*(DATA|\\.|BDAT.*)\\s*");

  static MailRefusal of(MessagingException fault) {
    return refusedAddress(fault)
        .map(refused -> ofTheAddress(refused.getReturnCode(), text(refused)))
        .orElseGet(() -> isOfTheMail(fault) ? OF_THE_MAIL : FOR_NOW);
  }

  /** What the server said: of the address, where the library says that elsewhere only. */
  static String said(MessagingException fault) {
    return refusedAddress(fault).map(MessagingException.class::cast).orElse(fault).getMessage();
  }

  /** Among what happened first, and what the library says happened besides. */
  private static Optional<SMTPAddressFailedException> refusedAddress(MessagingException fault) {
    return Stream.iterate(
            (Exception) fault,
            one -> one != null,
            one -> one instanceof MessagingException more ? more.getNextException() : null)
        .filter(SMTPAddressFailedException.class::isInstance)
        .map(SMTPAddressFailedException.class::cast)
        .findFirst();
  }

  private static MailRefusal ofTheAddress(int reply, String text) {
    if (!isForGood(reply)) {
      return FOR_NOW;
    }
    return code(text)
        .map(code -> NO_MAILBOX.contains(code) ? OF_THE_ADDRESS : FOR_NOW)
        .orElseGet(
            () ->
                NOT_TAKEN.contains(reply) && !OF_THE_SENDER.matcher(text).find()
                    ? PERHAPS_OF_THE_ADDRESS
                    : FOR_NOW);
  }

  private static boolean isOfTheMail(MessagingException fault) {
    return fault instanceof SMTPSendFailedException refused
        && isForGood(refused.getReturnCode())
        && CONTENT.matcher(refused.getCommand()).matches()
        && code(text(refused)).filter(code -> NEVER.matcher(code).matches()).isPresent();
  }

  private static Optional<String> code(String text) {
    return CODE.matcher(text).results().findFirst().map(found -> found.group());
  }

  private static String text(Exception refused) {
    return String.valueOf(refused.getMessage());
  }

  private static boolean isForGood(int code) {
    return code >= 500 && code < 600;
  }
}
