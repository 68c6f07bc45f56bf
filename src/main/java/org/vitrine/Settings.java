package org.vitrine;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.vitrine.house.SetAtStart;
import org.vitrine.mail.MailSettings;
import org.vitrine.platform.openid.OpenIdSettings;
import org.vitrine.platform.web.TrustedProxies;

/**
 * What an installation can set. Each has a flag and a {@code VITRINE_…} variable of the same name.
 *
 * @param databaseUrl a PostgreSQL to use; absent for one of our own under {@code data}
 * @param photos where the content of photos is kept; absent for the database
 * @param evidenceGigabytes how much pictures, clips and papers from the plant may take
 * @param publicUrl where people reach us; absent for http://localhost and the port
 * @param house what is said of the house here and therefore not set in the pages
 * @param auditDays how long the audit trail is kept; 0 for ever
 * @param identityKeys under which identities are hashed; absent for those in a file under {@code
 *     data}
 * @param mail who takes our mail; absent where staff pass on what it says
 * @param openId where people of the house may sign in besides
 * @param proxies who is believed when it says for whom it speaks
 * @param drain how long to send clients elsewhere before it stops; absent for no longer than they
 *     need
 * @param outside how it deals with others' systems
 */
public record Settings(
    int port,
    Path data,
    Optional<String> databaseUrl,
    Optional<Path> photos,
    int evidenceGigabytes,
    Optional<URI> publicUrl,
    SetAtStart house,
    int auditDays,
    Optional<String> identityKeys,
    Optional<MailSettings> mail,
    Optional<OpenIdSettings> openId,
    TrustedProxies proxies,
    Optional<Duration> drain,
    Outside outside) {
  public static final int AUDIT_DAYS = 400;
  public static final int EVIDENCE_GIGABYTES = 50;

  /** The same with what is usual, where the name and the zone of the house are said. */
  public Settings(
      int port,
      Path data,
      Optional<String> databaseUrl,
      Optional<URI> publicUrl,
      ZoneId zone,
      String manufacturer) {
    this(port, data, databaseUrl, publicUrl, SetAtStart.of(manufacturer, zone));
  }

  /** With what is usual where it need not be said. */
  public Settings(
      int port,
      Path data,
      Optional<String> databaseUrl,
      Optional<URI> publicUrl,
      SetAtStart house) {
    this(
        port,
        data,
        databaseUrl,
        Optional.empty(),
        EVIDENCE_GIGABYTES,
        publicUrl,
        house,
        AUDIT_DAYS,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        TrustedProxies.NONE,
        Optional.empty(),
        Outside.USUAL);
  }

  /** Where people reach us, for links that are printed or sent. */
  public URI address(int listeningPort) {
    return publicUrl.orElseGet(() -> URI.create("http://localhost:" + listeningPort));
  }
}
