package org.vitrine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** Files from the plant over HTTP: sent under their names, and read as what they are. */
class EvidenceRoutesIT {
  private static final int CLIP_BYTES = 700_000;

  private static TestVitrine vitrine;
  private static TestClient plant;
  private static TestClient staff;
  private static TestClient customer;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    Shop shop = new Shop(vitrine);
    plant = shop.integrator();
    staff = shop.staff(Role.OPERATOR, "zhang@works.example");
    customer = shop.contact("northwind", "amelia@northwind.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static HttpResponse<String> send(byte[] file) {
    return plant.put("/api/evidence/" + EvidenceFiles.hash(file), file);
  }

  @Test
  void a_photo_is_written_anew_and_keeps_its_name() throws Exception {
    byte[] file = EvidenceFiles.photo(900, 450, 0x336699);

    HttpResponse<String> sent = send(file);

    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
    assertThat(TestClient.json(sent).get("width").asInt()).isEqualTo(900);
    assertThat(send(file).statusCode()).as("the same again").isEqualTo(200);
    HttpResponse<byte[]> full = staff.bytes("/api/evidence/" + EvidenceFiles.hash(file));
    assertThat(full.statusCode()).isEqualTo(200);
    assertThat(full.body()).isNotEqualTo(file);
    assertThat(ImageIO.read(new ByteArrayInputStream(full.body())).getWidth()).isEqualTo(900);
    assertThat(full.headers().map())
        .containsEntry("content-type", List.of("image/jpeg"))
        .containsEntry("x-content-type-options", List.of("nosniff"))
        .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
        .containsEntry("cache-control", List.of("private, no-cache"))
        .containsEntry(
            "content-security-policy",
            List.of("default-src 'none'; frame-ancestors 'none'; sandbox"));
    HttpResponse<byte[]> small =
        staff.bytes("/api/evidence/" + EvidenceFiles.hash(file) + "?size=small");
    assertThat(ImageIO.read(new ByteArrayInputStream(small.body())).getWidth()).isEqualTo(400);
    String tag = small.headers().firstValue("etag").orElseThrow();
    assertThat(
            staff
                .get(
                    "/api/evidence/" + EvidenceFiles.hash(file) + "?size=small",
                    "If-None-Match",
                    tag)
                .statusCode())
        .isEqualTo(304);
  }

  @Test
  void what_is_not_what_its_name_says_is_not_kept() {
    byte[] file = EvidenceFiles.photo(20, 20, 1);
    String other = EvidenceFiles.hash(EvidenceFiles.latin("other"));
    HttpResponse<String> answer = plant.put("/api/evidence/" + other, file);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(TestClient.json(answer).get("field").asText()).isEqualTo("sha256");
    assertThat(staff.get("/api/evidence/" + other).statusCode()).isEqualTo(404);
    assertThat(plant.put("/api/evidence/photo-1", file).statusCode()).isEqualTo(404);
    assertThat(send(EvidenceFiles.latin("<svg onload=alert(1)>")).statusCode()).isEqualTo(415);
    assertThat(customer.put("/api/evidence/" + other, file).statusCode()).isEqualTo(403);
  }

  @Test
  void a_paper_stays_as_it_is_and_is_never_opened_by_a_page() {
    byte[] file = EvidenceFiles.paper("<< /OpenAction << /S /JavaScript >> >>");
    assertThat(send(file).statusCode()).isEqualTo(201);

    HttpResponse<byte[]> shown = staff.bytes("/api/evidence/" + EvidenceFiles.hash(file));

    assertThat(shown.body()).isEqualTo(file);
    assertThat(shown.headers().firstValue("content-disposition").orElseThrow())
        .startsWith("attachment; filename=\"paper-");
    assertThat(shown.headers().firstValue("content-security-policy").orElseThrow())
        .contains("sandbox");
    assertThat(staff.get("/api/evidence/" + EvidenceFiles.hash(file) + "?size=small").statusCode())
        .as("there is no picture of it")
        .isEqualTo(404);
  }

  @Test
  void a_clip_is_played_in_parts_and_says_no_longer_where_it_was() {
    byte[] file = EvidenceFiles.clip(12, CLIP_BYTES);
    assertThat(send(file).statusCode()).isEqualTo(201);
    String path = "/api/evidence/" + EvidenceFiles.hash(file);

    HttpResponse<byte[]> all = staff.bytes(path);
    HttpResponse<byte[]> part = staff.bytes(path, "Range", "bytes=262100-262199");
    HttpResponse<byte[]> end = staff.bytes(path, "Range", "bytes=-50");

    assertThat(all.body()).hasSameSizeAs(file);
    assertThat(new String(all.body(), StandardCharsets.ISO_8859_1))
        .doesNotContain("+23.0215", "udta");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(all.body(), 262_100, 262_200));
    assertThat(part.headers().firstValue("content-range"))
        .contains("bytes 262100-262199/" + file.length);
    assertThat(end.body()).isEqualTo(Arrays.copyOfRange(all.body(), file.length - 50, file.length));
    assertThat(staff.bytes(path, "Range", "bytes=9000000-").statusCode()).isEqualTo(416);
    assertThat(staff.bytes(path, "Range", "bytes=0-1,5-6").statusCode())
        .as("several parts are answered with all")
        .isEqualTo(200);
    assertThat(staff.bytes(path, "Range", "bytes=0-1", "If-Range", "\"old\"").statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_clip_that_says_it_is_too_long_is_refused() {
    assertThat(send(EvidenceFiles.clip(95, 100)).body()).contains("95 seconds");
    assertThat(send(EvidenceFiles.webm(61_000)).body()).contains("61 seconds");
    assertThat(send(EvidenceFiles.webm(9_000)).statusCode()).isEqualTo(201);
  }

  @Test
  void customers_see_nothing_that_stands_nowhere() {
    byte[] file = EvidenceFiles.photo(30, 20, 77);
    assertThat(send(file).statusCode()).isEqualTo(201);
    assertThat(customer.get("/api/evidence/" + EvidenceFiles.hash(file)).statusCode())
        .isEqualTo(404);
    assertThat(staff.json("/api/evidence").get("files").asInt()).isPositive();
    assertThat(customer.get("/api/evidence").statusCode()).isEqualTo(403);
  }
}
