package org.vitrine.promises;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;

/** What words on dates rested on, for those who kept it. */
@FunctionalInterface
public interface PromiseRests {
  /** Nobody kept anything. */
  PromiseRests UNKNOWN = (queries, order, said) -> Map.of();

  /**
   * By the version of the word; what is not known is missing.
   *
   * @param said when each word was said, by its version
   */
  Map<Long, JsonNode> of(Queries queries, OrderId order, Map<Long, Instant> said);
}
