package org.vitrine.connectors;

import java.time.Clock;
import java.util.Optional;
import org.vitrine.platform.secrets.Secrets;

/** How the systems of connectors are asked, with their secrets opened. */
record SourceAsking(Connecting connecting, Secrets secrets, Asker.Patience patience, Clock clock) {

  /** Reaches one system. */
  @FunctionalInterface
  interface Connecting {
    Wire to(SourceSettings settings, Optional<String> secret);
  }

  /** Throws {@link Secrets.SecretUnreadable} where its secret cannot be opened. */
  SourceReader reader(Connector one) {
    return reader(one.said().settings(), one.sealed().map(kept -> secrets.open(one.place(), kept)));
  }

  SourceReader reader(SourceSettings settings, Optional<String> secret) {
    return new SourceReader(settings, new Asker(connecting.to(settings, secret), patience, clock));
  }
}
