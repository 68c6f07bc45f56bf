package org.vitrine.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vitrine.platform.json.Json;

/** The capture documents of openepcis-test-resources. */
final class PublishedDocuments {
  private static final String FOLDER = "2.0/EPCIS/JSON/Capture/Documents/";

  private PublishedDocuments() {}

  static List<String> names() {
    return text("openepcis-test-resources.list")
        .lines()
        .map(String::strip)
        .map(line -> line.substring(Math.max(0, line.indexOf(FOLDER))))
        .filter(line -> line.startsWith(FOLDER))
        .map(line -> line.substring(FOLDER.length()))
        .toList();
  }

  static JsonNode read(String name) {
    return Json.read(text(FOLDER + name), JsonNode.class);
  }

  private static String text(String path) {
    try (InputStream file = PublishedDocuments.class.getResourceAsStream("/" + path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
