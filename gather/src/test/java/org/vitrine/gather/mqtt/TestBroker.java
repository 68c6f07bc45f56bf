package org.vitrine.gather.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.embedded.EmbeddedHiveMQ;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real broker, HiveMQ's, with a machine that publishes to it. */
final class TestBroker implements AutoCloseable {
  private final EmbeddedHiveMQ broker;
  private final int port;

  TestBroker(Path folder) throws Exception {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path configuration = Files.createDirectories(folder.resolve("conf"));
    Files.writeString(
        configuration.resolve("config.xml"),
        """
        <hivemq>
          <listeners>
            <tcp-listener><port>%d</port><bind-address>127.0.0.1</bind-address></tcp-listener>
          </listeners>
          <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
        </hivemq>
        """
            .formatted(port));
    broker =
        EmbeddedHiveMQ.builder()
            .withConfigurationFolder(configuration)
            .withDataFolder(Files.createDirectories(folder.resolve("broker-data")))
            .withExtensionsFolder(Files.createDirectories(folder.resolve("extensions")))
            .build();
    broker.start().get(60, TimeUnit.SECONDS);
  }

  int port() {
    return port;
  }

  String url() {
    return "mqtt://127.0.0.1:" + port;
  }

  Mqtt5BlockingClient machine(String name) {
    Mqtt5BlockingClient machine =
        MqttClient.builder()
            .useMqttVersion5()
            .identifier(name)
            .serverHost("127.0.0.1")
            .serverPort(port)
            .buildBlocking();
    machine.connect();
    return machine;
  }

  static void say(Mqtt5BlockingClient machine, String topic, String text) {
    machine.publish(
        Mqtt5Publish.builder()
            .topic(topic)
            .qos(MqttQos.AT_LEAST_ONCE)
            .payload(text.getBytes(StandardCharsets.UTF_8))
            .build());
  }

  @Override
  public void close() {
    broker.stop().join();
  }
}
