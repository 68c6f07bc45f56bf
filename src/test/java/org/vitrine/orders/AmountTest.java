package org.vitrine.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.platform.json.Json;

class AmountTest {
  private static final long MOST = Amount.MOST * 1_000;

  @Property
  void whatever_is_written_is_read_again(@ForAll @LongRange(min = 0, max = MOST) long thousandths) {
    Amount amount = Amount.ofThousandths(thousandths);
    assertThat(Json.read(Json.text(amount), Amount.class)).isEqualTo(amount);
    assertThat(Json.tree(amount).decimalValue()).isEqualByComparingTo(amount.asDecimal());
    assertThat(new BigDecimal(amount.toString())).isEqualByComparingTo(amount.asDecimal());
  }

  @Property
  void a_whole_number_is_written_as_one(@ForAll @LongRange(min = 0, max = Amount.MOST) long whole) {
    assertThat(Json.text(Amount.of(whole))).isEqualTo(String.valueOf(whole));
    assertThat(Json.tree(Amount.of(whole))).isEqualTo(Json.tree((int) whole));
  }

  @Property
  void a_sum_is_exact_in_any_order(
      @ForAll @Size(max = 40) List<@LongRange(min = 0, max = MOST) Long> parts) {
    Amount sum = parts.stream().map(Amount::ofThousandths).reduce(Amount.NONE, Amount::plus);
    Amount other =
        parts.reversed().stream().map(Amount::ofThousandths).reduce(Amount.NONE, Amount::plus);
    assertThat(sum).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(sum.thousandths()).isEqualTo(parts.stream().mapToLong(Long::longValue).sum());
  }

  @Test
  void as_much_as_an_order_can_hold_adds_up() {
    Amount sum =
        IntStream.range(0, 100_000)
            .mapToObj(event -> Amount.ofThousandths(MOST))
            .reduce(Amount.NONE, Amount::plus);
    assertThat(sum).hasToString("100000000000000");
  }

  @ParameterizedTest
  @CsvSource({
    "12.50, 12.5",
    "0.10, 0.1",
    "1.2e1, 12",
    "12.000, 12",
    "0.0, 0",
    "0.001, 0.001",
    "999999999.999, 999999999.999",
    "-0.50, -0.5"
  })
  void it_is_said_plainly_whatever_was_written(String written, String plain) {
    Amount amount = Amount.parse(written);
    assertThat(amount).hasToString(plain).isEqualTo(Amount.parse(plain));
  }
}
