package org.vitrine.platform.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What clients are given to go on from. */
class CursorsTest {
  private static final byte[] KEY = new byte[32];

  private final Cursors cursors = new Cursors(KEY, "history");

  @Test
  void it_leads_back_at_every_node() {
    assertThat(new Cursors(KEY, "history").read(cursors.of(4711))).hasValue(4711);
  }

  /** Neither its length nor its letters say how much has happened. */
  @Test
  void it_tells_nothing() {
    assertThat(LongStream.of(1, 4711, Long.MAX_VALUE).mapToObj(cursors::of))
        .allMatch(cursor -> cursor.matches("[A-Za-z0-9_-]{48}"))
        .doesNotHaveDuplicates();
    assertThat(cursors.of(4711)).isNotEqualTo(cursors.of(4711));
  }

  @Test
  void in_another_history_it_is_none() {
    assertThat(new Cursors(KEY, "another").read(cursors.of(4711))).isEmpty();
  }

  /** Once, a long list of transaction ids ended the thread that moves all pages. */
  @Test
  void whatever_else_comes_is_none() {
    assertThat(cursors.read("")).isEmpty();
    assertThat(cursors.read("1:1:" + "1,".repeat(1_000_000) + "1")).isEmpty();
    Random random = new Random(7);
    for (int n = 0; n < 1_000; n++) {
      byte[] bytes = new byte[36];
      random.nextBytes(bytes);
      assertThat(cursors.read(Base64.getUrlEncoder().encodeToString(bytes))).isEmpty();
      StringBuilder changed = new StringBuilder(cursors.of(n));
      int at = random.nextInt(changed.length());
      changed.setCharAt(at, changed.charAt(at) == 'A' ? 'B' : 'A');
      assertThat(cursors.read(changed.toString())).isEmpty();
    }
  }
}
