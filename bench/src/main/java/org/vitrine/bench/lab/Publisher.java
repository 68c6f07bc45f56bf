package org.vitrine.bench.lab;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One kept-alive HTTP connection that posts bodies, as little as HTTP allows: the client's own work
 * must not be what is measured. Not for many threads.
 */
public final class Publisher implements AutoCloseable {
  private final Socket socket;
  private final InputStream input;
  private final List<String> headers;

  public Publisher(int port, String... headers) throws IOException {
    this.socket = new Socket("127.0.0.1", port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(30_000);
    this.input = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    this.headers = List.of(headers);
  }

  /** Posts a body and waits for the answer; throws where it is no 2xx. */
  public void post(String path, String body) throws IOException {
    send(request(path, body));
    hearAnswer();
  }

  /** The same of a file that is put there. */
  public void put(String path, byte[] file) throws IOException {
    send(request("PUT", path, file));
    hearAnswer();
  }

  /** Asks for what is there, and reads all of it. */
  public void get(String path) throws IOException {
    send(request("GET", path, new byte[0]));
    hearAnswer();
  }

  /** A request as it goes out; several may be sent one behind the other. */
  public byte[] request(String path, String body) {
    return request("POST", path, body.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] request(String method, String path, byte[] payload) {
    StringBuilder head =
        new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n")
            .append("Content-Length: " + payload.length + "\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    head.append("\r\n");
    ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + payload.length);
    request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    request.writeBytes(payload);
    return request.toByteArray();
  }

  public void send(byte[] requests) throws IOException {
    socket.getOutputStream().write(requests);
  }

  /** Reads one answer to its end; throws where it is no 2xx. */
  public void hearAnswer() throws IOException {
    String status = line();
    int length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(java.util.Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).trim());
      }
      chunked |= lower.startsWith("transfer-encoding: chunked");
    }
    String body = chunked ? chunks() : body(length);
    if (!status.startsWith("HTTP/1.1 2")) {
      throw new IOException(status + " " + body);
    }
  }

  private String chunks() throws IOException {
    StringBuilder all = new StringBuilder();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      all.append(body(size));
      line();
    }
    line();
    return all.toString();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().trim(), 16);
  }

  private String body(int length) throws IOException {
    return new String(input.readNBytes(length), StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    int read;
    while ((read = input.read()) != '\n') {
      if (read < 0) {
        throw new IOException("The server closed the connection");
      }
      if (read != '\r') {
        line.append((char) read);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
