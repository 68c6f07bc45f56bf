package org.vitrine.demo;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.vitrine.orders.LocalizedText;

/**
 * What goes wrong in one stage of a line, and the sentences in which its customer reads it.
 *
 * @param held production stops for some hours
 * @param partsLate material arrives days late
 * @param failed a unit fails a test, is repaired and measured again
 * @param byHand an operation is reported that no routing knows
 */
record Trouble(boolean held, boolean partsLate, boolean failed, boolean byHand) {
  private static final List<LocalizedText> HOLDS =
      List.of(
          said("waiting for a new seal kit for the leak test bench", "等待检漏台更换密封件"),
          said("the charging station is being calibrated after a drifting scale", "充注机计量漂移，正在校准"),
          said("the brazing oven is down; a technician is on the way", "钎焊炉故障，维修人员正在赶来"),
          said("a batch of fan motors is being checked for a rattling bearing", "一批风扇电机轴承有异响，正在排查"),
          said("the label artwork is waiting for your approval", "标签稿等待贵方确认"),
          said("power was cut in hall 2; the test bench is warming up again", "2 号车间停电，测试台正在重新预热"));
  private static final List<LocalizedText> LATE_PARTS =
      List.of(
          said("the compressors came four days late", "压缩机晚到四天"),
          said("the copper tube was held up at the port", "铜管在港口滞留"),
          said(
              "the control boards failed our incoming inspection and were replaced",
              "控制板来料检验不合格，已更换"));

  static LocalizedText hold(RandomGenerator random) {
    return HOLDS.get(random.nextInt(HOLDS.size()));
  }

  static LocalizedText lateParts(RandomGenerator random) {
    return LATE_PARTS.get(random.nextInt(LATE_PARTS.size()));
  }

  private static LocalizedText said(String english, String chinese) {
    return LocalizedText.of(Map.of("en", english, "zh-CN", chinese));
  }
}
