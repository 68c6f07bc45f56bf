package org.vitrine.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vitrine.platform.StartFailed;

/**
 * Measured values as many measuring programs write them (the ASCII transfer format of Q-DAS; ISO/TR
 * 11462-5 tells its fields): first what parts and their characteristics are, then their values,
 * each in a field of its own or many in a line, separated by control characters. As a table with a
 * row for each value.
 */
final class DfqFile {
  private static final Pattern FIELD =
      Pattern.compile("K(\\d{4})(?:/(\\d{1,5}))?(?:[ \\t]++(.*+))?", Pattern.DOTALL);
  private static final char BETWEEN_CHARACTERISTICS = '\u000f';
  private static final String BETWEEN_DETAILS = "\u0014";
  private static final int VALUE = 1;
  private static final int ATTRIBUTE = 2;
  private static final int TIME = 4;
  private static final int KIND = 2004;

  /** What is told of so many is in memory at a time, beside the rows. */
  private static final int MOST_CHARACTERISTICS = 10_000;

  private static final int MOST_NAMED = 20;

  /** What follows a value in a line, in its order. */
  private static final List<Integer> DETAILS = List.of(1, 2, 4, 5, 6, 7, 8, 10, 11, 12);

  /** Of which a table is made; any other is told to be there. */
  private static final Set<Integer> USED =
      Set.of(1, 2, 4, 6, 8, 12, 14, 53, 100, 1001, 1053, 2001, 2002, KIND, 2110, 2111, 2142);

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

  private final String name;
  private final TableBudget budget;
  private final DfqHeader header = new DfqHeader();
  private final List<RawRow> rows = new ArrayList<>();
  private final Set<String> unused = new TreeSet<>();
  private final Set<String> counted = new TreeSet<>();
  private Map<Integer, Map<Integer, String>> values = new LinkedHashMap<>();
  private Map<Integer, String> common = new HashMap<>();
  private int invalid;

  private DfqFile(String name, TableLimits limits) {
    this.name = name;
    this.budget = new TableBudget(name, limits);
  }

  static boolean begins(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .filter(first -> FIELD.matcher(first).matches())
        .isPresent();
  }

  /**
   * Throws {@link StartFailed} with a sentence where it holds no value.
   *
   * @param remarks what there is to say of the file already
   */
  static Table parse(String name, String text, TableLimits limits, List<String> remarks) {
    DfqFile file = new DfqFile(name, limits);
    text.lines().map(String::stripTrailing).filter(line -> !line.isBlank()).forEach(file::read);
    file.finish();
    if (file.rows.isEmpty()) {
      throw new StartFailed(name + " tells characteristics, but holds no value");
    }
    List<RawRow> all = new ArrayList<>();
    all.add(new RawRow(1, COLUMNS));
    all.addAll(file.rows);
    List<String> said = new ArrayList<>(remarks);
    said.addAll(file.remarks());
    return Table.of(name, all, true, new TableOrigin(said, List.of(), "", Map.of()));
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (invalid > 0) {
      remarks.add("Values marked as invalid (K0002), left out: %,d".formatted(invalid));
    }
    if (!counted.isEmpty()) {
      remarks.add(
          "Characteristics that are counted, not measured (K2004), left out: " + few(counted));
    }
    if (!unused.isEmpty()) {
      remarks.add("Fields not used: " + few(unused));
    }
    return remarks;
  }

  private static String few(Set<String> names) {
    String some = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return names.size() > MOST_NAMED ? some + ", …" : some;
  }

  private void read(String line) {
    Matcher field = FIELD.matcher(line.strip());
    if (!field.matches()) {
      readValues(line);
      return;
    }
    int number = Integer.parseInt(field.group(1));
    Optional<Integer> index = Optional.ofNullable(field.group(2)).map(Integer::valueOf);
    index.ifPresent(this::requireFew);
    String said = field.group(3) == null ? "" : field.group(3).strip();
    if (!USED.contains(number)) {
      unused.add("K" + field.group(1));
    } else if (number == VALUE) {
      readValue(Math.max(1, index.orElse(1)), said);
    } else if (number < 100) {
      detail(index.orElse(0)).put(number, said);
    } else {
      header.say(number, index, said);
    }
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
    int index = 1;
    int from = 0;
    for (int end = line.indexOf(BETWEEN_CHARACTERISTICS);
        end >= 0;
        end = line.indexOf(BETWEEN_CHARACTERISTICS, from)) {
      readDetails(index++, line.substring(from, end));
      from = end + 1;
    }
    readDetails(index, line.substring(from));
  }

  private void readDetails(int index, String said) {
    requireFew(index);
    String[] details = said.split(BETWEEN_DETAILS, DETAILS.size() + 1);
    if (!details[0].isBlank()) {
      Map<Integer, String> told = detail(index);
      for (int place = 0; place < Math.min(details.length, DETAILS.size()); place++) {
        if (!details[place].isBlank()) {
          told.put(DETAILS.get(place), details[place].strip());
        }
      }
    }
  }

  private void requireFew(int index) {
    if (index > MOST_CHARACTERISTICS) {
      throw new StartFailed(
          "%s tells of more than %,d characteristics; split it"
              .formatted(name, MOST_CHARACTERISTICS));
    }
  }

  private void finish() {
    String time =
        values.values().stream()
            .map(told -> told.get(TIME))
            .filter(said -> said != null)
            .findFirst()
            .orElse(common.get(TIME));
    values.forEach((index, told) -> add(index, told, time));
    values = new LinkedHashMap<>();
    common = new HashMap<>();
  }

  private void add(int index, Map<Integer, String> told, String time) {
    String value = told.get(VALUE);
    if (value == null || value.isBlank()) {
      return;
    }
    Map<Integer, String> all = new HashMap<>(common);
    all.putAll(told);
    Map<Integer, String> what = header.characteristic(index);
    if (!all.getOrDefault(ATTRIBUTE, "").matches("0*")) {
      invalid++;
    } else if (!what.getOrDefault(KIND, "").matches("0*")) {
      counted.add(code(what, index));
    } else {
      all.putIfAbsent(TIME, time == null ? "" : time);
      add(index, what, all);
    }
  }

  private static String code(Map<Integer, String> what, int index) {
    return what.getOrDefault(2001, what.getOrDefault(2002, String.valueOf(index)));
  }

  private void add(int index, Map<Integer, String> what, Map<Integer, String> all) {
    Map<Integer, String> part = header.part(index);
    RawRow row =
        new RawRow(
            rows.size() + 2L,
            List.of(
                all.getOrDefault(53, part.getOrDefault(1053, "")),
                part.getOrDefault(1001, ""),
                code(what, index),
                what.getOrDefault(2002, ""),
                number(all.get(VALUE)),
                what.getOrDefault(2142, ""),
                all.getOrDefault(14, ""),
                DfqTime.iso(all.get(TIME)),
                all.getOrDefault(12, ""),
                all.getOrDefault(8, ""),
                all.getOrDefault(6, "").replaceFirst("^#", ""),
                number(what.getOrDefault(2110, "")),
                number(what.getOrDefault(2111, ""))));
    budget.take(row);
    rows.add(row);
  }

  /**
   * As tables have numbers. Nothing stands between thousands here, so a comma is a decimal comma;
   * some leave the zero before it out, and write three digits of an exponent.
   */
  private static String number(String written) {
    return written
        .replace(',', '.')
        .replaceFirst("^(?<sign>[+-]?)\\.", "${sign}0.")
        .replaceFirst("(?<exponent>[eE][+-]?)0+(?=\\d)", "${exponent}");
  }
}
