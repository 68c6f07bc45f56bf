package org.vitrine.mail;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.vitrine.platform.StartFailed;

/**
 * A mailbox that is read over IMAP: {@code imaps://user:password@host/INBOX}; without a folder, its
 * inbox. TLS as for {@link MailUrl}.
 */
public record MailboxUrl(MailUrl server, String folder) {
  private static final String INBOX = "INBOX";

  /** Throws {@link StartFailed} with a sentence; the password is in none. */
  public static MailboxUrl parse(String text) {
    MailUrl server = MailUrl.parseMailbox(text);
    String path = URI.create(text).getRawPath();
    String folder = path == null || path.length() <= 1 ? INBOX : path.substring(1);
    return new MailboxUrl(
        server, URLDecoder.decode(folder.replace("+", "%2B"), StandardCharsets.UTF_8));
  }

  /** What it is called in the database and in the log; never with the password. */
  String name() {
    return server.login().map(MailUrl.Login::user).orElse("") + "@" + server.host() + "/" + folder;
  }

  @Override
  public String toString() {
    return name();
  }
}
