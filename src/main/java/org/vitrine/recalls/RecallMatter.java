package org.vitrine.recalls;

import java.util.Set;
import org.vitrine.platform.Rejection;

/** What is told, and what is offered. */
public record RecallMatter(RecallWords words, Set<Remedy> remedies) {
  public RecallMatter {
    remedies = Set.copyOf(remedies);
  }

  RecallMatter checked() {
    words.checked();
    if (remedies.isEmpty()) {
      throw new Rejection.Invalid("remedies", "Offer at least one of replace, repair and refund");
    }
    return this;
  }
}
