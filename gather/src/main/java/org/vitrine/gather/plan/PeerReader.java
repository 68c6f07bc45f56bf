package org.vitrine.gather.plan;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Reads how a source is reached: one of opcua, mqtt, sparkplug, mtconnect. */
final class PeerReader {
  private static final List<String> KINDS = List.of("opcua", "mqtt", "sparkplug", "mtconnect");
  private static final List<String> POLICIES =
      List.of("None", "Basic256Sha256", "Aes128_Sha256_RsaOaep", "Aes256_Sha256_RsaPss");
  private static final Set<String> BROKERS = Set.of("mqtt", "mqtts");

  private final Secrets secrets;
  private final Path folder;

  PeerReader(Secrets secrets, Path folder) {
    this.secrets = secrets;
    this.folder = folder;
  }

  /** Null where none can be told, which is a fault. */
  Peer read(Section source, String name) {
    List<String> kinds = KINDS.stream().filter(source::has).toList();
    if (kinds.size() != 1) {
      source.fault("", "Expected one of %s".formatted(String.join(", ", KINDS)));
      return null;
    }
    Section section = source.section(kinds.getFirst());
    Peer peer =
        switch (kinds.getFirst()) {
          case "opcua" -> opcUa(section);
          case "mqtt" ->
              new Peer.Mqtt(section.url("url", BROKERS), clientId(section, name), login(section));
          case "sparkplug" ->
              new Peer.Sparkplug(
                  section.url("url", BROKERS),
                  clientId(section, name),
                  login(section),
                  section.required("group"));
          default ->
              new Peer.MtConnect(
                  section.url("url", Set.of("http", "https")),
                  section.text("device"),
                  orElse(section.duration("interval"), Duration.ofMillis(500)));
        };
    section.requireNothingElse();
    return peer;
  }

  private Peer opcUa(Section section) {
    String policy = section.oneOf("security", POLICIES);
    String given = section.text("certificates");
    if (!policy.equals("None") && given == null) {
      section.fault("security", "With security, say the folder of certificates: certificates");
    }
    Path certificates = given == null ? null : folder.resolve(given);
    if (certificates != null && !Files.isDirectory(certificates)) {
      section.fault("certificates", "%s is no folder".formatted(certificates));
    }
    return new Peer.OpcUa(
        section.url("url", Set.of("opc.tcp")),
        policy,
        certificates,
        login(section),
        orElse(section.duration("sampling"), Duration.ofMillis(500)));
  }

  private Peer.Login login(Section section) {
    String user = section.text("user");
    String password = secrets.optional(section, "password");
    if (user == null && password != null) {
      section.fault("password", "A password without a user");
    }
    return user == null ? Peer.Login.NONE : new Peer.Login(user, password);
  }

  /** Its own and lasting, so that the broker knows whom it keeps messages for. */
  private static String clientId(Section section, String source) {
    String given = section.text("clientId");
    return given == null ? "vitrine-gather-%s-%s".formatted(hostName(), source) : given;
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (java.net.UnknownHostException nameless) {
      return "host";
    }
  }

  private static Duration orElse(Duration given, Duration usual) {
    return given == null ? usual : given;
  }
}
