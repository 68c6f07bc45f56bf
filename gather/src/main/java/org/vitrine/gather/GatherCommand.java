package org.vitrine.gather;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.vitrine.gather.health.Health;
import org.vitrine.gather.plan.FaultyPlan;
import org.vitrine.gather.plan.Plan;
import org.vitrine.gather.plan.PlanFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line: {@code ./vitrine gather CONFIG}. */
@Command(
    name = "vitrine gather",
    mixinStandardHelpOptions = true,
    description = "Brings what machines say to Vitrine: OPC UA, MQTT with Sparkplug B, MTConnect.")
public final class GatherCommand implements Callable<Integer> {
  @Parameters(paramLabel = "CONFIG", description = "The file that names sources and tags.")
  private Path config;

  @Option(names = "--preview", description = "Shows what would be sent; sends and keeps nothing.")
  private boolean preview;

  @Option(
      names = "--seconds",
      defaultValue = "60",
      description = "How long to preview; ${DEFAULT-VALUE} if not given.")
  private int seconds;

  @Option(names = "--again", description = "First sends again what was set aside as refused.")
  private boolean again;

  public static void main(String[] args) {
    System.exit(new CommandLine(new GatherCommand()).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!Files.isReadable(config)) {
      System.err.println("There is no file %s that can be read.".formatted(config));
      return 1;
    }
    try {
      Plan plan = new PlanFile(System.getenv()).read(config, preview);
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      if (preview) {
        new Preview(plan, out, InstantSource.system()).show(Duration.ofSeconds(seconds));
        return 0;
      }
      return gather(plan, out);
    } catch (FaultyPlan faulty) {
      System.err.println(faulty.getMessage());
    } catch (IOException failed) {
      System.err.println(failed.getMessage());
    }
    return 1;
  }

  /** Until it is told to stop, or cannot go on; whoever watches over it starts it anew. */
  private int gather(Plan plan, PrintStream out) throws IOException, InterruptedException {
    Health health = new Health(out, InstantSource.system());
    Gatherer gatherer = Gatherer.start(plan, health, InstantSource.system(), again);
    Runtime.getRuntime().addShutdownHook(new Thread(gatherer::close, "stop"));
    while (!health.isBroken()) {
      Thread.sleep(1_000);
    }
    return 1;
  }
}
