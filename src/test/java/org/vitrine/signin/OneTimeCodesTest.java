package org.vitrine.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {
  /** The key of RFC 6238's appendix B. */
  private static final String SECRET =
      new Base32().encodeToString("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  private final OneTimeCodes codes = new OneTimeCodes();

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void agrees_with_the_standard(long second, String code) {
    assertThat(codes.step(SECRET, code, Instant.ofEpochSecond(second), 0))
        .isEqualTo(OptionalLong.of(second / 30));
  }

  @Test
  void is_good_for_one_step_to_either_side_and_no_further() {
    Instant at = Instant.ofEpochSecond(1_111_111_111);

    assertThat(codes.step(SECRET, "050471", at.plusSeconds(30), 0)).isPresent();
    assertThat(codes.step(SECRET, "050471", at.minusSeconds(30), 0)).isPresent();
    assertThat(codes.step(SECRET, "050471", at.plusSeconds(60), 0)).isEmpty();
    assertThat(codes.step(SECRET, "050471", at.minusSeconds(60), 0)).isEmpty();
  }

  @Test
  void a_code_that_was_used_is_worth_nothing_and_neither_is_an_older_one() {
    Instant at = Instant.ofEpochSecond(1_111_111_111);
    long used = codes.step(SECRET, "050471", at, 0).orElseThrow();

    assertThat(codes.step(SECRET, "050471", at, used)).isEmpty();
    assertThat(codes.step(SECRET, "081804", at, used)).isEmpty();
  }

  @Test
  void nonsense_is_no_code() {
    Instant at = Instant.ofEpochSecond(1_111_111_111);

    assertThat(codes.step(SECRET, "", at, 0)).isEmpty();
    assertThat(codes.step(SECRET, "50471", at, 0)).isEmpty();
    assertThat(codes.step(SECRET, "0504711", at, 0)).isEmpty();
  }

  @Test
  void an_app_reads_the_secret_and_whose_it_is() {
    assertThat(OneTimeCodes.uri("ABC", "Foshan Comfort Works", "li.wen@works.example"))
        .isEqualTo(
            "otpauth://totp/Foshan%20Comfort%20Works:li.wen%40works.example"
                + "?secret=ABC&issuer=Foshan%20Comfort%20Works");
    assertThat(OneTimeCodes.secret()).matches("[A-Z2-7]{32}").isNotEqualTo(OneTimeCodes.secret());
  }
}
