package org.vitrine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SealTest {
  private static final byte[] CONTENT = "a secret link".getBytes(StandardCharsets.UTF_8);

  private final Seal seal = new Seal("secret", "key");

  @Test
  void the_same_secret_and_purpose_open_it() {
    assertThat(new Seal("secret", "key").open(seal.close(CONTENT))).isEqualTo(CONTENT);
    assertThat(new Seal("secret", "key").name()).isEqualTo(seal.name());
  }

  @Test
  void no_other_secret_or_purpose_opens_or_finds_it() {
    for (Seal other : new Seal[] {new Seal("Secret", "key"), new Seal("secret", "key2")}) {
      assertThatThrownBy(() -> other.open(seal.close(CONTENT)))
          .isInstanceOf(IllegalStateException.class);
      assertThat(other.name()).isNotEqualTo(seal.name());
    }
  }

  @Test
  void whatever_was_changed_does_not_open() {
    byte[] sealed = seal.close(CONTENT);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> seal.open(sealed)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void the_same_content_never_looks_the_same() {
    assertThat(seal.close(CONTENT)).isNotEqualTo(seal.close(CONTENT));
  }
}
