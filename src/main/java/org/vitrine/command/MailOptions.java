package org.vitrine.command;

import java.util.Optional;
import org.vitrine.mail.MailAddress;
import org.vitrine.mail.MailSettings;
import org.vitrine.mail.MailUrl;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.StartFailed;
import picocli.CommandLine.Option;

/** Who takes our mail. */
final class MailOptions {
  @Option(
      names = "--mail-url",
      defaultValue = "${env:VITRINE_MAIL_URL}",
      paramLabel = "URL",
      description =
          "Mail server: smtp://user:password@host:587?starttls=required (VITRINE_MAIL_URL);"
              + " without one, sign-in links appear in the log and on the page Outgoing mail")
  String url;

  @Option(
      names = "--mail-from",
      defaultValue = "${env:VITRINE_MAIL_FROM}",
      paramLabel = "ADDRESS",
      description = "Sender address of emails (VITRINE_MAIL_FROM)")
  String from;

  /** Throws {@link StartFailed} for a value that cannot be meant. */
  Optional<MailSettings> settings() {
    if (url == null || url.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(new MailSettings(MailUrl.parse(url), sender()));
  }

  private MailAddress sender() {
    try {
      return MailAddress.typed(from);
    } catch (Rejection.Invalid e) {
      throw new StartFailed(
          "--mail-url needs --mail-from (VITRINE_MAIL_FROM): an address such as orders@example.com",
          e);
    }
  }
}
