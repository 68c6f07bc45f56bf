package org.vitrine.orders;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;

/**
 * How much of something, in thousandths of its unit: a whole number of pieces, or up to three
 * decimals of what is measured (decision 0053). One that was read keeps how it was written as long
 * as it may still be refused for it; two of the same size are the same however they were written.
 */
@JsonSerialize(using = AmountAsJson.class)
@JsonDeserialize(using = AmountFromJson.class)
public final class Amount implements Comparable<Amount> {
  public static final Amount NONE = new Amount(0, null);

  /** The largest that can be said at once; sums may be larger. */
  public static final long MOST = 1_000_000_000;

  private static final int DECIMALS = 3;
  private static final long THOUSAND = 1_000;
  private static final int MOST_DIGITS = 10;

  private final long thousandths;
  private final String written;

  private Amount(long thousandths, String written) {
    this.thousandths = thousandths;
    this.written = written;
  }

  public static Amount of(long whole) {
    return ofThousandths(Math.multiplyExact(whole, THOUSAND));
  }

  public static Amount ofThousandths(long thousandths) {
    return thousandths == 0 ? NONE : new Amount(thousandths, null);
  }

  /** Reads a number as JSON writes it; throws {@link Rejection.Invalid} without a field. */
  static Amount parse(String written) {
    return parse("", written, written);
  }

  /**
   * Reads a number with a decimal point, if any, and an exponent, if any. Throws {@link
   * Rejection.Invalid} naming the field where it is finer or larger than any amount.
   *
   * @param written the same as somebody wrote it
   */
  public static Amount parse(String field, String plain, String written) {
    BigDecimal number = new BigDecimal(plain).stripTrailingZeros();
    if (number.scale() > DECIMALS) {
      throw new Rejection.Invalid(field, quoted(written) + " has more than three decimals");
    }
    // Before it is written out: 1e999999999 would fill the memory.
    if ((long) number.precision() - number.scale() > MOST_DIGITS
        || number.abs().compareTo(BigDecimal.valueOf(MOST)) > 0) {
      throw new Rejection.Invalid(field, quoted(written) + " is more than " + MOST);
    }
    long thousandths = number.scaleByPowerOfTen(DECIMALS).longValueExact();
    boolean beyondDoubt = thousandths > 0 && thousandths % THOUSAND == 0;
    return new Amount(thousandths, beyondDoubt ? null : written);
  }

  /** What was written, as a sentence repeats it. */
  public static String quoted(String written) {
    return "“" + Excerpt.of(written) + "”";
  }

  /** Throws {@link Rejection.Invalid} naming the field where it is below zero. */
  public void requireNotNegative(String field) {
    if (thousandths < 0) {
      throw new Rejection.Invalid(
          field, quoted(asWritten()) + " is not a number from 0 to " + MOST);
    }
  }

  public long thousandths() {
    return thousandths;
  }

  public boolean isWhole() {
    return thousandths % THOUSAND == 0;
  }

  public boolean isPositive() {
    return thousandths > 0;
  }

  public boolean isNegative() {
    return thousandths < 0;
  }

  public Amount plus(Amount other) {
    return ofThousandths(Math.addExact(thousandths, other.thousandths));
  }

  /** What is left; nothing where the other is larger. */
  public Amount lessAtLeastNothing(Amount other) {
    return ofThousandths(Math.max(0, thousandths - other.thousandths));
  }

  public Amount negated() {
    return ofThousandths(-thousandths);
  }

  public static Amount larger(Amount one, Amount other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  public static Amount smaller(Amount one, Amount other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** How it was written, where that is still known. */
  public String asWritten() {
    return written == null ? toString() : written;
  }

  /** With as many decimals as it needs. */
  BigDecimal asDecimal() {
    return BigDecimal.valueOf(thousandths, DECIMALS).stripTrailingZeros();
  }

  /** The whole part of it. */
  public long whole() {
    return thousandths / THOUSAND;
  }

  @Override
  public int compareTo(Amount other) {
    return Long.compare(thousandths, other.thousandths);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Amount amount && amount.thousandths == thousandths;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(thousandths);
  }

  @Override
  public String toString() {
    return isWhole() ? String.valueOf(whole()) : asDecimal().toPlainString();
  }
}
