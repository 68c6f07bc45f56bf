package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.vitrine.platform.json.Json;

class ReportBodyTest {
  private static final String REPORT =
      """
      {"id": "r1", "order": "SO-1", "line": 1, "stage": "final-inspection", "kind": "reading", "requirement": "capacity",
       "value": 3500.50, "unit": "SN 7", "source": "machine", "actor": "Zhang San", "station": "bench 2",
       "startedAt": "2026-11-20T09:00:00Z", "happenedAt": "2026-11-20T10:00:00.123456Z"}""";

  @Test
  void an_event_s_body_holds_what_its_columns_do_not() {
    Report report = Json.read(REPORT, Report.class);
    assertThat(Json.read(OrderSnapshot.bodyOf(report), JsonNode.class))
        .isEqualTo(
            Json.read(
                """
                {"line": 1, "stage": "final-inspection", "kind": "reading", "requirement": "capacity",
                 "value": 3500.50, "unit": "SN 7", "station": "bench 2", "startedAt": "2026-11-20T09:00:00Z"}"""
                    .getBytes(StandardCharsets.UTF_8),
                JsonNode.class));
  }

  @Test
  void a_report_that_is_written_whole_keeps_everything() {
    Report report = Json.read(REPORT, Report.class);
    assertThat(Json.read(Json.text(report), Report.class)).isEqualTo(report);
  }
}
