package org.vitrine.orders;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;

/**
 * What was bought.
 *
 * @param customerReference the customer's own purchase order number; absent where unknown
 * @param cancelled why it was cancelled; absent where it stands
 * @param version dense per order: raised by one with each event
 */
public record Order(
    OrderId id,
    CompanyId company,
    OrderNumber number,
    String customerReference,
    LocalDate placedOn,
    LocalDate promisedOn,
    LocalizedText cancelReason,
    long version,
    List<Line> lines) {

  /** The same at another version. */
  public Order at(long otherVersion) {
    return new Order(
        id,
        company,
        number,
        customerReference,
        placedOn,
        promisedOn,
        cancelReason,
        otherVersion,
        lines);
  }

  /** The order as it stands, with what its lines leave open taken from there. */
  PlaceOrder completedBy(PlaceOrder known, String companyCode) {
    Map<Integer, Line> others =
        known.lines().stream().collect(Collectors.toMap(Line::number, line -> line));
    List<Line> completed =
        lines.stream()
            .map(line -> line.completedBy(others.getOrDefault(line.number(), line)))
            .toList();
    return new PlaceOrder(companyCode, customerReference, placedOn, null, completed, cancelReason);
  }

  /** The order as a program would send it to leave it as it is. */
  PlaceOrder asPlaced(String companyCode) {
    return new PlaceOrder(companyCode, customerReference, placedOn, null, lines, cancelReason);
  }

  /**
   * The lines that somebody means by a number: by its own all, by that of a work order what is made
   * under it.
   */
  public List<Line> linesMeant(OrderNumber meant, boolean ofWork) {
    if (!ofWork && meant.key().equals(number.key())) {
      return lines;
    }
    List<Line> made =
        lines.stream()
            .filter(
                line -> line.workOrders().stream().anyMatch(one -> one.key().equals(meant.key())))
            .toList();
    List<Line> standing = made.stream().filter(line -> line.cancelled() == null).toList();
    return standing.isEmpty() ? made : standing;
  }

  Optional<Line> line(int wanted) {
    return lines.stream().filter(line -> line.number() == wanted).findFirst();
  }
}
