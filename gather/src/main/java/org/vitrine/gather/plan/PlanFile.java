package org.vitrine.gather.plan;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the file, YAML or JSON, with all of its faults. */
public final class PlanFile {
  private final Map<String, String> environment;

  public PlanFile(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * @param forPreview true where nothing is sent, so that a key may be missing
   */
  public Plan read(Path file, boolean forPreview) throws IOException, FaultyPlan {
    List<Fault> faults = new ArrayList<>();
    Plan plan = null;
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(Files.readString(file)));
      if (root == null) {
        faults.add(new Fault(1, "", "The file is empty"));
      } else {
        plan = plan(new Section("", root, faults), file, forPreview);
      }
    } catch (MarkedYAMLException wrong) {
      int line = wrong.getProblemMark() == null ? 1 : wrong.getProblemMark().getLine() + 1;
      faults.add(new Fault(line, "", "No YAML: " + wrong.getProblem()));
    }
    if (!faults.isEmpty()) {
      throw new FaultyPlan(file.getFileName().toString(), faults);
    }
    return plan;
  }

  private Plan plan(Section top, Path file, boolean forPreview) {
    Path folder = file.toAbsolutePath().getParent();
    Secrets secrets = new Secrets(environment, folder);
    URI server = top.url("server", Set.of("http", "https"));
    String key = forPreview && top.has("key") ? "" : secrets.required(top, "key");
    String data = top.has("data") ? top.text("data") : "gather-data";
    int port = port(top);
    List<SourcePlan> sources = sources(top, new PeerReader(secrets, folder));
    top.requireNothingElse();
    return new Plan(server, key, folder.resolve(data == null ? "" : data), port, sources);
  }

  private static int port(Section top) {
    BigDecimal port = top.number("health");
    if (port == null) {
      return 0;
    }
    if (port.stripTrailingZeros().scale() > 0
        || port.signum() <= 0
        || port.compareTo(BigDecimal.valueOf(65535)) > 0) {
      top.fault("health", "A port is a whole number from 1 to 65535");
      return 0;
    }
    return port.intValue();
  }

  private static List<SourcePlan> sources(Section top, PeerReader peers) {
    List<SourcePlan> sources = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<Section> sections = top.sections("sources");
    if (sections.isEmpty() && top.has("sources")) {
      top.fault("sources", "Without a source there is nothing to do");
    }
    for (Section section : sections) {
      SourcePlan source = new SourceReader(section, peers).read();
      if (!names.add(source.name())) {
        section.fault("name", "Another source is called “%s”".formatted(source.name()));
      }
      sources.add(source);
    }
    return sources;
  }
}
