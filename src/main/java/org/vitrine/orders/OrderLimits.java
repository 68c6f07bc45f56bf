package org.vitrine.orders;

import java.util.List;
import org.vitrine.platform.Rejection;

/**
 * How much an order may say. Asked of what comes in, never of what is stored, which an older
 * Vitrine may have taken.
 */
final class OrderLimits {
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
      if (line.promise() != null) {
        LocalizedText.requireLanguages(field + ".promise.reason", line.promise().reason());
      }
      requireAtMost(
          REQUIREMENTS_OF_A_LINE,
          line.requirements().size(),
          field + ".requirements",
          "A line can have at most %,d requirements");
      requireAtMost(
          WORK_ORDERS_OF_A_LINE,
          line.workOrders().size(),
          field + ".workOrders",
          "A line can have at most %,d work orders");
      for (int of = 0; of < line.requirements().size(); of++) {
        Requirement requirement = line.requirements().get(of);
        String path = "%s.requirements[%d]".formatted(field, of);
        TextLimit.atMost(path + ".stage", requirement.stage(), CODE);
        requirement.name().requireFewLanguages(path + ".name");
        LocalizedText.requireLanguages(path + ".ordered", requirement.ordered());
        LocalizedText.requireLanguages(path + ".waiver", requirement.waiver());
      }
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

  private static void requireAtMost(int most, int there, String field, String sentence) {
    if (there > most) {
      throw new Rejection.Invalid(field, sentence.formatted(most));
    }
  }
}
