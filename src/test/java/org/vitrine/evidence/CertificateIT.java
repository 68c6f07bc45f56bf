package org.vitrine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;

/** What may show that a gauge was calibrated. */
class CertificateIT {
  private static TestVitrine vitrine;
  private static TestClient chen;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(new TestClock(Instant.parse("2026-12-07T08:00:00Z")));
    chen = new Shop(vitrine).staff(Role.QUALITY_MANAGER, "chen@plant.example");
    assertThat(chen.put("/api/devices/CAL-1", "{\"name\": \"Caliper\"}").statusCode())
        .isEqualTo(201);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static String sent(byte[] file) {
    String hash = EvidenceFiles.hash(file);
    HttpResponse<String> answer = chen.put("/api/evidence/" + hash, file);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return hash;
  }

  private static HttpResponse<String> calibrated(String certificate) {
    return chen.post(
        "/api/devices/CAL-1/calibrations",
        "{\"on\": \"2026-06-02\", \"until\": \"2027-06-01\", \"by\": \"Lab\", \"certificate\": \"%s\"}"
            .formatted(certificate));
  }

  private static JsonNode refused(String certificate) {
    HttpResponse<String> answer = calibrated(certificate);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(TestClient.json(answer).get("field").asText()).isEqualTo("certificate");
    assertThat(chen.json("/api/devices").toString()).doesNotContain(certificate);
    return TestClient.json(answer);
  }

  @Test
  void a_paper_or_a_photo_that_was_sent_is_a_certificate() {
    for (String certificate :
        new String[] {
          sent(EvidenceFiles.paper("calibrated")), sent(EvidenceFiles.photo(400, 300, 0x336699))
        }) {
      assertThat(calibrated(certificate).statusCode()).isEqualTo(201);
    }
  }

  @Test
  void what_nobody_sent_is_none_and_the_calibration_is_not_kept_either() {
    assertThat(refused("0".repeat(64)).get("detail").asText()).contains("send it first");
  }

  @Test
  void a_clip_is_none() {
    assertThat(refused(sent(EvidenceFiles.clip(3, 2_000))).get("detail").asText())
        .contains("PDF or a photo");
  }
}
