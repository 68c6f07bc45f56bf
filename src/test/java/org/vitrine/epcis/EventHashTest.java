package org.vitrine.epcis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vitrine.platform.json.Json;

/**
 * The vectors that are published with the reference implementation, for CBV 2.0. In some of them an
 * SSCC had a digit too many until the implementation was mended; here it has 18.
 */
class EventHashTest {
  private static final String MIXED =
      """
      {"eventTime": "2026-12-07T08:00:00Z", "type": "ObjectEvent", "eventTimeZoneOffset": "+00:00",
       "epcList": ["urn:epc:id:sgtin:4012345.011111.9876"], "action": "OBSERVE", "bizStep": "%s"}\
      """;

  @TestFactory
  Stream<DynamicTest> the_published_vectors() {
    JsonNode vectors = vectors();
    assertThat(vectors).hasSize(18);
    return IntStream.range(0, vectors.size())
        .mapToObj(
            at ->
                dynamicTest(
                    "vector " + (at + 1),
                    () ->
                        assertThat(
                                EventHash.text(
                                    vectors.get(at).get("event"), Namespaces.OF_THE_STANDARD))
                            .isEqualTo(vectors.get(at).get("text").asText())));
  }

  private static JsonNode vectors() {
    try (InputStream file = EventHashTest.class.getResourceAsStream("hash-vectors.json")) {
      return Json.read(file, JsonNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void the_id_is_a_named_information() {
    assertThat(EventHash.of(vectors().get(17).get("event"), Namespaces.OF_THE_STANDARD))
        .isEqualTo(
            "ni:///sha-256;f40ce25406882836bb3c23297caa0f52d605153369330f8263cd7d106e44d637?ver=CBV2.0");
  }

  @Test
  void however_a_word_is_written_it_is_the_same_event() {
    assertThat(
            Stream.of(
                    "shipping",
                    "cbv:BizStep-shipping",
                    "urn:epcglobal:cbv:bizstep:shipping",
                    "https://ref.gs1.org/cbv/BizStep-shipping")
                .map(step -> hash(MIXED.formatted(step)))
                .distinct())
        .hasSize(1);
    assertThat(hash(MIXED.formatted("receiving"))).isNotEqualTo(hash(MIXED.formatted("shipping")));
  }

  @Test
  void its_own_id_and_what_was_declared_later_change_nothing() {
    ObjectNode event = (ObjectNode) Json.read(MIXED.formatted("shipping"), JsonNode.class);
    String before = EventHash.of(event, Namespaces.OF_THE_STANDARD);
    event.put("eventID", "urn:uuid:1").put("recordTime", "2027-01-01T00:00:00Z");
    event.set("errorDeclaration", Json.object().put("declarationTime", "2027-01-01T00:00:00Z"));
    assertThat(EventHash.of(event, Namespaces.OF_THE_STANDARD)).isEqualTo(before);
    event.put("action", "ADD");
    assertThat(EventHash.of(event, Namespaces.OF_THE_STANDARD)).isNotEqualTo(before);
  }

  @Test
  void a_number_that_would_fill_the_memory_is_not_written_out() {
    String event =
        "{\"type\": \"ObjectEvent\", \"quantityList\": [{\"epcClass\": \"urn:x:y\", \"quantity\":"
            + " 1e999999}]}";
    assertThat(EventHash.text(Json.read(event, JsonNode.class), Namespaces.OF_THE_STANDARD))
        .endsWith("quantity=1E+999999");
  }

  private static String hash(String event) {
    return EventHash.of(Json.read(event, JsonNode.class), Namespaces.OF_THE_STANDARD);
  }
}
