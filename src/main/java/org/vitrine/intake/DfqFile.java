package org.vitrine.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.platform.StartFailed;

/**
 * Measured values as many measuring programs write them (the ASCII transfer format of Q-DAS; ISO/TR
 * 11462-5 tells its fields): first what the part and its characteristics are, then their values,
 * each in a field of its own or many in a line, separated by control characters. As a table with a
 * row for each value.
 */
final class DfqFile {
  private static final Pattern FIELD = Pattern.compile("K(\\d{4})(?:/(\\d{1,5}))?(?:[ \\t]+(.*))?");
  private static final String BETWEEN_CHARACTERISTICS = "\u000f";
  private static final String BETWEEN_DETAILS = "\u0014";
  private static final int VALUE = 1;

  /** What follows a value in a line, in its order. */
  private static final List<Integer> DETAILS = List.of(1, 2, 4, 5, 6, 7, 8, 10, 11, 12);

  private static final List<String> COLUMNS =
      List.of(
          "order",
          "part",
          "requirement",
          "description",
          "value",
          "unit",
          "serial",
          "measured_at",
          "device",
          "worker",
          "batch",
          "minimum",
          "maximum");

  private final Map<String, String> part = new HashMap<>();
  private final Map<Integer, Map<Integer, String>> characteristics = new TreeMap<>();
  private final List<RawRow> rows = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private Map<Integer, Map<Integer, String>> values = new LinkedHashMap<>();
  private Map<Integer, String> common = new HashMap<>();
  private int invalid;

  private DfqFile() {}

  static boolean begins(String text) {
    return FIELD.matcher(text.strip().lines().findFirst().orElse("")).matches()
        && text.strip().startsWith("K");
  }

  /** Throws {@link StartFailed} with a sentence where it holds no value. */
  static Table parse(String name, String text, TableLimits limits) {
    DfqFile file = new DfqFile();
    TableBudget budget = new TableBudget(name, limits);
    text.lines().map(String::stripTrailing).filter(line -> !line.isBlank()).forEach(file::read);
    file.finish();
    file.rows.forEach(budget::take);
    if (file.rows.isEmpty()) {
      throw new StartFailed(name + " tells characteristics, but holds no value");
    }
    if (file.invalid > 0) {
      file.remarks.add("%,d values are marked as invalid and are left out".formatted(file.invalid));
    }
    List<RawRow> all = new ArrayList<>();
    all.add(new RawRow(1, COLUMNS));
    all.addAll(file.rows);
    return Table.of(name, all, true, new TableOrigin(file.remarks, List.of(), "", Map.of()));
  }

  private void read(String line) {
    Matcher field = FIELD.matcher(line);
    if (!field.matches()) {
      readValues(line);
      return;
    }
    int number = Integer.parseInt(field.group(1));
    int index = field.group(2) == null ? 0 : Integer.parseInt(field.group(2));
    String said = field.group(3) == null ? "" : field.group(3).strip();
    if (number == VALUE) {
      readValue(Math.max(1, index), said);
    } else if (number < 100) {
      detail(index).put(number, said);
    } else if (number >= 2000 && number < 3000) {
      ofCharacteristic(index).put(number, said);
    } else {
      part.putIfAbsent("K" + field.group(1), said);
    }
  }

  private Map<Integer, String> ofCharacteristic(int index) {
    return characteristics.computeIfAbsent(index, fresh -> new HashMap<>());
  }

  /** What is said of no characteristic in particular is said of all in this set. */
  private Map<Integer, String> detail(int index) {
    return index == 0 ? common : values.computeIfAbsent(index, fresh -> new HashMap<>());
  }

  /** A characteristic that has its value already begins the next set. */
  private void readValue(int index, String said) {
    if (values.getOrDefault(index, Map.of()).containsKey(VALUE)) {
      finish();
    }
    detail(index).put(VALUE, said);
  }

  /** A line is a set by itself; fields that follow belong to it. */
  private void readValues(String line) {
    finish();
    String[] parts = line.split(BETWEEN_CHARACTERISTICS, -1);
    for (int at = 0; at < parts.length; at++) {
      String[] details = parts[at].split(BETWEEN_DETAILS, -1);
      if (!details[0].isBlank()) {
        Map<Integer, String> told = detail(at + 1);
        for (int place = 0; place < Math.min(details.length, DETAILS.size()); place++) {
          if (!details[place].isBlank()) {
            told.put(DETAILS.get(place), details[place].strip());
          }
        }
      }
    }
  }

  private void finish() {
    String time =
        values.values().stream()
            .map(told -> told.get(4))
            .filter(said -> said != null)
            .findFirst()
            .orElse(common.get(4));
    values.forEach((index, told) -> add(index, told, time));
    values = new LinkedHashMap<>();
    common = new HashMap<>();
  }

  private void add(int index, Map<Integer, String> told, String time) {
    String value = told.get(VALUE);
    if (value == null || value.isBlank()) {
      return;
    }
    String attribute = told.getOrDefault(2, "0");
    if (!attribute.isBlank() && !attribute.matches("0+")) {
      invalid++;
      return;
    }
    Map<Integer, String> what = characteristics.getOrDefault(index, Map.of());
    Map<Integer, String> all = new HashMap<>(common);
    all.putAll(told);
    all.putIfAbsent(4, time == null ? "" : time);
    rows.add(
        new RawRow(
            rows.size() + 2L,
            List.of(
                all.getOrDefault(53, part.getOrDefault("K1053", "")),
                part.getOrDefault("K1001", ""),
                what.getOrDefault(2001, what.getOrDefault(2002, String.valueOf(index))),
                what.getOrDefault(2002, ""),
                value,
                what.getOrDefault(2142, ""),
                all.getOrDefault(14, ""),
                DfqTime.iso(all.get(4)),
                all.getOrDefault(12, ""),
                all.getOrDefault(8, ""),
                all.getOrDefault(6, "").replaceFirst("^#", ""),
                what.getOrDefault(2110, ""),
                what.getOrDefault(2111, ""))));
  }
}
