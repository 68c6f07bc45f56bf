package org.vitrine.command;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.platform.StartFailed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code vitrine gather}, so that it is listed; {@code ./vitrine} starts it before it gets here.
 */
@Command(
    name = "gather",
    description = "Bring what machines say: OPC UA, MQTT, Sparkplug B, MTConnect.")
public final class GatherCommand implements Runnable {
  @Parameters(paramLabel = "CONFIG", description = "The file that names machines and tags.")
  private List<String> config = new ArrayList<>();

  @Override
  public void run() {
    throw new StartFailed(
        "That is a program of its own: ./vitrine gather CONFIG, or java -jar vitrine-gather.jar");
  }
}
