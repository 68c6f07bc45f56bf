package org.vitrine.platform.backup;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * Signs requests to an S3-compatible store: AWS Signature Version 4 (“Authenticating Requests:
 * Using the Authorization Header” in the Amazon S3 API Reference). Paths and queries are signed as
 * they are in the address, which must be encoded as S3 wants it.
 */
record RequestSignature(BucketSettings settings, Instant at) {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /**
   * The headers to send besides.
   *
   * @param more headers that the request has and that are signed, too
   */
  Map<String, String> headers(String method, URI address, Map<String, String> more, byte[] body) {
    SortedMap<String, String> signed = new TreeMap<>();
    more.forEach((name, value) -> signed.put(name.toLowerCase(Locale.ROOT), value));
    signed.put("host", address.getRawAuthority());
    signed.put("x-amz-content-sha256", DigestUtils.sha256Hex(body));
    signed.put("x-amz-date", MOMENT.format(at));
    String names = String.join(";", signed.keySet());
    String canonical =
        String.join(
            "\n",
            method,
            address.getRawPath(),
            sortedQuery(address),
            signed.entrySet().stream()
                .map(header -> header.getKey() + ':' + header.getValue().strip() + '\n')
                .collect(Collectors.joining()),
            names,
            signed.get("x-amz-content-sha256"));
    String toSign =
        String.join("\n", ALGORITHM, MOMENT.format(at), scope(), DigestUtils.sha256Hex(canonical));
    signed.remove("host"); // The client sends that itself.
    signed.put(
        "authorization",
        "%s Credential=%s/%s,SignedHeaders=%s,Signature=%s"
            .formatted(
                ALGORITHM,
                settings.accessKey(),
                scope(),
                names,
                new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key()).hmacHex(toSign)));
    return signed;
  }

  private static String sortedQuery(URI address) {
    String query = address.getRawQuery();
    return query == null
        ? ""
        : Arrays.stream(query.split("&"))
            .map(part -> part.contains("=") ? part : part + "=")
            .sorted()
            .collect(Collectors.joining("&"));
  }

  private String scope() {
    return "%s/%s/s3/aws4_request".formatted(day(), settings.region());
  }

  private String day() {
    return MOMENT.format(at).substring(0, 8);
  }

  private byte[] key() {
    byte[] key = ("AWS4" + settings.secretKey()).getBytes(StandardCharsets.UTF_8);
    for (String part : List.of(day(), settings.region(), "s3", "aws4_request")) {
      key = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(part);
    }
    return key;
  }
}
