package org.vitrine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.annotation.Nullable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** Whoever generates a client from the description has one that compiles and works. */
class GeneratedClientIT {
  private static final Path GENERATOR = Path.of("target/tools/openapi-generator-cli.jar");
  private static final String OPTIONS =
      "openApiNullable=false,useJakartaEe=true,hideGenerationTimestamp=true";
  private static final String SOURCES_ONLY =
      "models,apis,supportingFiles,apiTests=false,modelTests=false,apiDocs=false,modelDocs=false";

  @TempDir private Path folder;

  @Test
  void one_in_java_compiles_and_makes_a_round_trip() throws IOException, InterruptedException {
    assertThat(GENERATOR).as("brought by the build: mvn package -DskipTests").exists();
    try (TestVitrine vitrine = TestVitrine.start()) {
      new Shop(vitrine);
      String key = vitrine.vitrine().rooms().keys().create("generated client", "test").text();
      Path description = folder.resolve("openapi.json");
      Files.writeString(description, TestClient.unknown(vitrine).get("/api/openapi.json").body());
      generate(description);

      List<String> said = compiledAndRun(vitrine.at("").toString(), key);

      assertThat(said)
          .contains(
              "taken=1",
              "refused=order",
              "reports=1",
              "paged=[GC-1, GC-2, GC-3, GC-4, GC-5]",
              "status=422")
          .anyMatch(line -> line.startsWith("problem=") && line.contains("\"field\":\"company\""));
    }
  }

  private void generate(Path description) throws IOException, InterruptedException {
    run(
        List.of(
            java("java"),
            "-jar",
            GENERATOR.toAbsolutePath().toString(),
            "generate",
            "-g",
            "java",
            "--library",
            "native",
            "-i",
            description.toString(),
            "-o",
            folder.resolve("client").toString(),
            "--additional-properties=" + OPTIONS,
            "--global-property",
            SOURCES_ONLY));
  }

  private List<String> compiledAndRun(String address, String key)
      throws IOException, InterruptedException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> compile =
        new ArrayList<>(List.of(java("javac"), "-nowarn", "-proc:none", "-cp", classPath(), "-d"));
    compile.add(classes.toString());
    compile.add("src/test/resources/clients/java/RoundTrip.java");
    try (Stream<Path> sources = Files.walk(folder.resolve("client/src/main/java"))) {
      sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(compile::add);
    }
    run(compile);
    return run(
        List.of(java("java"), "-cp", classes + ":" + classPath(), "RoundTrip", address, key));
  }

  private static String java(String tool) {
    return Path.of(System.getProperty("java.home"), "bin", tool).toString();
  }

  /** What the generator's own build names. */
  private static String classPath() {
    return Stream.of(
            ObjectMapper.class,
            JsonFactory.class,
            JsonProperty.class,
            JavaTimeModule.class,
            Nullable.class)
        .map(one -> Path.of(one.getProtectionDomain().getCodeSource().getLocation().getPath()))
        .map(Path::toString)
        .collect(Collectors.joining(":"));
  }

  private List<String> run(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(3, TimeUnit.MINUTES);
    process.destroy();
    List<String> said = Files.readAllLines(output);
    assertThat(ended && process.exitValue() == 0)
        .as(String.join("\n", said.subList(0, Math.min(60, said.size()))))
        .isTrue();
    return said;
  }
}
