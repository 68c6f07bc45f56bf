package org.vitrine.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vitrine.Settings;
import org.vitrine.house.SetAtStart;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.database.DatabaseUrl;
import org.vitrine.platform.web.TrustedProxies;
import org.vitrine.platform.words.Language;
import org.vitrine.warranty.IdentityKeys;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The settings as flags; each is also read from the variable named beside it. */
final class SettingsOptions {
  private static final int LONGEST_DRAIN_SECONDS = 600;

  @Option(
      names = "--port",
      defaultValue = "${env:VITRINE_PORT:-8080}",
      paramLabel = "N",
      description = "Port to listen on (VITRINE_PORT; ${DEFAULT-VALUE})")
  int port;

  @Option(
      names = "--data",
      defaultValue = "${env:VITRINE_DATA:-data}",
      paramLabel = "DIR",
      description = "Data directory of the embedded PostgreSQL (VITRINE_DATA; ${DEFAULT-VALUE})")
  Path data;

  @Option(
      names = "--database-url",
      defaultValue = "${env:VITRINE_DATABASE_URL}",
      paramLabel = "URL",
      description =
          "PostgreSQL 18 to use instead: postgresql://user:password@host/db (VITRINE_DATABASE_URL)")
  String databaseUrl;

  @Option(
      names = "--photos",
      defaultValue = "${env:VITRINE_PHOTOS}",
      paramLabel = "DIR",
      description =
          "Directory that photos are kept in, the same for all nodes (VITRINE_PHOTOS; the"
              + " database)")
  String photos;

  @Option(
      names = "--evidence-gb",
      defaultValue = "${env:VITRINE_EVIDENCE_GB:-50}",
      paramLabel = "N",
      description =
          "Gigabytes that pictures, clips and papers from the plant may take"
              + " (VITRINE_EVIDENCE_GB; ${DEFAULT-VALUE})")
  int evidenceGigabytes;

  @Option(
      names = "--public-url",
      defaultValue = "${env:VITRINE_PUBLIC_URL}",
      paramLabel = "URL",
      description = "Address people use, for links (VITRINE_PUBLIC_URL; http://localhost:PORT)")
  String publicUrl;

  @Option(
      names = "--plant-zone",
      defaultValue = "${env:VITRINE_PLANT_ZONE}",
      paramLabel = "ZONE",
      description =
          "Time zone of the plant, such as Asia/Shanghai (VITRINE_PLANT_ZONE; as set in the pages,"
              + " or this machine's)")
  String zone;

  @Option(
      names = "--manufacturer",
      defaultValue = "${env:VITRINE_MANUFACTURER}",
      paramLabel = "NAME",
      description =
          "Name of the manufacturer, shown on pages and in emails (VITRINE_MANUFACTURER; as set in"
              + " the pages)")
  String manufacturer;

  @Option(
      names = "--languages",
      defaultValue = "${env:VITRINE_LANGUAGES}",
      paramLabel = "LIST",
      description =
          "Languages in the order in which they are offered: en,zh-CN or zh-CN,en"
              + " (VITRINE_LANGUAGES; as set in the pages)")
  String languages;

  @Option(
      names = "--drain",
      defaultValue = "${env:VITRINE_DRAIN}",
      paramLabel = "SECONDS",
      description =
          "Seconds to move clients to other nodes before stopping (VITRINE_DRAIN; as long as they"
              + " need)")
  String drain;

  @Option(
      names = "--trusted-proxies",
      defaultValue = "${env:VITRINE_TRUSTED_PROXIES}",
      paramLabel = "LIST",
      description =
          "Proxies whose X-Forwarded-For is trusted, such as 127.0.0.1,10.0.0.0/8"
              + " (VITRINE_TRUSTED_PROXIES; none)")
  String trustedProxies;

  @Option(
      names = "--audit-days",
      defaultValue = "${env:VITRINE_AUDIT_DAYS:-400}",
      paramLabel = "N",
      description =
          "Days to keep the audit log: 30 or more, or 0 for ever (VITRINE_AUDIT_DAYS;"
              + " ${DEFAULT-VALUE})")
  int auditDays;

  @Option(
      names = "--identity-keys",
      defaultValue = "${env:VITRINE_IDENTITY_KEYS}",
      paramLabel = "LIST",
      description =
          "Keys in Base64 under which identities of buyers are hashed, the newest first, the same"
              + " for all nodes (VITRINE_IDENTITY_KEYS; identity.keys in the data directory)")
  String identityKeys;

  @Mixin MailOptions mail;

  @Mixin OpenIdOptions openId;

  @Mixin OutsideOptions outside;

  /** Throws {@link StartFailed} for a value that cannot be meant. */
  Settings settings() {
    return settings(SetAtStart.NOTHING);
  }

  /** The plant's zone as far as it is said at the start: this machine's where it is not. */
  ZoneId zone() {
    return given(zone).map(SettingsOptions::asZone).orElseGet(ZoneId::systemDefault);
  }

  /** The same, with this where nothing else is said of the house. */
  Settings settings(SetAtStart usual) {
    if (port < 0 || port > 65_535) {
      throw new StartFailed(
          "--port must be a number from 1 to 65535, or 0 for any free port, not " + port);
    }
    if (auditDays < 0 || auditDays > 0 && auditDays < 30) {
      throw new StartFailed(
          "--audit-days (VITRINE_AUDIT_DAYS) must be 30 or more, or 0 to keep the audit log for"
              + " ever, not "
              + auditDays);
    }
    if (evidenceGigabytes < 1) {
      throw new StartFailed(
          "--evidence-gb (VITRINE_EVIDENCE_GB) must be 1 or more, not " + evidenceGigabytes);
    }
    return new Settings(
        port,
        data.toAbsolutePath().normalize(),
        given(databaseUrl).map(SettingsOptions::checkedDatabaseUrl),
        given(photos).map(folder -> Path.of(folder).toAbsolutePath().normalize()),
        evidenceGigabytes,
        given(publicUrl).map(SettingsOptions::asPublicUrl),
        new SetAtStart(
            given(manufacturer).or(usual::manufacturer),
            given(zone).map(SettingsOptions::asZone).or(usual::zone),
            given(languages).map(SettingsOptions::asLanguages).or(usual::languages)),
        auditDays,
        given(identityKeys).map(SettingsOptions::checkedKeys),
        mail.settings(),
        openId.settings(),
        given(trustedProxies).map(SettingsOptions::asProxies).orElse(TrustedProxies.NONE),
        given(drain).map(SettingsOptions::asDrain),
        outside.settings());
  }

  /** A variable that is set to nothing is not set. */
  private static Optional<String> given(String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }

  private static String checkedDatabaseUrl(String url) {
    try {
      DatabaseUrl.parse(url);
      return url;
    } catch (IllegalArgumentException e) {
      throw new StartFailed("--database-url (VITRINE_DATABASE_URL): " + e.getMessage(), e);
    }
  }

  private static String checkedKeys(String keys) {
    try {
      IdentityKeys.require(keys);
      return keys;
    } catch (StartFailed e) {
      throw new StartFailed("--identity-keys (VITRINE_IDENTITY_KEYS): " + e.getMessage(), e);
    }
  }

  private static URI asPublicUrl(String url) {
    try {
      URI uri = new URI(url.replaceFirst("/$", ""));
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getPath().isEmpty() && uri.getQuery() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new StartFailed(
        "--public-url (VITRINE_PUBLIC_URL) must look like https://orders.example.com, without a"
            + " path, not "
            + url);
  }

  private static Duration asDrain(String seconds) {
    try {
      int drain = Integer.parseInt(seconds);
      if (drain >= 0 && drain <= LONGEST_DRAIN_SECONDS) {
        return Duration.ofSeconds(drain);
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new StartFailed(
        "--drain (VITRINE_DRAIN) must be a number of seconds from 0 to %d, not %s"
            .formatted(LONGEST_DRAIN_SECONDS, seconds));
  }

  private static TrustedProxies asProxies(String list) {
    try {
      return TrustedProxies.parse(list);
    } catch (IllegalArgumentException e) {
      throw new StartFailed("--trusted-proxies (VITRINE_TRUSTED_PROXIES): " + e.getMessage(), e);
    }
  }

  private static List<Language> asLanguages(String list) {
    return Arrays.stream(list.split(","))
        .map(
            tag ->
                Language.of(tag.strip())
                    .orElseThrow(
                        () ->
                            new StartFailed(
                                "--languages (VITRINE_LANGUAGES) must be en,zh-CN or zh-CN,en, not "
                                    + list)))
        .toList();
  }

  private static ZoneId asZone(String zone) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new StartFailed(
          "--plant-zone (VITRINE_PLANT_ZONE) must be a time zone such as Asia/Shanghai or +08:00,"
              + " not "
              + zone,
          e);
    }
  }
}
