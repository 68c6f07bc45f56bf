package org.vitrine.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.platform.StartFailed;

/**
 * Which server takes our mail: {@code smtp://user:password@host:587}, or {@code smtps://…} for TLS
 * from the first byte. TLS is required, with a certificate of that host, unless the URL says
 * otherwise: {@code ?starttls=optional}, or {@code disabled}.
 */
public record MailUrl(
    String host, int port, boolean tls, StartTls startTls, Optional<Login> login) {
  /** Whether a connection that begins in the clear goes on encrypted. */
  public enum StartTls {
    REQUIRED,
    OPTIONAL,
    DISABLED
  }

  /** As whom we send. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }

  /**
   * What kind of server it is.
   *
   * @param usual its port, and over TLS the other one
   */
  private record Protocol(String scheme, int usual, int usualOverTls) {
    static final Protocol SUBMISSION = new Protocol("smtp", 587, 465);
    static final Protocol MAILBOX = new Protocol("imap", 143, 993);

    StartFailed wrong() {
      return new StartFailed(
          ("The %s URL must look like %s://user:password@host:%d?starttls=required"
                  + " (or optional, or disabled); percent-encode special characters in the password")
              .formatted(this == SUBMISSION ? "mail" : "IMAP", scheme, usual));
    }
  }

  /** Throws {@link StartFailed} with a sentence; the password is in none. */
  public static MailUrl parse(String text) {
    return parse(text, Protocol.SUBMISSION);
  }

  /** The server of a mailbox: {@code imap://…} or {@code imaps://…}, with a login. */
  static MailUrl parseMailbox(String text) {
    MailUrl url = parse(text, Protocol.MAILBOX);
    if (url.login().isEmpty()) {
      throw Protocol.MAILBOX.wrong();
    }
    return url;
  }

  private static MailUrl parse(String text, Protocol protocol) {
    try {
      URI url = new URI(text);
      boolean tls = (protocol.scheme() + "s").equals(url.getScheme());
      if (!tls && !protocol.scheme().equals(url.getScheme()) || url.getHost() == null) {
        throw protocol.wrong();
      }
      Optional<Login> login =
          Optional.ofNullable(url.getRawUserInfo()).map(info -> login(info, protocol));
      int usualPort = tls ? protocol.usualOverTls() : protocol.usual();
      return new MailUrl(
          url.getHost(),
          url.getPort() == -1 ? usualPort : url.getPort(),
          tls,
          startTls(url.getRawQuery(), tls, protocol),
          login);
    } catch (URISyntaxException e) {
      throw protocol.wrong();
    }
  }

  private static Login login(String userInfo, Protocol protocol) {
    int colon = userInfo.indexOf(':');
    if (colon < 1) {
      throw protocol.wrong();
    }
    return new Login(decoded(userInfo.substring(0, colon)), decoded(userInfo.substring(colon + 1)));
  }

  private static String decoded(String text) {
    // A plus is a plus here, not a blank.
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static StartTls startTls(String query, boolean tls, Protocol protocol) {
    if (query == null) {
      return tls ? StartTls.DISABLED : StartTls.REQUIRED;
    }
    return switch (query.toLowerCase(Locale.ROOT)) {
      case "starttls=required" -> StartTls.REQUIRED;
      case "starttls=optional" -> StartTls.OPTIONAL;
      case "starttls=disabled" -> StartTls.DISABLED;
      default -> throw protocol.wrong();
    };
  }
}
