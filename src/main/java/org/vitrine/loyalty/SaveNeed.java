package org.vitrine.loyalty;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vitrine.loyalty.StatedNeed.YearlyNeed;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;

/**
 * What a customer said of its need, as one of the staff writes it down.
 *
 * @param need absent where it was not said
 */
public record SaveNeed(Integer share, NeedSaid need, String source, LocalDate saidOn) {
  private static final int LONGEST = 300;
  private static final int EARLIEST = 2000;

  /** All that it needs in a year. */
  public record NeedSaid(Long amount, String currency) {
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final long MOST = 1_000_000_000_000L;

    public NeedSaid {
      if (amount == null || amount < 1 || amount > MOST) {
        throw new Rejection.Invalid(
            "amount", "Give all that they need in a year, from 1 to %,d".formatted(MOST));
      }
      if (currency == null || !CURRENCY.matcher(currency).matches()) {
        throw new Rejection.Invalid(
            "currency",
            "“%s” is not the code of a currency, such as CNY"
                .formatted(Excerpt.of(currency == null ? "" : currency)));
      }
    }
  }

  public SaveNeed {
    if (share == null || share < 0 || share > 100) {
      throw new Rejection.Invalid("share", "Give 0 to 100 per cent");
    }
    source = source == null ? "" : source.strip();
    if (source.isEmpty() || source.length() > LONGEST) {
      throw new Rejection.Invalid(
          "source", "Say who said so and where, in 1 to %d characters".formatted(LONGEST));
    }
    if (saidOn == null || saidOn.getYear() < EARLIEST) {
      throw new Rejection.Invalid("saidOn", "Give the day on which it was said");
    }
  }

  void requireSaid(LocalDate today) {
    if (saidOn.isAfter(today)) {
      throw new Rejection.Invalid("saidOn", "%s is still to come".formatted(saidOn));
    }
  }

  Optional<YearlyNeed> yearly() {
    return Optional.ofNullable(need).map(all -> new YearlyNeed(all.amount(), all.currency()));
  }
}
