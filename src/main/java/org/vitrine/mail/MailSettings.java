package org.vitrine.mail;

import java.util.Optional;

/**
 * Which server takes our mail, as whom we write, and how it looks.
 *
 * @param dkim signs what we write; absent where the server does that, or nobody
 * @param replies where what is answered to that address is read; absent where people read it
 */
public record MailSettings(
    MailUrl server,
    MailAddress from,
    Optional<DkimKey> dkim,
    MailLook look,
    Optional<MailboxUrl> replies) {

  public MailSettings(MailUrl server, MailAddress from) {
    this(server, from, Optional.empty(), MailLook.PLAIN, Optional.empty());
  }

  public MailSettings(MailUrl server, MailAddress from, Optional<DkimKey> dkim, MailLook look) {
    this(server, from, dkim, look, Optional.empty());
  }

  /** With a mailbox in which answers are read. */
  public MailSettings reading(MailboxUrl mailbox) {
    return new MailSettings(server, from, dkim, look, Optional.of(mailbox));
  }
}
