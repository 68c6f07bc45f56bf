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
  private static final int SUBMISSION = 587;
  private static final int SUBMISSION_OVER_TLS = 465;

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

  /** Throws {@link StartFailed} with a sentence; the password is in none. */
  public static MailUrl parse(String text) {
    try {
      URI url = new URI(text);
      boolean tls = "smtps".equals(url.getScheme());
      if (!tls && !"smtp".equals(url.getScheme()) || url.getHost() == null) {
        throw wrong();
      }
      Optional<Login> login = Optional.ofNullable(url.getRawUserInfo()).map(MailUrl::login);
      int usualPort = tls ? SUBMISSION_OVER_TLS : SUBMISSION;
      return new MailUrl(
          url.getHost(),
          url.getPort() == -1 ? usualPort : url.getPort(),
          tls,
          startTls(url.getRawQuery(), tls),
          login);
    } catch (URISyntaxException e) {
      throw wrong();
    }
  }

  private static Login login(String userInfo) {
    int colon = userInfo.indexOf(':');
    if (colon < 1) {
      throw wrong();
    }
    return new Login(decoded(userInfo.substring(0, colon)), decoded(userInfo.substring(colon + 1)));
  }

  private static String decoded(String text) {
    // A plus is a plus here, not a blank.
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static StartTls startTls(String query, boolean tls) {
    if (query == null) {
      return tls ? StartTls.DISABLED : StartTls.REQUIRED;
    }
    return switch (query.toLowerCase(Locale.ROOT)) {
      case "starttls=required" -> StartTls.REQUIRED;
      case "starttls=optional" -> StartTls.OPTIONAL;
      case "starttls=disabled" -> StartTls.DISABLED;
      default -> throw wrong();
    };
  }

  private static StartFailed wrong() {
    return new StartFailed(
        "The mail URL must look like smtp://user:password@host:587?starttls=required"
            + " (or optional, or disabled); percent-encode special characters in the password");
  }
}
