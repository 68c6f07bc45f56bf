package org.vitrine.epcis;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;
import org.vitrine.epcis.BusinessSteps.StepPlace;
import org.vitrine.epcis.BusinessSteps.StepWords;
import org.vitrine.platform.Rejection;

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
  private static final int LONGEST = 200;

  BusinessStep {
    if (moment == null) {
      throw new Rejection.Invalid("moment", "Say at which moment");
    }
    routing = orNothing(routing);
    stage = orNothing(stage);
    bizStep = orNothing(bizStep);
    disposition = orNothing(disposition);
    if (routing.isPresent() && stage.isEmpty()) {
      throw new Rejection.Invalid("stage", "Say at which stage of the routing");
    }
    if (stage.isPresent() && !moment.isOfStage()) {
      throw new Rejection.Invalid("stage", "This moment belongs to no stage");
    }
    bizStep.ifPresent(word -> VocabularyKind.BIZ_STEP.require("bizStep", word));
    disposition.ifPresent(word -> VocabularyKind.DISPOSITION.require("disposition", word));
  }

  private static Optional<String> orNothing(Optional<String> said) {
    Optional<String> text = said == null ? Optional.empty() : said.filter(one -> !one.isBlank());
    if (text.filter(one -> one.length() > LONGEST).isPresent()) {
      throw new Rejection.Invalid("", "A text is longer than " + LONGEST + " characters");
    }
    return text;
  }

  @JsonIgnore
  StepPlace place() {
    return new StepPlace(moment, routing.orElse(""), stage.orElse(""));
  }

  @JsonIgnore
  StepWords words() {
    return new StepWords(bizStep, disposition);
  }
}
