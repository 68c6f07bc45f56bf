package org.vitrine.gather.opcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.gather.fixtures.Eventually.eventually;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.gather.fixtures.Running;
import org.vitrine.gather.fixtures.StubVitrine;

/** From Milo's server to Vitrine. */
class OpcUaIT {
  @TempDir Path folder;
  private StubVitrine vitrine;
  private PlantServer plant;
  private int port;
  private int good = 65_530;

  @BeforeEach
  void begin() throws Exception {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    vitrine = new StubVitrine();
    plant = new PlantServer(port, good);
  }

  @AfterEach
  void end() {
    vitrine.close();
    plant.close();
  }

  @Test
  void a_counter_that_wraps_and_a_reading_arrive_and_bad_values_do_not() throws Exception {
    try (Running running = start()) {
      press(10);
      eventually("ten pieces", () -> vitrine.good("SO-1") == 10);
      plant.setBad("Force", 99.0);
      eventually("it is told", () -> unused(running).contains("Bad_SensorFailure"));
      plant.set("Force", 12.5);
      eventually("the force", () -> !readings().isEmpty());
    }

    assertThat(readings()).containsExactly("12.5");
    assertThat(vitrine.reports(report -> report.path("raw").asText().equals("12.5")))
        .singleElement()
        .matches(report -> report.path("device").asText().equals("LC-7"));
    assertThat(vitrine.conflicts()).isEmpty();
  }

  @Test
  void what_was_pressed_while_nobody_listened_is_a_gap_and_a_new_start_is_told() throws Exception {
    try (Running first = start()) {
      press(2);
      eventually("two pieces", () -> vitrine.good("SO-1") == 2);
      assertThat(first.health().isFine()).isTrue();
    }
    press(2);
    try (Running again = start()) {
      eventually("the gap", () -> vitrine.signals("gap").size() == 2);
      press(1);
      eventually("three pieces", () -> vitrine.good("SO-1") == 3);

      plant.close();
      eventually("it is away", () -> again.health().troubleOf("press") != null);
      plant = new PlantServer(port, 7);
      eventually("the restart", () -> vitrine.signals("restarted").size() == 1);
      eventually("the doubt", () -> vitrine.signals("gap").size() == 3);
      plant.set("Good", Unsigned.ushort(8));
      eventually("one more", () -> vitrine.good("SO-1") == 4);
    }

    assertThat(vitrine.signals("gap")).hasSize(3);
    assertThat(vitrine.conflicts()).isEmpty();
  }

  @Test
  void what_was_pressed_while_its_count_or_its_order_was_bad_is_not_reported() throws Exception {
    try (Running running = start()) {
      press(2);
      eventually("two pieces", () -> vitrine.good("SO-1") == 2);
      plant.setBad("Good", Unsigned.ushort(good));
      eventually("it is told", () -> unused(running).contains("s=Good: Bad_SensorFailure"));
      good += 2;
      press(2);
      eventually("one of them is sure", () -> vitrine.good("SO-1") == 3);
      plant.setBad("Order", "SO-1");
      eventually("that as well", () -> unused(running).contains("s=Order: Bad_SensorFailure"));
      press(1);
      eventually("it goes nowhere", () -> unused(running).contains("no order is known"));
      plant.set("Order", "SO-2");
      Thread.sleep(120);
      press(1);
      eventually("the next order", () -> vitrine.good("SO-2") == 1);
    }

    assertThat(vitrine.good("SO-1")).isEqualTo(3);
    assertThat(vitrine.signals("gap"))
        .extracting(told -> told.path("sentence").asText())
        .containsExactly(
            "Counter good stood at 65532 before and at 65535 after: the difference is not"
                + " reported");
  }

  @Test
  void with_security_a_server_is_heard_once_its_certificate_is_trusted() throws Exception {
    Path certificates = Files.createDirectories(folder.resolve("certificates"));
    Path trusted = Files.createDirectories(certificates.resolve("trusted/certs"));
    Path rejected = certificates.resolve("rejected");
    Thread administrator =
        Thread.ofVirtual()
            .start(
                () -> {
                  eventuallyRejected(rejected);
                  trust(trusted);
                });
    try (Running running = start("security: Basic256Sha256, certificates: certificates, ")) {
      administrator.join();
      press(2);
      eventually("two pieces", () -> vitrine.good("SO-1") == 2);
      assertThat(running.health().isFine()).isTrue();
    }

    assertThat(certificates.resolve("own.der")).exists();
    assertThat(Files.getPosixFilePermissions(certificates.resolve("own.p12"))).hasSize(2);
  }

  private static void eventuallyRejected(Path rejected) {
    try {
      eventually(
          "it is refused",
          () -> rejected.toFile().list() != null && rejected.toFile().list().length > 0);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void trust(Path trusted) {
    try {
      Files.write(trusted.resolve("press.der"), ServerCertificate.CERTIFICATE.getEncoded());
    } catch (IOException | CertificateEncodingException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** One after the other, slower than the server looks. */
  private void press(int pieces) throws InterruptedException {
    for (int i = 0; i < pieces; i++) {
      good = (good + 1) % 65_536;
      plant.set("Good", Unsigned.ushort(good));
      Thread.sleep(120);
    }
  }

  private static String unused(Running running) {
    return running.health().standing().path("unused").toString();
  }

  private List<String> readings() {
    return vitrine.reports(report -> report.has("requirement")).stream()
        .map(report -> report.path("value").asText())
        .toList();
  }

  private Running start() throws Exception {
    return start("");
  }

  private Running start(String security) throws Exception {
    return Running.start(
        folder,
        vitrine,
        """
        sources:
          - name: press
            opcua: {%3$surl: "opc.tcp://localhost:%1$d/press", sampling: 50ms}
            machine: press-1
            order: {tag: "nsu=%2$s;s=Order"}
            operation: Pressing
            tags:
              - {tag: "nsu=%2$s;s=Good", name: good, count: good, wrapsAt: 65535}
              - {tag: "nsu=%2$s;s=Force", name: force, reading: force, device: LC-7}
        """
            .formatted(port, PlantServer.NAMESPACE, security));
  }
}
