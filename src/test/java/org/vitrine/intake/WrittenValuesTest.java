package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.Requirement;
import org.vitrine.orders.Wording;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;

/** Numbers and units mean in files what they mean at a station, whose tests read the same cases. */
class WrittenValuesTest {
  private static JsonNode cases(String of) throws IOException {
    return Json.read(ReadingFilesTest.file("written.json"), JsonNode.class).get(of);
  }

  @Test
  void a_number_that_can_mean_two_is_refused_and_any_other_means_one() throws IOException {
    for (JsonNode one : cases("numbers")) {
      String written = one.get("written").asText();
      if (one.has("or")) {
        assertThatThrownBy(() -> WrittenNumber.plain("value", written))
            .as(written)
            .isInstanceOf(Rejection.Invalid.class);
      } else {
        assertThat(WrittenNumber.plain("value", written).map(Double::valueOf))
            .as(written)
            .isEqualTo(Optional.ofNullable(one.get("value")).map(JsonNode::asDouble));
      }
    }
  }

  @Test
  void a_unit_is_another_in_other_letters_where_these_may_mean_another() throws IOException {
    for (JsonNode one : cases("units")) {
      assertThat(
              MeasuringUnit.converted(
                      BigDecimal.valueOf(one.get("value").asDouble()),
                      one.get("unit").asText(),
                      one.get("wanted").asText())
                  .map(BigDecimal::doubleValue))
          .as(one.toString())
          .isEqualTo(Optional.ofNullable(one.get("is")).map(JsonNode::asDouble));
    }
  }

  @Test
  void a_row_of_a_work_order_is_matched_and_converted_as_any_other() {
    String header = "work_order,requirement,value,unit,measured_at\n";
    ReadingSheet sheet =
        sheet(
            header
                + "W-1,Outer diameter,1.26,cm,2026-12-07 09:00\n"
                + "W-1,d1,25,furlong,2026-12-07 09:00\n"
                + "W-1,d9,25,mm,2026-12-07 09:00\n"
                + "W-9,d1,12,mm,2026-12-07 09:00\n");

    assertThat(sheet.entries()).hasSize(1);
    assertThat(sheet.entries().getFirst().report().reading().value()).isEqualByComparingTo("12.6");
    assertThat(sheet.entries().getFirst().report().reading().requirement()).isEqualTo("d1");
    assertThat(sheet.entries().getFirst().report().place().line()).isEqualTo(2);
    assertThat(sheet.refused())
        .extracting(RefusedRow::column)
        .containsExactly("unit", "requirement", "work_order");
  }

  private static ReadingSheet sheet(String text) {
    Requirement diameter =
        new Requirement(
            "d1",
            "final-inspection",
            Wording.of("Outer diameter"),
            null,
            "mm",
            new BigDecimal("12"),
            new BigDecimal("13"),
            true,
            1,
            null);
    Line line =
        new Line(
            2,
            LocalizedText.of("Shaft"),
            null,
            null,
            null,
            "shaft",
            List.of(diameter),
            null,
            null,
            null);
    return ReadingSheet.of(
        CsvFile.parse("file.csv", text),
        ZoneId.of("Asia/Shanghai"),
        (number, ofWork) ->
            ofWork && number.value().equals("W-1") ? Optional.of(List.of(line)) : Optional.empty());
  }
}
