package org.vitrine.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RecoveryCodeTest {

  @Test
  void a_set_is_ten_different_ones() {
    List<RecoveryCode> set = RecoveryCode.set();

    assertThat(set).hasSize(10).doesNotHaveDuplicates();
    assertThat(set.getFirst().shown()).matches("([a-z2-7]{4}-){3}[a-z2-7]{4}");
    assertThat(set.getFirst()).hasToString("RecoveryCode");
  }

  @Test
  void however_it_is_typed_it_is_the_same() {
    RecoveryCode code = RecoveryCode.set().getFirst();

    assertThat(RecoveryCode.typed(code.shown().toUpperCase(Locale.ROOT))).contains(code);
    assertThat(RecoveryCode.typed(" " + code.shown().replace("-", " ") + " ")).contains(code);
    assertThat(RecoveryCode.typed("123456")).isEmpty();
    assertThat(RecoveryCode.typed("")).isEmpty();
  }
}
