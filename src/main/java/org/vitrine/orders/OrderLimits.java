package org.vitrine.orders;

import java.util.List;
import org.vitrine.platform.Rejection;

/**
 * How much an order may say. Asked of what comes in, never of what is stored, which an older
 * Vitrine may have taken.
 */
public final class OrderLimits {
  private static final int REQUIREMENTS_OF_A_LINE = 100;
  private static final int REQUIREMENTS_OF_AN_ORDER = 2_000;
  private static final int WORK_ORDERS_OF_A_LINE = 50;
  private static final int WORK_ORDERS_OF_AN_ORDER = 2_000;
  private static final int CODE = 40;

  private OrderLimits() {}

  /** Throws {@link Rejection.Invalid} naming the field that says too much. */
  static void require(List<Line> lines) {
    int all = 0;
    int workOrders = 0;
    for (int at = 0; at < lines.size(); at++) {
      Line line = lines.get(at);
      String field = "lines[%d]".formatted(at);
      TextLimit.atMost(field + ".routing", line.routing(), CODE);
      LocalizedText.requireLanguages(field + ".product", line.product());
      LocalizedText.requireLanguages(field + ".description", line.description());
      LocalizedText.requireLanguages(field + ".cancelled", line.cancelled());
      LocalizedText.requireLanguages(field + ".closedShort", line.closedShort());
      if (line.promise() != null) {
        LocalizedText.requireLanguages(field + ".promise.reason", line.promise().reason());
      }
      requireAtMost(
          WORK_ORDERS_OF_A_LINE,
          line.workOrders().size(),
          field + ".workOrders",
          "A line can have at most %,d work orders");
      require(field + ".", line.requirements());
      all += line.requirements().size();
      workOrders += line.workOrders().size();
    }
    requireAtMost(
        REQUIREMENTS_OF_AN_ORDER,
        all,
        "lines",
        "An order can have at most %,d requirements in total");
    requireAtMost(
        WORK_ORDERS_OF_AN_ORDER,
        workOrders,
        "lines",
        "An order can have at most %,d work orders in total");
  }

  /**
   * The same of what is demanded of one product.
   *
   * @param path what stands before {@code requirements} in the name of the field
   */
  public static void require(String path, List<Requirement> requirements) {
    String field = path + "requirements";
    requireAtMost(
        REQUIREMENTS_OF_A_LINE,
        requirements.size(),
        field,
        "A line can have at most %,d requirements");
    for (int at = 0; at < requirements.size(); at++) {
      Requirement requirement = requirements.get(at);
      String one = "%s[%d]".formatted(field, at);
      TextLimit.atMost(one + ".stage", requirement.stage(), CODE);
      requirement.name().requireFewLanguages(one + ".name");
      LocalizedText.requireLanguages(one + ".ordered", requirement.ordered());
      LocalizedText.requireLanguages(one + ".waiver", requirement.waiver());
    }
  }

  private static void requireAtMost(int most, int there, String field, String sentence) {
    if (there > most) {
      throw new Rejection.Invalid(field, sentence.formatted(most));
    }
  }
}
