package org.vitrine.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import org.vitrine.access.Actor;
import org.vitrine.demo.DeviceScript.ScriptedCalibration;
import org.vitrine.demo.DeviceScript.ScriptedGauge;
import org.vitrine.devices.GaugeCode;
import org.vitrine.devices.Gauges;

/**
 * Enters what the demo plant measures with, each calibration on its own day. It does so once, and
 * before anything is measured: a reading keeps what was known of its gauge.
 */
final class GaugeTeller {
  private static final Actor DEMO = Actor.system("Demo plant");
  private static final int HOUR = 9;

  private final Gauges gauges;
  private final PlantClock clock;
  private final ZoneId zone;

  /**
   * @param zone where the plant is
   */
  GaugeTeller(Gauges gauges, PlantClock clock, ZoneId zone) {
    this.gauges = gauges;
    this.clock = clock;
    this.zone = zone;
  }

  void tellOnce(DeviceScript script) {
    if (!gauges.areNone()) {
      return;
    }
    LocalDate today = LocalDate.ofInstant(clock.real(), zone);
    try {
      script.gauges().forEach(gauge -> tell(gauge, today));
    } finally {
      clock.showReal();
    }
  }

  private void tell(ScriptedGauge gauge, LocalDate today) {
    GaugeCode code = new GaugeCode(gauge.code());
    gauges.save(code, gauge.said(), DEMO);
    for (ScriptedCalibration one : gauge.calibrations()) {
      clock.showPast(today.minusDays(one.daysAgo()).atTime(HOUR, 0).atZone(zone).toInstant());
      gauges.calibrate(code, one.said(today, gauge.by()), DEMO);
    }
  }
}
