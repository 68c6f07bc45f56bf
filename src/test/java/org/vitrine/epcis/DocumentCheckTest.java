package org.vitrine.epcis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vitrine.platform.json.Json;

/** What is valid and what is not is told apart, and it is said where. */
class DocumentCheckTest {
  private static final DocumentCheck CHECK = new DocumentCheck();

  @TestFactory
  Stream<DynamicTest> every_document_that_openepcis_captures_is_taken() {
    List<String> documents = PublishedDocuments.names();
    assertThat(documents).hasSizeGreaterThanOrEqualTo(35);
    return documents.stream()
        .map(
            name ->
                dynamicTest(
                    name, () -> assertThat(CHECK.ofAll(PublishedDocuments.read(name))).isEmpty()));
  }

  /** The faults of the 15 documents that openepcis calls invalid, and more. */
  @TestFactory
  Stream<DynamicTest> every_fault_is_found_where_it_is() {
    JsonNode invalid = invalid();
    assertThat(invalid).hasSizeGreaterThan(15);
    return StreamSupport.stream(invalid.spliterator(), false)
        .map(
            one ->
                dynamicTest(
                    one.get("name").asText(),
                    () -> {
                      List<EpcisFault> faults = CHECK.ofAll(one.get("document"));
                      assertThat(faults)
                          .extracting(EpcisFault::at)
                          .contains(Json.read(one.get("at"), String[].class));
                      assertThat(faults).allMatch(fault -> !fault.sentence().isBlank());
                    }));
  }

  private static JsonNode invalid() {
    try (InputStream file = DocumentCheckTest.class.getResourceAsStream("invalid-documents.json")) {
      return Json.read(file, JsonNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_prefix_may_be_explained_by_the_document_the_event_or_the_field() {
    JsonNode undeclared =
        StreamSupport.stream(invalid().spliterator(), false)
            .filter(one -> one.get("name").asText().contains("prefix"))
            .findFirst()
            .orElseThrow()
            .get("document");
    for (String place : List.of("", "/epcisBody/eventList/0")) {
      JsonNode document = undeclared.deepCopy();
      ((ObjectNode) document.at(place))
          .putArray("@context")
          .add(Namespaces.STANDARD_CONTEXT)
          .addObject()
          .put("ex", "https://ns.example.com/");
      assertThat(CHECK.ofAll(document)).as(place).isEmpty();
    }
  }
}
