package org.vitrine.command;

import java.nio.file.Path;
import java.util.Optional;
import org.vitrine.mail.BrandColour;
import org.vitrine.mail.DkimKey;
import org.vitrine.mail.MailAddress;
import org.vitrine.mail.MailLogo;
import org.vitrine.mail.MailLook;
import org.vitrine.mail.MailSettings;
import org.vitrine.mail.MailUrl;
import org.vitrine.mail.MailboxUrl;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.StartFailed;
import picocli.CommandLine.Option;

/** Who takes our mail, and how it looks. */
final class MailOptions {
  @Option(
      names = "--mail-url",
      defaultValue = "${env:VITRINE_MAIL_URL}",
      paramLabel = "URL",
      description =
          "Mail server: smtp://user:password@host:587 (VITRINE_MAIL_URL), over TLS unless it ends in"
              + " ?starttls=optional or disabled;"
              + " without one, sign-in links appear in the log and on the page Outgoing mail")
  String url;

  @Option(
      names = "--mail-from",
      defaultValue = "${env:VITRINE_MAIL_FROM}",
      paramLabel = "ADDRESS",
      description = "Sender address of emails (VITRINE_MAIL_FROM)")
  String from;

  @Option(
      names = "--mail-dkim-key",
      defaultValue = "${env:VITRINE_MAIL_DKIM_KEY}",
      paramLabel = "FILE",
      description =
          "Private key that signs emails, as PEM (VITRINE_MAIL_DKIM_KEY; the mail server signs them, or nobody)")
  String dkimKey;

  @Option(
      names = "--mail-dkim-selector",
      defaultValue = "${env:VITRINE_MAIL_DKIM_SELECTOR:-vitrine}",
      paramLabel = "NAME",
      description =
          "Name of its public key in DNS: NAME._domainkey.example.com (VITRINE_MAIL_DKIM_SELECTOR; ${DEFAULT-VALUE})")
  String dkimSelector;

  @Option(
      names = "--mail-logo",
      defaultValue = "${env:VITRINE_MAIL_LOGO}",
      paramLabel = "FILE",
      description = "Logo in emails: a PNG or JPEG of up to 100 kB (VITRINE_MAIL_LOGO)")
  String logo;

  @Option(
      names = "--mail-color",
      defaultValue = "${env:VITRINE_MAIL_COLOR}",
      paramLabel = "COLOR",
      description = "Color of buttons and links in emails, such as #0f5c6e (VITRINE_MAIL_COLOR)")
  String color;

  @Option(
      names = "--imap-url",
      defaultValue = "${env:VITRINE_IMAP_URL}",
      paramLabel = "URL",
      description =
          "Mailbox of the sender address, in which answers to invitations are read:"
              + " imaps://user:password@host/INBOX (VITRINE_IMAP_URL; they are not read)")
  String imapUrl;

  /** Throws {@link StartFailed} for a value that cannot be meant. */
  Optional<MailSettings> settings() {
    return given(url)
        .map(
            server ->
                new MailSettings(
                    MailUrl.parse(server),
                    sender(),
                    given(dkimKey).map(file -> DkimKey.read(Path.of(file), dkimSelector)),
                    MailLook.of(
                        given(logo).map(file -> MailLogo.read(Path.of(file))),
                        given(color).map(BrandColour::parse)),
                    given(imapUrl).map(MailboxUrl::parse)));
  }

  /** A variable that is set to nothing is not set. */
  private static Optional<String> given(String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
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
