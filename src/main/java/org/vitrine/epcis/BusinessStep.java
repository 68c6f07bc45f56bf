package org.vitrine.epcis;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;
import org.vitrine.epcis.BusinessSteps.StepPlace;
import org.vitrine.epcis.BusinessSteps.StepWords;

/**
 * A row of the mapping.
 *
 * @param routing absent for any
 * @param stage absent for any
 * @param bizStep a word of the vocabulary, or an address of one's own; absent where none is said
 */
record BusinessStep(
    OrderMoment moment,
    Optional<String> routing,
    Optional<String> stage,
    Optional<String> bizStep,
    Optional<String> disposition) {

  @JsonIgnore
  StepPlace place() {
    return new StepPlace(moment, routing.orElse(""), stage.orElse(""));
  }

  @JsonIgnore
  StepWords words() {
    return new StepWords(bizStep, disposition);
  }
}
