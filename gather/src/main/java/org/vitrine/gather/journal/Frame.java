package org.vitrine.gather.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * One record of a journal's file: its length, its checksum, then JSON. A record that was cut or
 * damaged is not read.
 *
 * @param from the number of its first message; 0 where it has none
 * @param done all messages up to this number are delivered or set aside; absent where it says none
 * @param snapshot what was remembered when the file began; absent in all but its first record
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Frame(long from, Entry entry, Long done, Snapshot snapshot) {
  static final int HEADER_BYTES = 8;
  private static final int MOST_BYTES = 64 * 1024 * 1024;
  private static final int LOOKED_THROUGH_AT_ONCE = 1024 * 1024;

  /** Numbers stay as they were written: what is sent again is the same to the digit. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  record Snapshot(long next, Map<String, String> state, Map<String, List<String>> seen) {}

  static Frame of(long from, Entry entry) {
    return new Frame(from, entry, null, null);
  }

  static Frame ofDone(long number) {
    return new Frame(0, null, number, null);
  }

  static Frame of(Snapshot snapshot, long done) {
    return new Frame(0, null, done, snapshot);
  }

  /** The number of its last message; 0 where it has none. */
  long last() {
    return entry == null || entry.messages().isEmpty() ? 0 : from + entry.messages().size() - 1;
  }

  ByteBuffer encoded() throws JsonProcessingException {
    byte[] json = JSON.writeValueAsBytes(this);
    ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + json.length);
    bytes.putInt(json.length).putInt(checksum(json)).put(json);
    return bytes.flip();
  }

  /** Where the next whole record begins after this place; the end of the file where none does. */
  static long nextAfter(FileChannel file, long offset) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LOOKED_THROUGH_AT_ONCE + HEADER_BYTES);
    for (long at = offset + 1; at < file.size(); at += LOOKED_THROUGH_AT_ONCE) {
      fill(file, bytes.clear(), at);
      for (int i = 0; i + HEADER_BYTES < bytes.position(); i++) {
        if (bytes.get(i + HEADER_BYTES) == '{' && readFrom(file, at + i) != null) {
          return at + i;
        }
      }
    }
    return file.size();
  }

  /** The record at this place; null where there is no whole one. */
  static Found readFrom(FileChannel file, long offset) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    if (!fill(file, header, offset)) {
      return null;
    }
    int length = header.getInt(0);
    if (length <= 0 || length > MOST_BYTES || offset + HEADER_BYTES + length > file.size()) {
      return null;
    }
    ByteBuffer json = ByteBuffer.allocate(length);
    if (!fill(file, json, offset + HEADER_BYTES) || checksum(json.array()) != header.getInt(4)) {
      return null;
    }
    return new Found(JSON.readValue(json.array(), Frame.class), offset + HEADER_BYTES + length);
  }

  record Found(Frame frame, long end) {}

  private static boolean fill(FileChannel file, ByteBuffer bytes, long offset) throws IOException {
    while (bytes.hasRemaining()) {
      if (file.read(bytes, offset + bytes.position()) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int checksum(byte[] json) {
    CRC32C sum = new CRC32C();
    sum.update(json);
    return (int) sum.getValue();
  }
}
