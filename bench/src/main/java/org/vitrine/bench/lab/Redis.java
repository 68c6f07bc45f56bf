package org.vitrine.bench.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A Redis without persistence, a connection that listens and one that publishes. */
public final class Redis implements AutoCloseable {
  private static final Duration START_WAIT = Duration.ofSeconds(20);

  private final Socket listening;
  private final Socket publishing;
  private final BufferedReader heard;
  private final BufferedReader answers;

  private Redis(Socket listening, Socket publishing) throws IOException {
    this.listening = listening;
    this.publishing = publishing;
    this.heard = reader(listening);
    this.answers = reader(publishing);
    listening.setTcpNoDelay(true);
    publishing.setTcpNoDelay(true);
  }

  public static Redis start(Lab lab) throws Exception {
    int port = Lab.freePort();
    lab.start(
            "redis",
            Core.SERVER,
            List.of(
                "redis-server",
                "--bind",
                "127.0.0.1",
                "--port",
                String.valueOf(port),
                "--save",
                "",
                "--appendonly",
                "no"))
        .hear(line -> line.contains("Ready to accept connections"), "ready", START_WAIT);
    Redis redis = lab.keep(new Redis(new Socket("127.0.0.1", port), new Socket("127.0.0.1", port)));
    redis.send(redis.listening, "SUBSCRIBE", "bench");
    redis.hear(6);
    return redis;
  }

  /** Publishes one message and returns when it was heard, in nanoseconds since it was sent. */
  public long ring() throws IOException {
    long start = System.nanoTime();
    send(publishing, "PUBLISH", "bench", "17");
    hear(7);
    long nanos = System.nanoTime() - start;
    answers.readLine();
    return nanos;
  }

  private void hear(int lines) throws IOException {
    for (int i = 0; i < lines; i++) {
      heard.readLine();
    }
  }

  private void send(Socket to, String... words) throws IOException {
    StringBuilder command = new StringBuilder("*" + words.length + "\r\n");
    for (String word : words) {
      command.append("$" + word.length() + "\r\n" + word + "\r\n");
    }
    to.getOutputStream().write(command.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    listening.close();
    publishing.close();
  }
}
