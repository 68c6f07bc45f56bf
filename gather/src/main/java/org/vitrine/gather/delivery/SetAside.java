package org.vitrine.gather.delivery;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vitrine.gather.journal.Message;
import org.vitrine.gather.journal.Message.Numbered;

/** What Vitrine refused, with the reason, a line of JSON each, until a person acts. */
public final class SetAside {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Path file;
  private long lastNumber;
  private long wholeBytes;

  public SetAside(Path folder) throws IOException {
    this.file = folder.resolve("refused.jsonl");
    for (JsonNode line : lines()) {
      lastNumber = Math.max(lastNumber, line.path("number").asLong());
    }
    wholeBytes = endOfWholeLines();
  }

  /** On disk when it returns. What was set aside before a crash is not set aside twice. */
  void add(Numbered one, String reason, Instant at) throws IOException {
    if (one.number() <= lastNumber) {
      return;
    }
    ObjectNode line = JSON.createObjectNode();
    line.put("number", one.number()).put("at", at.toString()).put("reason", reason);
    line.put("kind", one.message().kind().name());
    line.set("body", one.message().body());
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      out.truncate(wholeBytes);
      while (bytes.hasRemaining()) {
        out.write(bytes, wholeBytes + bytes.position());
      }
      out.force(true);
    }
    wholeBytes += bytes.limit();
    lastNumber = one.number();
  }

  /** A line that was cut by a crash is written again. */
  private long endOfWholeLines() throws IOException {
    byte[] all = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    int end = all.length;
    while (end > 0 && all[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  /** All that was set aside, to be tried again. */
  public List<Message> messages() throws IOException {
    List<Message> messages = new ArrayList<>();
    for (JsonNode line : lines()) {
      Message.Kind kind = Message.Kind.valueOf(line.path("kind").asText());
      messages.add(new Message(kind, (ObjectNode) line.path("body")));
    }
    return messages;
  }

  /** Keeps what is there under another name, and begins with none. */
  public void rename(Instant at) throws IOException {
    if (Files.exists(file)) {
      String name = "refused-until-%d.jsonl".formatted(at.toEpochMilli());
      Files.move(file, file.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
      wholeBytes = 0;
    }
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> found = new ArrayList<>();
    if (!Files.exists(file)) {
      return found;
    }
    for (String line : Files.readString(file).lines().toList()) {
      try {
        found.add(JSON.readTree(line));
      } catch (IOException cut) {
        break;
      }
    }
    return found;
  }
}
