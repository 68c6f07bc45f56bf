package org.vitrine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.RawConnection;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** Files that are not what they say, and worse: each is refused with a sentence, and not kept. */
class EvidenceBombsIT {
  private static TestVitrine vitrine;
  private static TestClient plant;
  private static TestClient staff;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    Shop shop = new Shop(vitrine);
    plant = shop.integrator();
    staff = shop.staff(Role.OPERATOR, "zhang@works.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static String path(byte[] file) {
    return "/api/evidence/" + EvidenceFiles.hash(file);
  }

  private static JsonNode room() {
    return staff.json("/api/evidence");
  }

  static Stream<Arguments> lies() {
    byte[] photo = EvidenceFiles.photo(900, 600, 0x224466);
    return Stream.of(
        arguments("more pixels than fit", EvidenceFiles.hugePng(60_000, 60_000), 422, "megapixels"),
        arguments("half a photo", Arrays.copyOf(photo, photo.length / 2), 422, "incomplete"),
        arguments("a drawing", EvidenceFiles.latin("<svg onload=\"alert(1)\"/>"), 415, "photos"),
        arguments("a page", EvidenceFiles.latin("<!doctype html><script>"), 415, "photos"),
        arguments("10,000 pictures", EvidenceFiles.gif(10_000), 415, "not as GIF"),
        arguments(
            "half a PNG", EvidenceFiles.latin("\u0089PNG\r\n\u001A\n\0\0"), 422, "incomplete"),
        arguments(
            "another film",
            EvidenceFiles.latin("\u001A\u0045\u00DF\u00A3\u008B\u0042\u0082\u0088matroska"),
            415,
            "WebM"),
        arguments("boxes in boxes", EvidenceFiles.nestedClip(4_000), 422, "cannot be read"),
        arguments("too many boxes", EvidenceFiles.crowdedClip(6_000), 422, "cannot be read"),
        arguments("nothing", new byte[0], 415, "photos"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void it_is_refused_with_a_sentence_and_not_kept(
      String what, byte[] file, int status, String said) {
    JsonNode before = room();

    HttpResponse<String> answer = plant.put(path(file), file, "Content-Type", "image/png");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(TestClient.json(answer).get("detail").asText()).containsIgnoringCase(said);
    assertThat(staff.get(path(file)).statusCode()).isEqualTo(404);
    assertThat(room()).isEqualTo(before);
  }

  @Test
  void what_is_larger_than_anything_is_not_even_read_whether_its_length_is_said_or_not() {
    byte[] large = new byte[EvidenceFormat.LARGEST_FILE + 1];
    System.arraycopy(EvidenceFiles.latin("%PDF-1.7"), 0, large, 0, 8);
    assertThat(plant.put(path(large), large).statusCode()).isEqualTo(413);
    HttpResponse<String> streamed = plant.put(path(large), new ByteArrayInputStream(large));
    assertThat(streamed.statusCode()).isEqualTo(413);
    assertThat(streamed.body()).contains("20 MB");
    assertThat(staff.get(path(large)).statusCode()).isEqualTo(404);
  }

  @Test
  void a_photo_is_not_larger_than_photos_are() {
    byte[] photo = Arrays.copyOf(EvidenceFiles.photo(20, 20, 5), 10_000_001);
    HttpResponse<String> answer = plant.put(path(photo), photo);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("10 MB");
  }

  /** As from a device that goes off: more often than one sender has files on their way. */
  @Test
  void what_ends_before_it_said_is_not_kept_and_holds_nobody_up() {
    byte[] file = EvidenceFiles.photo(300, 200, 0x998877);
    JsonNode before = room();
    for (int time = 0; time < 4; time++) {
      try (RawConnection connection = announced(file, file.length)) {
        connection.send(Arrays.copyOf(file, file.length / 2));
      }
    }
    TestWatcher.await(
        "there is room for the whole", () -> plant.put(path(file), file).statusCode() == 201);
    assertThat(room().get("files").asLong()).isEqualTo(before.get("files").asLong() + 1);
  }

  @Test
  void what_goes_on_longer_than_it_said_is_another_file_than_its_name_says() {
    byte[] file = EvidenceFiles.photo(300, 200, 0x776655);
    try (RawConnection connection = announced(file, file.length - 100)) {
      RawConnection.Reply reply = connection.send(file).reply();
      assertThat(reply.status()).isEqualTo(422);
      assertThat(reply.body()).contains("sha256");
    }
    assertThat(staff.get(path(file)).statusCode()).isEqualTo(404);
  }

  @Test
  void where_the_house_has_no_room_it_says_so_and_when_to_come_again() {
    byte[] file = EvidenceFiles.paper("one too many");
    JsonNode before = room();
    takes(before.get("most").asLong());
    try {
      HttpResponse<String> answer = plant.put(path(file), file);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("retry-after")).isPresent();
      assertThat(answer.body()).contains("50 GB", "an administrator");
      assertThat(staff.get(path(file)).statusCode()).isEqualTo(404);
    } finally {
      takes(before.get("bytes").asLong());
    }
    assertThat(plant.put(path(file), file).statusCode()).isEqualTo(201);
  }

  private static void takes(long bytes) {
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        INSERT INTO evidence_room (files, bytes) VALUES (0, %1$d)
        ON CONFLICT (one) DO UPDATE SET bytes = excluded.bytes\
        """
            .formatted(bytes));
  }

  private static RawConnection announced(byte[] file, int length) {
    return new RawConnection(vitrine)
        .send(
            "PUT %s HTTP/1.1\r\nHost: localhost\r\n%s: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(path(file), plant.identity()[0], plant.identity()[1], length));
  }
}
