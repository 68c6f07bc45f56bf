package org.vitrine.voices;

import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;

/**
 * What somebody says that their message is about; null where they do not say.
 *
 * @param stage its code
 * @param requirement its code
 */
record VoicePlace(OrderNumber order, Integer line, String stage, String requirement) {
  VoicePlace {
    if (order == null) {
      throw new Rejection.Invalid("order", "Give the number of the order that this is about");
    }
  }
}
