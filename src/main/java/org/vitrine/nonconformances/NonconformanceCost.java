package org.vitrine.nonconformances;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/**
 * What a nonconformance cost, as it was booked.
 *
 * @param amount in minor units of the currency; below nothing where it takes another entry back
 * @param currency by its ISO 4217 code
 * @param against the entry that this one takes back
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record NonconformanceCost(
    long id,
    CostKind kind,
    long amount,
    String currency,
    Optional<String> note,
    Instant at,
    String by,
    Optional<Long> against) {
  private static final long MOST = 1_000_000_000_000L;
  private static final int LONGEST_NOTE = 500;

  /** What for. */
  public enum CostKind {
    @JsonProperty("scrap")
    SCRAP,
    @JsonProperty("rework")
    REWORK,
    @JsonProperty("replacement")
    REPLACEMENT,
    @JsonProperty("freight")
    FREIGHT,
    @JsonProperty("other")
    OTHER;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static CostKind of(String code) {
      return Arrays.stream(values())
          .filter(one -> one.code().equals(code))
          .findFirst()
          .orElseThrow();
    }
  }

  /**
   * What is sent to book a cost.
   *
   * @param amount in minor units: cents of a dollar, whole yen
   */
  public record BookCost(CostKind kind, Long amount, String currency, String note) {
    public BookCost {
      if (kind == null) {
        throw new Rejection.Invalid(
            "kind", "Say what for: scrap, rework, replacement, freight or other");
      }
      if (amount == null || amount < 1 || amount > MOST) {
        throw new Rejection.Invalid(
            "amount", "Say how much, in minor units: 1 to %,d".formatted(MOST));
      }
      requireCurrency(currency);
      note = NonconformanceCost.note("note", note).orElse(null);
    }

    private static void requireCurrency(String currency) {
      try {
        if (currency != null && Currency.getInstance(currency).getDefaultFractionDigits() >= 0) {
          return;
        }
      } catch (IllegalArgumentException unknown) {
        // Answered below, as what is missing is.
      }
      throw new Rejection.Invalid("currency", "Say in which currency, by its code: EUR, CNY, USD");
    }
  }

  static Optional<String> note(String field, String note) {
    TextLimit.atMost(field, note, LONGEST_NOTE);
    return Optional.ofNullable(note).map(Blanks::stripped).filter(said -> !said.isEmpty());
  }

  /** How much of a currency it comes to by now. */
  record CostSum(String currency, long amount) {}

  /** Of each currency, in the order of their codes. */
  static List<CostSum> sums(List<NonconformanceCost> costs) {
    Map<String, Long> sums = new TreeMap<>();
    costs.forEach(cost -> sums.merge(cost.currency(), cost.amount(), Math::addExact));
    return sums.entrySet().stream().map(sum -> new CostSum(sum.getKey(), sum.getValue())).toList();
  }
}
