package org.vitrine.gather.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.vitrine.gather.plan.Whereabouts;
import org.vitrine.gather.plan.Word;

/** What a report is about, as the tags say at this moment. */
record Subject(Whereabouts where, Function<String, String> lastTextOf) {

  /**
   * One text for the order, work order and line, so that another one is noticed; null where none.
   */
  String orderKey() {
    String order = said(where.order());
    String workOrder = said(where.workOrder());
    if (order == null && workOrder == null) {
      return null;
    }
    return "%s/%s/%s"
        .formatted(blankIfNull(order), blankIfNull(workOrder), blankIfNull(said(where.line())));
  }

  void writeTo(ObjectNode report, String usualStation) {
    put(report, "order", said(where.order()));
    put(report, "workOrder", said(where.workOrder()));
    putLine(report, said(where.line()));
    put(report, "stage", said(where.stage()));
    put(report, "operation", said(where.operation()));
    String station = said(where.station());
    put(report, "station", station == null ? usualStation : station);
  }

  /** The serial number of what was measured. */
  String serial() {
    return said(where.unit());
  }

  private static void putLine(ObjectNode report, String line) {
    if (line != null && line.matches("\\d{1,4}")) {
      report.put("line", Integer.parseInt(line));
    } else {
      put(report, "line", line);
    }
  }

  private static void put(ObjectNode report, String field, String text) {
    if (text != null) {
      report.put(field, text);
    }
  }

  private String said(Word word) {
    String text =
        switch (word) {
          case null -> null;
          case Word.Fixed fixed -> fixed.text();
          case Word.OfTag of -> lastTextOf.apply(of.tag());
        };
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static String blankIfNull(String text) {
    return text == null ? "" : text;
  }
}
