package org.vitrine.gather.plan;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** How a source is reached. */
public sealed interface Peer {
  URI url();

  /** Who we are to it; both null where it does not ask. */
  record Login(String user, String password) {
    public static final Login NONE = new Login(null, null);

    /** Never the password. */
    @Override
    public String toString() {
      return "Login[%s]".formatted(user);
    }
  }

  /**
   * @param policy None, Basic256Sha256, Aes128_Sha256_RsaOaep or Aes256_Sha256_RsaPss
   * @param certificates the folder of our certificate and of those that are trusted; null with None
   * @param sampling how often the server looks at the values
   */
  record OpcUa(URI url, String policy, Path certificates, Login login, Duration sampling)
      implements Peer {}

  /**
   * Plain JSON or text.
   *
   * @param clientId under which the broker keeps what comes while we are away
   */
  record Mqtt(URI url, String clientId, Login login) implements Peer {}

  record Sparkplug(URI url, String clientId, Login login, String group) implements Peer {}

  /**
   * @param device the name or uuid of a device of the agent; null for all
   */
  record MtConnect(URI url, String device, Duration interval) implements Peer {}
}
