package org.vitrine.gather.mtconnect;

import java.time.Instant;
import java.util.List;

/** What an agent answers. */
sealed interface Document {
  /**
   * @param instanceId another one means that the agent began anew, with other sequence numbers
   * @param nextSequence from where to go on
   */
  record Streams(long instanceId, long nextSequence, List<Item> items) implements Document {}

  /** One observation; {@code text} is UNAVAILABLE where the machine says nothing. */
  record Item(String dataItemId, long sequence, Instant at, String text) {}

  /**
   * @param code such as OUT_OF_RANGE
   */
  record Refusal(String code, String text) implements Document {}
}
