package org.vitrine.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A row as it stands on docs/benchmarks.md.
 *
 * @param overview its line of the table in front
 * @param section what is told of it, from its heading on
 */
record PageRow(String overview, String section) {
  private static final Pattern OVERVIEW = Pattern.compile("(?m)^[|] (\\d+) [|] \\[.*\n");
  private static final Pattern SECTION = Pattern.compile("(?ms)^## (\\d+)[.] .*?(?=^## |\\z)");

  /** Those of a page by their numbers: measured on some machine, and good until they are again. */
  static Map<Integer, PageRow> of(String page) {
    Map<Integer, String> overviews = new TreeMap<>();
    OVERVIEW.matcher(page).results().forEach(found -> overviews.put(number(found), found.group()));
    Map<Integer, PageRow> rows = new TreeMap<>();
    SECTION
        .matcher(page)
        .results()
        .filter(found -> overviews.containsKey(number(found)))
        .forEach(
            found ->
                rows.put(
                    number(found),
                    new PageRow(overviews.get(number(found)), found.group().strip())));
    return rows;
  }

  private static int number(MatchResult found) {
    return Integer.parseInt(found.group(1));
  }
}
