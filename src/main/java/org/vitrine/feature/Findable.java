package org.vitrine.feature;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.json.Json;

/**
 * One thing that people can look for.
 *
 * @param key what its source calls it; for one company or for the house it is there once
 * @param company whose people find it; where absent, the house alone does
 * @param forHouse whether staff find it; not where they find the same thing by another entry
 * @param shown what people see of it
 * @param numbers what it is called on paper, such as an order's own number and its customer's
 * @param words what else it is found by, each a text
 * @param at when it came to be; of things that fit alike, the newest are found first
 */
public record Findable(
    String key,
    Optional<CompanyId> company,
    boolean forHouse,
    FoundText shown,
    List<String> numbers,
    List<String> words,
    Instant at) {

  public Findable {
    numbers = List.copyOf(numbers);
    words = List.copyOf(words);
  }

  /**
   * What people see of something that they found.
   *
   * @param title a text, or the same by language as pages choose it
   * @param detail what tells it from others that are called alike, likewise; the JSON null where
   *     nothing does
   * @param address of the page on which it is
   * @param isItsPage whether that page is about it alone
   */
  public record FoundText(JsonNode title, JsonNode detail, String address, boolean isItsPage) {

    /** Of plain texts. */
    public FoundText(String title, Optional<String> detail, String address, boolean isItsPage) {
      this(Json.tree(title), Json.tree(detail.orElse(null)), address, isItsPage);
    }

    /** How a name is written in an address. */
    public static String encoded(String name) {
      return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
  }
}
