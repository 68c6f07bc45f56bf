package org.vitrine.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  private static final String OLD = "b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZC0=";
  private static final String NEW = "bmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3LW5ldy0=";
  private static final String SECRET = "whsec_密钥";

  @TempDir private Path folder;

  private Secrets under(String keys) {
    return new Secrets(new KeyRing("secrets", Optional.of(keys), folder.resolve("none")));
  }

  @Test
  void a_secret_comes_back_and_is_never_written_the_same_twice() {
    String kept = under(OLD).seal("webhook/1", SECRET);
    assertThat(under(OLD).open("webhook/1", kept)).isEqualTo(SECRET);
    assertThat(kept).doesNotContain("whsec").isNotEqualTo(under(OLD).seal("webhook/1", SECRET));
  }

  @Test
  void it_opens_only_where_it_was_kept_and_as_it_was_kept() {
    String kept = under(OLD).seal("webhook/1", SECRET);
    assertUnreadable(OLD, "webhook/2", kept);
    String key = kept.substring(0, kept.indexOf('.') + 1);
    byte[] sealed = Base64.getDecoder().decode(kept.substring(key.length()));
    for (int at = 0; at < sealed.length; at++) {
      byte[] other = sealed.clone();
      other[at] ^= 1;
      assertUnreadable(OLD, "webhook/1", key + Base64.getEncoder().encodeToString(other));
    }
    for (int at = 0; at < kept.length(); at += 4) {
      assertUnreadable(OLD, "webhook/1", kept.substring(0, at));
    }
  }

  @Test
  void keys_are_changed_one_after_the_other() {
    String kept = under(OLD).seal("webhook/1", SECRET);
    Secrets both = under(NEW + "," + OLD);
    assertThat(both.open("webhook/1", kept)).isEqualTo(SECRET);
    assertThat(both.isUnderNewest(kept)).isFalse();
    String anew = both.seal("webhook/1", both.open("webhook/1", kept));
    assertThat(both.isUnderNewest(anew)).isTrue();
    assertThat(under(NEW).open("webhook/1", anew)).isEqualTo(SECRET);
    assertUnreadable(NEW, "webhook/1", kept);
    assertThat(under(NEW).lacking(List.of(kept, anew)))
        .containsExactly(kept.substring(0, kept.indexOf('.')));
  }

  private void assertUnreadable(String keys, String place, String kept) {
    assertThatThrownBy(() -> under(keys).open(place, kept))
        .isInstanceOf(Secrets.SecretUnreadable.class);
  }
}
