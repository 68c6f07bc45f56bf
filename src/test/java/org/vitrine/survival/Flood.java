package org.vitrine.survival;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Many connections that send what nobody should, all at once, as fast as they can. */
final class Flood implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;

  private final int port;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Socket> sockets = new ArrayList<>();

  Flood(int port) {
    this.port = port;
  }

  /** What one connection sends after the head that all have. */
  @FunctionalInterface
  interface Sender {
    void send(OutputStream out) throws IOException;
  }

  /** The statuses of their answers; 0 of each that had none when it was sent away. */
  List<Integer> answers(int connections, String head, Sender sender) {
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    for (int n = 0; n < connections; n++) {
      Socket socket = connect();
      answers.add(
          CompletableFuture.supplyAsync(
              () -> {
                send(socket, head, sender);
                return status(socket);
              },
              threads));
    }
    return answers.stream().map(CompletableFuture::join).toList();
  }

  /** They send and stay, and wait for no answer. */
  void leaveOpen(int connections, String head, Sender sender) {
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    for (int n = 0; n < connections; n++) {
      Socket socket = connect();
      sent.add(CompletableFuture.runAsync(() -> send(socket, head, sender), threads));
    }
    sent.forEach(CompletableFuture::join);
  }

  private Socket connect() {
    try {
      Socket socket = new Socket();
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.setSoTimeout(PATIENCE_MILLIS);
      sockets.add(socket);
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(Socket socket, String head, Sender sender) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      sender.send(out);
    } catch (IOException sentAway) {
      // As it should be, sooner or later.
    }
  }

  private static int status(Socket socket) {
    try {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      String line = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
      return line.length() < 12 ? 0 : Integer.parseInt(line.substring(9));
    } catch (IOException sentAway) {
      return 0;
    }
  }

  @Override
  public void close() {
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    threads.close();
  }
}
