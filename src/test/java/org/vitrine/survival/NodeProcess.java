package org.vitrine.survival;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.vitrine.Settings;
import org.vitrine.Vitrine;

/**
 * The program as {@code vitrine serve} runs it, with a clock that can be set: each line that it is
 * told is how far its clock is off. It ends when whoever started it does.
 */
final class NodeProcess {
  private NodeProcess() {}

  public static void main(String[] args) throws IOException {
    OffClock clock = new OffClock();
    Settings settings =
        new Settings(
            0,
            Path.of(args[1]),
            Optional.of(args[0]),
            Optional.empty(),
            ZoneId.of("Asia/Shanghai"),
            "Foshan Comfort Works");
    Vitrine vitrine = Vitrine.open(settings, clock);
    Runtime.getRuntime().addShutdownHook(new Thread(vitrine::close, "shutdown"));
    System.out.println(Node.SERVES_AT + vitrine.serve());
    BufferedReader told =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = told.readLine(); line != null; line = told.readLine()) {
      clock.off = Duration.parse(line);
    }
    System.exit(0);
  }

  private static final class OffClock extends Clock {
    private volatile Duration off = Duration.ZERO;

    @Override
    public Instant instant() {
      return Instant.now().plus(off);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
