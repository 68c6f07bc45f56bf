package org.vitrine.gather.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** What the values of a tag mean. */
public sealed interface Sense {

  /**
   * A counter: its difference is pieces.
   *
   * @param field good, rejected or scrapped
   * @param wrapsAt after which number it begins at zero; null where it does not
   * @param resetsToZero true where a count that falls began at zero and nothing else
   * @param overGaps true where it never begins anew, so that what it rose in a gap was made
   */
  record Count(String field, BigDecimal wrapsAt, boolean resetsToZero, boolean overGaps)
      implements Sense {}

  /** A state of the machine; what each means, by the text of the value. */
  record States(Map<String, Change> byValue) implements Sense {}

  /**
   * @param kind started, held, resumed or finished
   * @param reason why it is held; null elsewhere
   */
  record Change(String kind, JsonNode reason) {}

  /**
   * @param requirement the code of what is measured
   * @param device the code of what measures it; null where none is named
   */
  record Reading(String requirement, String device, Thinned thinned) implements Sense {}

  /** A condition of a place, such as its temperature. */
  record Condition(String place, String quantity, String unit, String device, Thinned thinned)
      implements Sense {}

  /**
   * @param scale what a number is multiplied by
   * @param every at most one in so long; {@link Duration#ZERO} takes each
   */
  record Thinned(BigDecimal scale, Duration every) {}
}
