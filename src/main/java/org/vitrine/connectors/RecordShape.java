package org.vitrine.connectors;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.vitrine.platform.Rejection;

/**
 * Where in a record of another system stands what a connector has to know. Fields are named as they
 * are there; one inside of another with a dot between.
 *
 * @param items where in an answer the records are; absent where the answer is the list
 * @param id what tells a record from all others, for ever; of a file of rows several columns, with
 *     commas between
 * @param changed when a record was last changed; absent where nobody knows
 * @param lines the list inside of a record of which each entry becomes a row
 * @param lineModel where those are kept apart: Odoo's name of them
 * @param zone in which times are written that do not say; absent where they all do
 */
public record RecordShape(
    String items, String id, String changed, String lines, String lineModel, String zone) {

  static final RecordShape NOTHING_SAID = new RecordShape(null, null, null, null, null, null);

  /** The same with what is usual where nothing is said; an empty text says that there is none. */
  RecordShape or(RecordShape usual) {
    return new RecordShape(
        said(items, usual.items),
        said(id, usual.id),
        said(changed, usual.changed),
        said(lines, usual.lines),
        said(lineModel, usual.lineModel),
        said(zone, usual.zone));
  }

  private static String said(String own, String usual) {
    String either = own == null ? usual : own.strip();
    return either == null || either.isEmpty() ? null : either;
  }

  RecordShape requireSound() {
    if (id == null) {
      throw new Rejection.Invalid("settings.shape.id", "Say which field tells records apart");
    }
    try {
      zoneOrUtc();
    } catch (DateTimeException unknown) {
      throw new Rejection.Invalid(
          "settings.shape.zone", "Must be a zone such as +02:00 or Asia/Shanghai");
    }
    return this;
  }

  boolean hasZone() {
    return zone != null;
  }

  ZoneId zoneOrUtc() {
    return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
  }
}
