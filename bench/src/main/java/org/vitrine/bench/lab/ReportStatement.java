package org.vitrine.bench.lab;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statement by which Vitrine writes reports, as the built program has it: what a peer runs is
 * the same to the letter. Its parameters are arrays of one element a report: orders, their numbers,
 * ids, moments, sources, actors, senders, bodies, versions of plans; the present moment; and what
 * the orders are called where that is not their number, with whether it is a work order's.
 */
public final class ReportStatement {
  private static final long NEVER_PLANNED_ANEW = 0;
  private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

  /** What of a report is kept as JSON: of the size that {@link Plant#report} comes to. */
  public static final String BODY =
      "{\"line\":1,\"operation\":\"Assembly\",\"kind\":\"progressed\",\"good\":1,\"station\":\"station"
          + " 4\"}";

  /** Who sent it, as Vitrine keeps it. */
  public static final String SENDER = "{\"kind\":\"key\",\"id\":1,\"name\":\"bench\"}";

  private final String text;

  private ReportStatement(String text) {
    this.text = text;
  }

  public static ReportStatement of(Lab lab) throws IOException, ReflectiveOperationException {
    URL jar = Vitrine.jar(lab).toUri().toURL();
    try (URLClassLoader program = new URLClassLoader(new URL[] {jar}, null)) {
      Field text =
          program.loadClass("org.vitrine.production.ReportRepository").getDeclaredField("TAKE");
      text.setAccessible(true);
      return new ReportStatement((String) text.get(null));
    }
  }

  /** For pgbench: one report of a random order, under an id that nobody had. */
  public String forPgbench(int orders) {
    return forPgbench("random(1, " + orders + ")", NEVER_PLANNED_ANEW);
  }

  /**
   * The same, of the orders with these ids in the database, all planned alike. One script for all:
   * pgbench prepares each script anew on every connection.
   *
   * @param planned the version of their plan, or nothing is written
   */
  public String forPgbench(long firstId, long lastId, long planned) {
    return forPgbench("random(" + firstId + ", " + lastId + ")", planned);
  }

  private String forPgbench(String order, long planned) {
    String[] values = {
      "ARRAY[:order]::bigint[]",
      "ARRAY[(SELECT number FROM orders WHERE id = :order)]::text[]",
      "ARRAY['p' || :id]::text[]",
      "ARRAY['2026-11-20T10:00:00Z']::timestamptz[]",
      "ARRAY['scan']::text[]",
      "ARRAY['Zhang San']::text[]",
      "ARRAY['" + SENDER + "']::text[]",
      "ARRAY['" + BODY + "']::text[]",
      "ARRAY[" + planned + "]::bigint[]",
      "now()",
      "ARRAY[NULL]::text[]",
      "ARRAY[NULL]::boolean[]",
      "ARRAY[NULL]::text[]"
    };
    String statement =
        PARAMETER
            .matcher(text.replaceAll("\\$(\\d+)::\\w+\\[\\]", "\\$$1").replaceAll("\\s+", " "))
            .replaceAll(
                found -> Matcher.quoteReplacement(values[Integer.parseInt(found.group(1)) - 1]));
    return "\\set order %s\n\\set id random(1, 1000000000000000)\n%s;\n"
        .formatted(order, statement);
  }

  /** With JDBC's question marks. */
  public String forJdbc() {
    return PARAMETER.matcher(text).replaceAll("?");
  }

  /** Which parameter each question mark stands for, counted from 1. */
  public List<Integer> parameters() {
    List<Integer> numbers = new ArrayList<>();
    Matcher matcher = PARAMETER.matcher(text);
    while (matcher.find()) {
      numbers.add(Integer.valueOf(matcher.group(1)));
    }
    return numbers;
  }
}
