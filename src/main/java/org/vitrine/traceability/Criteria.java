package org.vitrine.traceability;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.Rejection;
import org.vitrine.production.Consumed;
import org.vitrine.production.Made;

/**
 * What is sought: all that is given must hold of one thing, of each list any. What was made of what
 * is found belongs to it.
 *
 * @param lots what is of one of these, or was made of it
 * @param supplierLots the same, by the words of suppliers
 * @param serialRange pieces
 * @param station what was made or worked on there
 * @param product what is a lot or a piece of it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Criteria(
    List<String> lots,
    List<String> supplierLots,
    SerialRange serialRange,
    AtStation station,
    OfProduct product) {
  private static final int MOST = 200;

  public Criteria {
    lots = codes("lots", lots);
    supplierLots = codes("supplierLots", supplierLots);
    if (lots.isEmpty()
        && supplierLots.isEmpty()
        && serialRange == null
        && station == null
        && product == null) {
      throw new Rejection.Invalid(
          "",
          "Say what is sought: lots, supplierLots, serialRange, station or product, or several of"
              + " these");
    }
  }

  private static List<String> codes(String field, List<String> given) {
    List<String> codes = given == null ? List.of() : given;
    if (codes.size() > MOST) {
      throw new Rejection.Invalid(field, "At most %d".formatted(MOST));
    }
    for (int at = 0; at < codes.size(); at++) {
      TraceCode.of(field + "[%d]".formatted(at), codes.get(at));
    }
    return List.copyOf(codes);
  }

  /**
   * From one serial to another of the same series, both included: SN-0999 to SN-1002 are four,
   * however many zeros stand in front.
   */
  public record SerialRange(String from, String to) {
    public SerialRange {
      TraceCode first = TraceCode.of("from", from);
      TraceCode last = TraceCode.of("to", to);
      if (!first.key().equals(last.key())) {
        SerialSeries begin = series("from", first);
        SerialSeries end = series("to", last);
        if (!begin.series().equals(end.series())) {
          throw new Rejection.Invalid(
              "to", "This is of another series than where the range begins");
        }
        if (begin.number().compareTo(end.number()) > 0) {
          throw new Rejection.Invalid("to", "The range ends before it begins");
        }
      }
    }

    private static SerialSeries series(String field, TraceCode serial) {
      return SerialSeries.of(serial)
          .orElseThrow(
              () -> new Rejection.Invalid(field, "Without a digit nothing lies between two"));
    }

    @JsonIgnore
    TraceCode first() {
      return new TraceCode(from);
    }

    @JsonIgnore
    TraceCode last() {
      return new TraceCode(to);
    }
  }

  /**
   * At a station, as reports name it.
   *
   * @param from absent for whatever was before {@code until}; that one is not included
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AtStation(String name, Instant from, Instant until) {
    public AtStation {
      name = SaveLot.text("name", name, 100);
      if (name == null) {
        throw new Rejection.Invalid("name", "Say which station");
      }
      if (from != null && until != null && !from.isBefore(until)) {
        throw new Rejection.Invalid("until", "This is not after the beginning");
      }
    }
  }

  /**
   * Of a product.
   *
   * @param revision absent for all of them
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OfProduct(LocalizedText name, String revision) {
    public OfProduct {
      if (name == null) {
        throw new Rejection.Invalid("name", "Say which product");
      }
      Consumed.product("name", name);
      Made.revision("revision", revision);
    }
  }
}
