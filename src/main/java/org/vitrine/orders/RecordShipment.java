package org.vitrine.orders;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;

/**
 * A shipment as an ERP sends it: the whole of it each time.
 *
 * @param carrier the code of one that is known here
 * @param carrierName the name of one that is not
 * @param overDelivery true where more left of a line than was ordered, and that is so
 * @param reason why what was said before is said otherwise now, which the customer reads
 */
public record RecordShipment(
    LocalDate leftOn,
    String carrier,
    String carrierName,
    String trackingNumber,
    LocalDate expectedOn,
    LocalDate deliveredOn,
    List<ShippedItem> items,
    Boolean overDelivery,
    String reason) {
  private static final int MOST_ITEMS = 500;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_REASON = 500;

  public RecordShipment {
    if (leftOn == null) {
      throw new Rejection.Invalid("leftOn", "A shipment needs the day on which it left");
    }
    carrier = said(carrier);
    carrierName = said(carrierName);
    trackingNumber = said(trackingNumber);
    reason = said(reason);
    if (carrier != null && carrierName != null) {
      throw new Rejection.Invalid(
          "carrierName",
          "“%s” beside the carrier “%s”: give a code or a name, not both"
              .formatted(Excerpt.of(carrierName), Excerpt.of(carrier)));
    }
    TextLimit.atMost("carrierName", carrierName, LONGEST_NAME);
    TextLimit.atMost("reason", reason, LONGEST_REASON);
    if (trackingNumber != null && !OrderNumber.fits(trackingNumber)) {
      throw new Rejection.Invalid(
          "trackingNumber",
          "“%s” is no tracking number: 1 to 80 characters, a letter or a digit among them"
              .formatted(Excerpt.of(trackingNumber)));
    }
    if (items == null || items.isEmpty() || items.size() > MOST_ITEMS) {
      throw new Rejection.Invalid(
          "items", "A shipment must have 1 to %d items".formatted(MOST_ITEMS));
    }
    items = List.copyOf(items);
    Set<Integer> lines = new HashSet<>();
    Set<String> serials = new HashSet<>();
    for (ShippedItem item : items) {
      if (!lines.add(item.line())) {
        throw new Rejection.Invalid("items", "Line %d appears twice".formatted(item.line()));
      }
      for (String serial : item.serials() == null ? List.<String>of() : item.serials()) {
        if (!serials.add(OrderNumber.key(serial))) {
          throw new Rejection.Invalid(
              "items", "“%s” leaves on two lines".formatted(Excerpt.of(serial)));
        }
      }
    }
  }

  private static String said(String text) {
    return text == null || Blanks.only(text) ? null : Blanks.stripped(text);
  }

  /**
   * Throws {@link Rejection.Invalid} naming the day that cannot be: a placeholder, one that has not
   * come, or one before it left.
   *
   * @param today where the plant is
   */
  void requireRealDays(LocalDate today) {
    RealDates.require("leftOn", leftOn, today);
    RealDates.require("expectedOn", expectedOn, today);
    RealDates.require("deliveredOn", deliveredOn, today);
    requireCome("leftOn", leftOn, today, "a shipment is recorded once it has left");
    requireCome("deliveredOn", deliveredOn, today, "leave it out until it was delivered");
    requireAfterwards("expectedOn", expectedOn);
    requireAfterwards("deliveredOn", deliveredOn);
  }

  private static void requireCome(String field, LocalDate day, LocalDate today, String instead) {
    if (day != null && day.isAfter(today)) {
      throw new Rejection.Invalid(
          field, "“%s” has not come yet where the plant is: %s".formatted(day, instead));
    }
  }

  private void requireAfterwards(String field, LocalDate day) {
    if (day != null && day.isBefore(leftOn)) {
      throw new Rejection.Invalid(
          field, "“%s” is before the day on which it left, %s".formatted(day, leftOn));
    }
  }

  boolean isOverDelivery() {
    return Objects.equals(overDelivery, true);
  }

  /** What it says of this shipment, by this carrier. */
  Shipment of(ShipmentNumber number, Carrier by) {
    List<ShippedItem> byLine =
        items.stream().sorted(Comparator.comparing(ShippedItem::line)).toList();
    return new Shipment(number, leftOn, by, trackingNumber, expectedOn, deliveredOn, byLine, null);
  }
}
