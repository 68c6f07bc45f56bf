package org.vitrine.mail;

import java.util.Optional;

/**
 * Which server takes our mail, as whom we write, and how it looks.
 *
 * @param dkim signs what we write; absent where the server does that, or nobody
 */
public record MailSettings(
    MailUrl server, MailAddress from, Optional<DkimKey> dkim, MailLook look) {

  public MailSettings(MailUrl server, MailAddress from) {
    this(server, from, Optional.empty(), MailLook.PLAIN);
  }
}
