package org.vitrine.command;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.vitrine.Settings;

/** Looks at the machine: Java, disk, address and port. */
final class MachineCheckup {
  private static final int LEAST_JAVA = 21;
  private static final long MEGABYTE = 1_000_000;
  private static final long TOO_LITTLE = 500 * MEGABYTE;
  private static final long LITTLE = 5_000 * MEGABYTE;
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Settings settings;

  MachineCheckup(Settings settings) {
    this.settings = settings;
  }

  Finding java() {
    String found =
        "Java %s (%s)".formatted(Runtime.version(), System.getProperty("java.vendor", "?"));
    return Runtime.version().feature() >= LEAST_JAVA
        ? Finding.ok("Java", found)
        : Finding.fail("Java", found + "; Vitrine needs " + LEAST_JAVA + " or newer");
  }

  Finding disk() {
    Path folder = settings.data();
    while (Files.notExists(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      String found = "%,d MB free in %s".formatted(free / MEGABYTE, folder);
      if (!Files.isWritable(folder)) {
        return Finding.fail("Disk", "Cannot write to " + folder);
      }
      if (free < TOO_LITTLE) {
        return Finding.fail("Disk", found + "; free some space before starting");
      }
      return free < LITTLE
          ? Finding.warn("Disk", found + "; that is not much")
          : Finding.ok("Disk", found);
    } catch (IOException e) {
      return Finding.fail("Disk", "Cannot read " + folder + ": " + e.getMessage());
    }
  }

  Finding publicUrl() {
    if (settings.publicUrl().isEmpty()) {
      return Finding.warn(
          "Public URL",
          "Not set, so links start with %s and work on this machine only; set --public-url before you send any"
              .formatted(settings.address(settings.port())));
    }
    URI url = settings.publicUrl().get();
    boolean secure = "https".equals(url.getScheme()) || THIS_MACHINE.contains(url.getHost());
    return secure
        ? Finding.ok("Public URL", url.toString())
        : Finding.warn(
            "Public URL",
            url + " is not https: anyone on the network path can read along and sign in");
  }

  Finding port() {
    if (settings.port() == 0) {
      return Finding.ok("Port", "Any free port");
    }
    if (isFree(settings.port())) {
      return Finding.ok("Port", settings.port() + " is free");
    }
    return vitrineServesAt(settings.port())
        ? Finding.ok("Port", "Vitrine is already running on " + settings.port())
        : Finding.fail(
            "Port",
            settings.port()
                + " is in use by another program; stop it or choose another port with --port");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean vitrineServesAt(int port) {
    Duration timeout = Duration.ofSeconds(2);
    URI health = URI.create("http://localhost:" + port + "/health/live");
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(timeout).build()) {
      HttpRequest request = HttpRequest.newBuilder(health).timeout(timeout).build();
      return client.send(request, BodyHandlers.ofString()).body().equals("{\"status\":\"live\"}");
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
