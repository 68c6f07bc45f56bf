package org.vitrine.bench.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.bench.measure.Cpu;

/** pgbench clients that each commit one transaction after the other, from the clients' core. */
public final class ClosedLoop {
  private static final Pattern PROCESSED = Pattern.compile("actually processed: (\\d+)");
  private static final Pattern RATE = Pattern.compile("tps = ([\\d.]+) \\(without");

  private final Lab lab;
  private final Postgres database;
  private final int clients;

  public ClosedLoop(Lab lab, Postgres database, int clients) {
    this.lab = lab;
    this.database = database;
    this.clients = clients;
  }

  /**
   * What was committed; the rate leaves out what it took to connect, and the CPU time is that of
   * PostgreSQL.
   */
  public record Committed(long transactions, double perSecond, long cpuNanos) {}

  /**
   * Runs the script over and over, prepared once a client, as the role that Vitrine works as. A
   * plan is made once and not five times over, as would count in a short round.
   */
  public Committed run(Duration lasting, String script) throws IOException {
    Cpu living = database.cpu();
    long endedBefore = database.cpuNanosOfEnded();
    Path file = Files.writeString(lab.folder().resolve("pgbench.sql"), script);
    String said =
        String.join(
            "\n",
            lab.run(
                Core.CLIENT,
                List.of(
                    "env",
                    "PGOPTIONS=-c role=vitrine_app -c plan_cache_mode=force_generic_plan",
                    "pgbench",
                    "--no-vacuum",
                    "--protocol=prepared",
                    "--host=127.0.0.1",
                    "--port=" + database.port(),
                    "--username=postgres",
                    "--client=" + clients,
                    "--jobs=1",
                    "--time=" + Math.max(1, lasting.toSeconds()),
                    "--file=" + file,
                    database.name())));
    return new Committed(
        Long.parseLong(found(PROCESSED, said)),
        Double.parseDouble(found(RATE, said)),
        living.usedNanos() + database.cpuNanosOfEnded() - endedBefore);
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("pgbench said: " + text);
    }
    return matcher.group(1);
  }
}
