package org.vitrine.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.openid.OpenIdSettings;
import picocli.CommandLine.Option;

/** Where people of the house may sign in besides. */
final class OpenIdOptions {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  @Option(
      names = "--open-id-issuer",
      defaultValue = "${env:VITRINE_OPEN_ID_ISSUER}",
      paramLabel = "URL",
      description = "OpenID Connect provider that staff can sign in with (VITRINE_OPEN_ID_ISSUER)")
  String issuer;

  @Option(
      names = "--open-id-client",
      defaultValue = "${env:VITRINE_OPEN_ID_CLIENT}",
      paramLabel = "ID",
      description =
          "Client ID registered with the provider (VITRINE_OPEN_ID_CLIENT);"
              + " the secret is read from VITRINE_OPEN_ID_SECRET only")
  String client;

  @Option(
      names = "--open-id-name",
      defaultValue = "${env:VITRINE_OPEN_ID_NAME:-Company account}",
      paramLabel = "NAME",
      description = "Name on the sign-in button (VITRINE_OPEN_ID_NAME; ${DEFAULT-VALUE})")
  String name;

  /** Throws {@link StartFailed} for a value that cannot be meant. */
  Optional<OpenIdSettings> settings() {
    if (issuer == null || issuer.isBlank()) {
      return Optional.empty();
    }
    String secret = System.getenv("VITRINE_OPEN_ID_SECRET");
    if (client == null || client.isBlank() || secret == null || secret.isBlank()) {
      throw new StartFailed(
          "--open-id-issuer needs --open-id-client and the variable VITRINE_OPEN_ID_SECRET");
    }
    return Optional.of(new OpenIdSettings(asIssuer(issuer), client, secret, name));
  }

  private static URI asIssuer(String text) {
    try {
      URI uri = new URI(text.replaceFirst("/$", ""));
      boolean safe =
          "https".equals(uri.getScheme())
              || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost());
      if (safe && uri.getHost() != null && uri.getQuery() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new StartFailed(
        "--open-id-issuer (VITRINE_OPEN_ID_ISSUER) must look like https://login.example.com, not "
            + text);
  }
}
