package org.vitrine.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept in a bucket is whole or not there, whatever befalls it on its way. */
class BucketPlaceTest {
  private static final String NAME = "vitrine-20261101T010000Z.zip";

  private ObjectStore store;
  private BucketPlace place;

  @BeforeEach
  void open() throws IOException {
    store = new ObjectStore();
    place = store.place(Clock.systemUTC());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void what_takes_several_parts_is_one_object_that_can_be_read_and_taken_away() throws Exception {
    byte[] content = new byte[40_000_000];
    new Random(7).nextBytes(content);

    place.put(
        NAME,
        out -> {
          out.write(content[0]);
          out.write(content, 1, content.length - 1);
        });

    assertThat(store.objects).containsOnlyKeys("vit rine/plant~1/" + NAME);
    assertThat(place.open(NAME)).hasBinaryContent(content);
    place.remove(NAME);
    assertThat(place.names()).isEmpty();
  }

  @Test
  void all_are_listed_however_many_come_at_once_and_no_other_s() throws Exception {
    for (String name : List.of("a", "b", "c", "d", "e")) {
      place.put(name, out -> out.write(1));
    }
    store.objects.put("vit rine/other", new byte[1]);

    assertThat(place.names()).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void what_fails_on_its_way_is_tried_again() throws Exception {
    for (int before = 0; before < 4; before++) {
      store.faults.addAll(List.of(503, 0, 429));
      place.put(NAME, out -> out.write(new byte[20_000_000]));
      store.faults.addAll(List.of(500, 0));
      assertThat(place.open(NAME).readAllBytes()).hasSize(20_000_000);
      store.faults.clear();
    }
  }

  @Test
  void what_cannot_be_made_leaves_no_object_and_no_parts() {
    assertThatThrownBy(
            () ->
                place.put(
                    NAME,
                    out -> {
                      out.write(new byte[20_000_000]);
                      throw new IOException("the database is away");
                    }))
        .hasMessage("the database is away");

    assertThat(store.objects).isEmpty();
    assertThat(store.uploads).isEmpty();
  }

  @Test
  void a_wrong_key_is_refused_at_once_with_the_store_s_own_words() {
    BucketPlace stranger =
        new BucketPlace(
            new Bucket(
                "house",
                new BucketSettings(store.settings().endpoint(), "eu-test-1", "AKTEST", "guessed"),
                Clock.systemUTC(),
                Duration.ofHours(1)),
            "");

    assertThatThrownBy(() -> stranger.put(NAME, out -> {}))
        .hasMessageContaining("403")
        .hasMessageContaining("signature does not match");
  }
}
