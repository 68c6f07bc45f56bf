package org.vitrine.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.vitrine.platform.SaveOutcome;

/**
 * What became of a record that was fetched.
 *
 * @param saved absent where it was refused
 * @param orders the numbers of the orders that it is about
 * @param changes what it says otherwise than before, where it changed an order
 * @param faults why it was refused: every reason, with our column
 */
public record FetchedOutcome(
    SaveOutcome saved,
    List<String> orders,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SaidOtherwise> changes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FetchedFault> faults) {

  /** One thing that is said otherwise, as people read it. */
  public record SaidOtherwise(String column, Integer line, String before, String after) {}

  /**
   * Something that is wrong with a record.
   *
   * @param column ours; empty where it is the whole record
   */
  public record FetchedFault(String column, String reason) {}

  public boolean isRefused() {
    return saved == null;
  }

  /** One that could not be read at all. */
  public static FetchedOutcome refused(String column, String reason) {
    return refused(List.of(), List.of(new FetchedFault(column, reason)));
  }

  static FetchedOutcome refused(List<String> orders, List<FetchedFault> faults) {
    return new FetchedOutcome(null, orders, List.of(), faults);
  }
}
