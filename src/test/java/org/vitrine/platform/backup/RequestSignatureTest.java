package org.vitrine.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The examples of the Amazon S3 API Reference, “Signature Calculations for the Authorization
 * Header”.
 */
class RequestSignatureTest {
  private static final RequestSignature SIGNATURE =
      new RequestSignature(
          new BucketSettings(
              URI.create("https://examplebucket.s3.amazonaws.com"),
              "us-east-1",
              "AKIAIOSFODNN7EXAMPLE",
              "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
          Instant.parse("2013-05-24T00:00:00Z"));

  @Test
  void an_object_is_read() {
    assertThat(signature("GET", "/test.txt", Map.of("Range", "bytes=0-9"), ""))
        .isEqualTo("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
  }

  @Test
  void an_object_is_written() {
    assertThat(
            signature(
                "PUT",
                "/test%24file.text",
                Map.of(
                    "Date",
                    "Fri, 24 May 2013 00:00:00 GMT",
                    "x-amz-storage-class",
                    "REDUCED_REDUNDANCY"),
                "Welcome to Amazon S3."))
        .isEqualTo("98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
  }

  @Test
  void a_parameter_without_a_value_is_signed() {
    assertThat(signature("GET", "/?lifecycle", Map.of(), ""))
        .isEqualTo("fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
  }

  @Test
  void objects_are_listed() {
    assertThat(signature("GET", "/?max-keys=2&prefix=J", Map.of(), ""))
        .isEqualTo("34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
  }

  private static String signature(
      String method, String path, Map<String, String> headers, String body) {
    return SIGNATURE
        .headers(
            method,
            URI.create("https://examplebucket.s3.amazonaws.com" + path),
            headers,
            body.getBytes(StandardCharsets.UTF_8))
        .get("authorization")
        .replaceFirst(".*Signature=", "");
  }
}
