package org.vitrine.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The images and how they are run, as far as that can be told without an engine. */
class ContainerTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern STAGE = Pattern.compile("(?m)^FROM (\\S+) AS (\\S+)$");
  private static final Pattern COPIED = Pattern.compile("(?m)^COPY (?!--from)(\\S+) \\S+$");
  private static final Pattern BUILT = Pattern.compile("COPY --from=(\\S+) /build/target/(\\S+) ");

  private static String file(String name) throws IOException {
    return Files.readString(ROOT.resolve(name));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> services() throws IOException {
    return (Map<String, Map<String, Object>>)
        new Yaml().<Map<String, Object>>load(file("docker-compose.yml")).get("services");
  }

  private static List<String> stages() throws IOException {
    return STAGE.matcher(file("Dockerfile")).results().map(found -> found.group(2)).toList();
  }

  @Test
  void whatever_is_built_is_a_stage_and_without_a_target_it_is_vitrine() throws IOException {
    assertThat(stages()).endsWith("vitrine").contains("gather");
    assertThat(services().values())
        .filteredOn(service -> service.get("build") != null)
        .extracting(service -> (String) ((Map<?, ?>) service.get("build")).get("target"))
        .isSubsetOf(stages())
        .contains("vitrine", "gather");
  }

  @Test
  void what_is_copied_is_there_and_not_kept_back() throws IOException {
    List<String> sent =
        file(".dockerignore")
            .lines()
            .filter(line -> line.startsWith("!"))
            .map(line -> line.substring(1))
            .toList();
    assertThat(COPIED.matcher(file("Dockerfile")).results().map(found -> found.group(1)))
        .isNotEmpty()
        .allSatisfy(
            copied -> {
              assertThat(ROOT.resolve(copied)).exists();
              assertThat(sent)
                  .anyMatch(path -> path.equals(copied) || path.startsWith(copied + "/"));
            });
  }

  @Test
  void an_image_takes_what_its_build_makes() throws IOException {
    String pom = file("gather/pom.xml");
    List<MatchResult> taken =
        BUILT
            .matcher(file("Dockerfile"))
            .results()
            .filter(one -> one.group(1).endsWith("gather"))
            .toList();
    assertThat(taken).extracting(one -> one.group(2)).containsExactly("lib", "vitrine-gather.jar");
    assertThat(pom).contains("<finalName>vitrine-gather</finalName>", "<classpathPrefix>lib/");
  }

  @Test
  void the_gatherer_writes_to_its_volume_alone_and_is_started_when_asked_for() throws IOException {
    Map<String, Object> gather = services().get("gather");
    assertThat(gather)
        .containsEntry("profiles", List.of("gather"))
        .containsEntry("read_only", true);
    assertThat(gather.get("volumes").toString())
        .contains(":/vitrine/gather.yaml:ro", "gather:/vitrine/gather-data");
    assertThat(file("Dockerfile")).contains("install -d -o vitrine gather-data");
    assertThat(file("docs/examples/gather.yaml")).contains("data: gather-data", "health: 9464");
    assertThat(gather.get("environment").toString())
        .as("whoever starts Vitrine alone needs no key")
        .doesNotContain(":?");
  }
}
