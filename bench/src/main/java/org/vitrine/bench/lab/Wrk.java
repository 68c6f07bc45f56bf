package org.vitrine.bench.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** wrk: as many HTTP requests as kept-alive connections get answered, from the clients' core. */
public final class Wrk {
  private static final Pattern DONE = Pattern.compile("(\\d+) requests in ([\\d.]+)(ms|s|m)");
  private static final Pattern WRONG = Pattern.compile("Non-2xx.*|Socket errors.*");

  private final Lab lab;
  private final int connections;

  public Wrk(Lab lab, int connections) {
    this.lab = lab;
    this.connections = connections;
  }

  /** How many requests were answered, and how long it took. */
  public record Answered(long requests, double seconds) {
    public double perSecond() {
      return requests / seconds;
    }
  }

  /**
   * Asks a server for so long; throws where it answered anything but 2xx and 3xx.
   *
   * @param script what to ask, in wrk's Lua
   */
  public Answered run(int port, Duration lasting, String script) throws IOException {
    Path file = Files.writeString(lab.folder().resolve("wrk.lua"), script);
    String said =
        String.join(
            "\n",
            lab.run(
                Core.CLIENT,
                List.of(
                    "wrk",
                    "-t1",
                    "-c" + connections,
                    "-d" + Math.max(1, lasting.toSeconds()) + "s",
                    "-s",
                    file.toString(),
                    "http://127.0.0.1:" + port)));
    Matcher wrong = WRONG.matcher(said);
    if (wrong.find()) {
      throw new IllegalStateException("wrk was answered otherwise: " + wrong.group());
    }
    Matcher done = DONE.matcher(said);
    if (!done.find()) {
      throw new IllegalStateException("wrk said: " + said);
    }
    return new Answered(Long.parseLong(done.group(1)), seconds(done.group(2), done.group(3)));
  }

  private static double seconds(String number, String unit) {
    return Double.parseDouble(number)
        * switch (unit) {
          case "ms" -> 1e-3;
          case "m" -> 60;
          default -> 1;
        };
  }
}
