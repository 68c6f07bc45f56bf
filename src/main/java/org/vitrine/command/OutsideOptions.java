package org.vitrine.command;

import java.util.Optional;
import org.vitrine.Outside;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.outgoing.AddressRanges;
import org.vitrine.platform.secrets.KeyRing;
import picocli.CommandLine.Option;

/** What concerns other systems, as flags. */
final class OutsideOptions {
  @Option(
      names = "--secret-keys",
      defaultValue = "${env:VITRINE_SECRET_KEYS}",
      paramLabel = "LIST",
      description =
          "Keys in Base64 under which secrets for other systems are kept, the newest first, the"
              + " same for all nodes (VITRINE_SECRET_KEYS; secret.keys in the data directory)")
  String secretKeys;

  @Option(
      names = "--private-networks",
      defaultValue = "${env:VITRINE_PRIVATE_NETWORKS}",
      paramLabel = "LIST",
      description =
          "Networks that are not public and that webhooks and connectors may reach, such as"
              + " 10.1.0.0/16 (VITRINE_PRIVATE_NETWORKS; none)")
  String networks;

  /** Throws {@link StartFailed} for a value that cannot be meant. */
  Outside settings() {
    return new Outside(
        given(secretKeys).map(OutsideOptions::checkedKeys),
        given(networks).map(OutsideOptions::asNetworks).orElse(AddressRanges.NONE));
  }

  private static Optional<String> given(String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }

  private static String checkedKeys(String keys) {
    try {
      KeyRing.require("secrets", keys);
      return keys;
    } catch (StartFailed e) {
      throw new StartFailed("--secret-keys (VITRINE_SECRET_KEYS): " + e.getMessage(), e);
    }
  }

  private static AddressRanges asNetworks(String list) {
    try {
      return AddressRanges.parse(list);
    } catch (IllegalArgumentException e) {
      throw new StartFailed("--private-networks (VITRINE_PRIVATE_NETWORKS): " + e.getMessage(), e);
    }
  }
}
