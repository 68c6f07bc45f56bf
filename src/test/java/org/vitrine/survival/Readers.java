package org.vitrine.survival;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.platform.json.Json;

/** The viewers that can be stopped: they live in another process. */
final class Readers implements AutoCloseable {
  private final Child child;

  Readers(Path log, List<Viewer.Seat> seats, int[] doors, int count, long seed) {
    List<String> arguments = new ArrayList<>();
    arguments.add(Arrays.stream(doors).mapToObj(String::valueOf).collect(Collectors.joining(",")));
    arguments.add(String.valueOf(count));
    arguments.add(String.valueOf(seed));
    seats.forEach(
        seat -> arguments.add(seat.identity() + "|" + seat.audience() + "|" + seat.topic()));
    child = Child.start(ReadersProcess.class, log, arguments.toArray(String[]::new));
  }

  /** {@code SIGSTOP}: they read nothing more, and nobody is told. */
  void stop() {
    Signal.STOP.to(child.pid());
  }

  void goOn() {
    Signal.CONT.to(child.pid());
  }

  /** As {@link Crowd#shown()}. */
  Map<String, Set<JsonNode>> shown() {
    try {
      child.ear().write("show\n");
      child.ear().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Set<JsonNode>> shown = new HashMap<>();
    Json.read(child.nextLineWith("{").getBytes(StandardCharsets.UTF_8), JsonNode.class)
        .properties()
        .forEach(
            view -> {
              Set<JsonNode> pages = new HashSet<>();
              view.getValue().forEach(pages::add);
              shown.put(view.getKey(), pages);
            });
    return shown;
  }

  @Override
  public void close() {
    child.close();
  }
}
