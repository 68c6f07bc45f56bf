package org.vitrine.gather.plan;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What one gatherer does.
 *
 * @param server the address of Vitrine
 * @param key the key that it sends with, of the scope reports
 * @param data the folder in which it keeps what is not delivered
 * @param healthPort on loopback; 0 where there is none
 */
public record Plan(URI server, String key, Path data, int healthPort, List<SourcePlan> sources) {

  /** Never the key. */
  @Override
  public String toString() {
    return "Plan[%s, %d sources]".formatted(server, sources.size());
  }
}
