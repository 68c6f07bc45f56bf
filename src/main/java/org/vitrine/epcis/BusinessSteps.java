package org.vitrine.epcis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which business step and disposition a moment of an order is, as the house has said. */
final class BusinessSteps {
  private final Map<StepPlace, StepWords> words = new HashMap<>();

  /** Where a step counts: for a stage of a routing, for a stage of any, or for all. */
  record StepPlace(OrderMoment moment, String routing, String stage) {}

  /** What is said of it; absent where nothing is. */
  record StepWords(Optional<String> bizStep, Optional<String> disposition) {
    static final StepWords NONE = new StepWords(Optional.empty(), Optional.empty());
  }

  BusinessSteps(List<BusinessStep> all) {
    all.forEach(one -> words.put(one.place(), one.words()));
  }

  StepWords of(OrderMoment moment, String routing, String stage) {
    return find(moment, routing, stage)
        .or(() -> find(moment, "", stage))
        .or(() -> find(moment, "", ""))
        .orElse(StepWords.NONE);
  }

  private Optional<StepWords> find(OrderMoment moment, String routing, String stage) {
    return Optional.ofNullable(words.get(new StepPlace(moment, routing, stage)));
  }
}
