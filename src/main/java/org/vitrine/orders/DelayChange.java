package org.vitrine.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;

/**
 * What other rooms hear of dates that will hardly be kept: the kinds of such changes, and what one
 * says.
 *
 * @param key what the offer, or the question to the house, is called
 * @param happened in the words of this kind: opened, overdue, offered, accepted, declined and the
 *     like
 * @param facts what a sentence about it is made of
 */
public record DelayChange(
    String kind,
    String key,
    CompanyId company,
    OrderId order,
    OrderNumber number,
    List<Integer> lines,
    String happened,
    JsonNode facts) {
  /** Something happened to an offer. */
  public static final String OFFER = "delay-offer";

  /** Something happened to a date at risk of which the house has to decide. */
  public static final String RISK = "delay-risk";

  public static final Set<String> KINDS = Set.of(OFFER, RISK);

  public Change asChange() {
    return new Change(
        kind,
        key,
        0,
        Optional.of(company.value()),
        Json.object()
            .put("order", order.value())
            .put("number", number.value())
            .put("happened", happened)
            .<ObjectNode>set("lines", Json.tree(lines))
            .set("facts", facts));
  }

  public static DelayChange of(Change change) {
    JsonNode body = change.body();
    return new DelayChange(
        change.kind(),
        change.key(),
        new CompanyId(change.company().orElseThrow()),
        new OrderId(body.path("order").asLong()),
        new OrderNumber(body.path("number").asText()),
        List.of(Json.read(body.path("lines"), Integer[].class)),
        body.path("happened").asText(),
        body.path("facts"));
  }
}
