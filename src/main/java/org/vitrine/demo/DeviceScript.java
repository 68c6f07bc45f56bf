package org.vitrine.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.vitrine.devices.MachineState;
import org.vitrine.devices.RecordCalibration;
import org.vitrine.devices.SaveGauge;
import org.vitrine.platform.json.Json;

/**
 * What the demo plant measures with, what it is like there, how its machines do, and what is
 * photographed.
 *
 * @param pictures the name of a picture for each stage
 */
record DeviceScript(
    List<ScriptedGauge> gauges,
    List<ScriptedClimate> places,
    List<ScriptedMachine> machines,
    ScriptedBench bench,
    Map<String, String> pictures) {

  /**
   * @param by who calibrates it
   */
  record ScriptedGauge(
      String code,
      String name,
      String unit,
      String serial,
      String place,
      String by,
      List<ScriptedCalibration> calibrations) {
    SaveGauge said() {
      return new SaveGauge(name, null, unit, serial, place, false);
    }
  }

  /**
   * @param days for so many it counts
   */
  record ScriptedCalibration(int daysAgo, int days) {
    RecordCalibration said(LocalDate today, String by) {
      LocalDate on = today.minusDays(daysAgo);
      return new RecordCalibration(on, on.plusDays(days), null, by);
    }
  }

  /**
   * What it is usually like at a place.
   *
   * @param swings by so much over a day
   */
  record ScriptedClimate(
      String place, String device, double temperature, double humidity, double swings) {}

  /**
   * @param silentForHours absent of one that speaks
   * @param missed absent where nothing was
   */
  record ScriptedMachine(String machine, Integer silentForHours, MissedSpell missed) {
    boolean isSilent() {
      return silentForHours != null;
    }
  }

  record MissedSpell(MachineState state, int hoursAgo, int minutes) {
    Instant from(Instant now) {
      return now.minus(Duration.ofHours(hoursAgo));
    }

    Instant until(Instant now) {
      return from(now).plus(Duration.ofMinutes(minutes));
    }
  }

  /**
   * A bench that measures more than the sample demands, until it falls silent.
   *
   * @param device with which it measured this requirement although its calibration had run out
   */
  record ScriptedBench(String station, String device, String requirement) {}

  static DeviceScript read() {
    try (InputStream json = DeviceScript.class.getResourceAsStream("/demo/devices.json")) {
      return Json.read(json.readAllBytes(), DeviceScript.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
