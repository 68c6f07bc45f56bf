package org.vitrine.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vitrine.bench.measure.Interval;

/** Writes docs/benchmarks.md. */
final class BenchmarksPage {
  private static final String HEAD =
      """
      # How fast it is

      Vitrine beside its peers and beside what the machine allows, measured in turn on one machine; `./bench/run` writes this page. A ratio says more than a figure: the machine is the same for both sides, and yours is another one.

      """;
  private static final String METHOD =
      """

      ## How it is measured

      - The primary figure is the server's **CPU time per unit of work**, from the scheduler's account in `/proc`. Wall figures stand beside it.
      - Contenders take turns in **rounds, A B B A**. A figure is the median over the rounds, a ratio the median of the ratios within each round; in brackets the interval that holds it at least 19 times in 20 (order statistics, which suppose nothing).
      - **Servers on one core, clients on another.** PostgreSQL shares the server's core and its CPU time is told apart. Everybody sends the same payload to the same number of subscribers; PostgreSQL waits for the disk (`fsync` on) for all who write.
      - **Open loop**: load comes when it is due, whether or not what came before was answered, and its intended time travels in the payload. Latencies count from that time, in HdrHistogram.
      - **Warm**: what runs on a virtual machine has done its work thousands of times before it counts (changes, storms, bursts), as a program that runs for days has. What a fresh process takes stands beside it in row 1.
      - First a proof that the client drains at least **1.5 times** what the fastest server sends (row 1).
      - At the end of each fan-out every subscriber's **last state is compared with the database** (for a peer: with what was posted last); a row that ends otherwise is not measured.

      ## Again, on your machine

      ```
      ./bench/run             # all rows, about an hour on two cores
      ./bench/run 1 5         # some of them; the others keep their figures
      ./bench/run --quick 3   # to see that a row works; this page stays as it is
      ```

      On Debian as root it installs what is missing: nginx with nchan, redis-server, pgbench, Chromium, gcc, npm. PostgreSQL comes from Maven. It listens on loopback only and ends what it started. Details of each row stand in `bench/src/main/java/org/vitrine/bench/rows`.
      """;

  private final StringBuilder page = new StringBuilder();

  static String of(Machine machine, Collection<PageRow> rows) {
    BenchmarksPage writing = new BenchmarksPage();
    writing.page.append(HEAD).append("| # | job | targets reached |\n| --- | --- | --- |\n");
    rows.forEach(row -> writing.page.append(row.overview()));
    rows.forEach(row -> writing.page.append("\n").append(row.section()).append("\n"));
    writing.page.append(METHOD);
    writing.machine(machine);
    return writing.page.toString();
  }

  static PageRow row(Outcome outcome) {
    BenchmarksPage writing = new BenchmarksPage();
    writing.section(outcome);
    return new PageRow(overview(outcome), writing.page.toString().strip());
  }

  private static String overview(Outcome outcome) {
    List<Finding> aims =
        outcome.findings().stream().filter(one -> one.target().isPresent()).toList();
    long reached = aims.stream().filter(BenchmarksPage::isReached).count();
    String result =
        outcome.notMeasured().isPresent() ? "not measured" : reached + " of " + aims.size();
    return "| %d | [%s](#%s) | %s |\n"
        .formatted(outcome.number(), outcome.job(), anchor(outcome), result);
  }

  private static String title(Outcome outcome) {
    return outcome.number() + ". " + outcome.job();
  }

  /** As GitHub makes them of a heading. */
  private static String anchor(Outcome outcome) {
    return title(outcome)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} -]", "")
        .replace(' ', '-');
  }

  private void section(Outcome outcome) {
    page.append("\n## %s\n\n%s\n\n".formatted(title(outcome), outcome.method()));
    if (outcome.notMeasured().isPresent()) {
      page.append("**Not measured**: ").append(outcome.notMeasured().get()).append("\n");
      return;
    }
    page.append("| | measured | target | |\n| --- | --- | --- | --- |\n");
    outcome.findings().forEach(this::finding);
    page.append(
        "\n%d rounds of %s s, %s.\n"
            .formatted(outcome.rounds(), plain(outcome.roundSeconds()), outcome.measuredAt()));
    outcome.findings().stream()
        .filter(one -> !one.why().isEmpty() && (one.target().isEmpty() || !isReached(one)))
        .forEach(one -> page.append("\n*%s*: %s\n".formatted(one.what(), one.why())));
  }

  private void finding(Finding finding) {
    String target =
        finding
            .target()
            .map(
                aim ->
                    (aim.atMost() ? "at most " : "at least ") + value(aim.bound(), finding.unit()))
            .orElse("");
    String verdict =
        finding.target().isEmpty() ? "" : isReached(finding) ? "reached" : "**missed**";
    page.append(
        "| %s | %s | %s | %s |\n".formatted(finding.what(), measured(finding), target, verdict));
  }

  private static boolean isReached(Finding finding) {
    return finding.target().orElseThrow().isReachedBy(finding.value().median());
  }

  private static String measured(Finding finding) {
    Interval value = finding.value();
    String median = value(value.median(), finding.unit());
    return value.low() == value.high()
        ? median
        : "%s (%s – %s)".formatted(median, plain(value.low()), plain(value.high()));
  }

  private static String value(double value, String unit) {
    return plain(value) + (unit.isEmpty() ? "" : " " + unit.replace("x", "×"));
  }

  /** Three digits that say something. */
  private static String plain(double value) {
    double size = Math.abs(value);
    String pattern =
        size == 0
            ? "%.0f"
            : size >= 100 || value == Math.rint(value)
                ? "%,.0f"
                : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.3g";
    return String.format(Locale.ROOT, pattern, value);
  }

  private void machine(Machine machine) {
    page.append(
        "\n## The machine\n\n%s, %d cores, %s memory, %s.\n\n"
            .formatted(machine.cpu(), machine.cores(), machine.memory(), machine.kernel()));
    page.append("| | version |\n| --- | --- |\n");
    for (Map.Entry<String, String> part : machine.versions().entrySet()) {
      page.append("| %s | %s |\n".formatted(part.getKey(), part.getValue()));
    }
  }
}
