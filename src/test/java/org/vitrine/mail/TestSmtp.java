package org.vitrine.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A mail server that answers what it is told to. */
final class TestSmtp implements AutoCloseable {
  private final ServerSocket server;
  private final List<String> received = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile UnaryOperator<String> toRecipient = recipient -> "250 ok";
  private volatile String greeting = "220 test";
  private volatile String toContent = "250 taken";

  TestSmtp() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** What it says at first; with 421 it hangs up. */
  void greets(String first) {
    greeting = first;
  }

  /** What it says to a recipient, by the address. */
  void answers(UnaryOperator<String> recipient) {
    toRecipient = recipient;
  }

  /** What it says at the end of a mail. */
  void answersContent(String answer) {
    toContent = answer;
  }

  MailUrl url() {
    return MailUrl.parse("smtp://127.0.0.1:%d?starttls=disabled".formatted(server.getLocalPort()));
  }

  /** The mails that it took, as they came. */
  List<String> received() {
    return received;
  }

  /** How often somebody has connected. */
  int connections() {
    return connections.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> talk(socket));
      }
    } catch (IOException closed) {
      // It is over.
    }
  }

  private void talk(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream()) {
      say(out, greeting);
      if (greeting.startsWith("421")) {
        return;
      }
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String command = line.toUpperCase(Locale.ROOT);
        if (command.startsWith("RCPT")) {
          say(out, toRecipient.apply(line.replaceFirst(".*<(.*)>.*", "$1")));
        } else if (command.startsWith("DATA")) {
          say(out, "354 go on");
          take(in, out);
        } else {
          say(out, command.startsWith("QUIT") ? "221 bye" : "250 ok");
        }
      }
    } catch (IOException gone) {
      // It is over.
    }
  }

  private void take(BufferedReader in, OutputStream out) throws IOException {
    StringBuilder mail = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
    if (toContent.startsWith("250")) {
      received.add(mail.toString());
    }
    say(out, toContent);
  }

  private static void say(OutputStream out, String answer) throws IOException {
    out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
