package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RoutingTemplatesTest {
  static List<RoutingTemplate> all() {
    return RoutingTemplates.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_template_can_be_saved_as_it_is(RoutingTemplate template) {
    Routing routing = new Routing(template.code(), null, template.stages());
    assertThatCode(routing::checked).doesNotThrowAnyException();
    assertThat(template.stages())
        .allSatisfy(
            stage -> {
              assertThat(stage.name().byLanguage()).containsOnlyKeys("en", "zh-CN");
              assertThat(stage.operations()).isNotEmpty();
              assertThat(stage.operations()).containsAll(stage.countedBy());
              assertThat(stage.slowHours()).isGreaterThan(stage.usualHours());
            });
  }

  @ParameterizedTest
  @CsvSource({
    "small-series, 'Order review, 订单评审', accepted",
    "small-series, 'Kitting, 齐套配料, 来料检验', materials",
    "small-series, 'Laser cutting, CNC milling 3, 数控车, 折弯, 焊接', parts",
    "small-series, 'Final assembly, 总装配', assembly",
    "small-series, 'Final inspection, Leak test, 成品检验', final-inspection",
    "single-machines, 'Design release, 设计', design",
    "single-machines, 'Wiring, PLC programming, 电柜接线', electrical",
    "single-machines, 'Factory acceptance, FAT, 预验收', acceptance",
    "food, 'Weighing, 称重配料', ingredients",
    "food, 'Baking, Sterilising, 杀菌', cooking",
    "food, 'Batch release, 微生物检验, 放行', release",
    "printing, 'Plate making, Imposition, 制版', prepress",
    "printing, 'Offset printing, 胶印', printing",
    "printing, 'Folding, Perfect binding, 胶装, 模切', binding",
    "electronics, 'SMT line 2, Reflow, AOI, 贴片', placement",
    "electronics, 'ICT, Function test, 烧录', board-test",
    "electronics, 'Burn-in 24 h, 老化', burn-in",
    "electronics, 'OQC, Final test, 终检', final-inspection"
  })
  void usual_operations_belong_to_one_stage(String template, String operations, String stage) {
    Map<String, Routing> routings =
        all().stream()
            .collect(
                Collectors.toMap(
                    RoutingTemplate::code, one -> new Routing(one.code(), null, one.stages())));
    assertThat(operations.split(", "))
        .allSatisfy(
            operation ->
                assertThat(routings.get(template).stagesOf(operation))
                    .as(operation)
                    .extracting(Stage::code)
                    .containsExactly(stage));
  }

  @Test
  void there_is_one_for_each_kind_of_production() {
    assertThat(all())
        .extracting(RoutingTemplate::code)
        .containsExactly("small-series", "single-machines", "food", "printing", "electronics");
  }
}
