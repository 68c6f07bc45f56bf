package org.vitrine.meetings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrine.companies.CompanyId;
import org.vitrine.meetings.AgendaItem.ItemFigures;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.words.Language;

/**
 * Matters that are talked about together, by what they have in common:
 *
 * <ul>
 *   <li>the cause that the house found several of them to have,
 *   <li>or else the requirement, whether it failed or a customer spoke of it,
 *   <li>or else the stage, or else the product,
 *   <li>promises that slipped, actions that are open: each kind together,
 *   <li>what somebody proposed by itself, and what went wrong by itself for each company: nobody
 *       learns from an item that others are concerned.
 * </ul>
 *
 * @param topic the key of what they have in common
 */
record MatterGroup(String topic, List<Matter> matters) {

  /** In the order in which the first of each comes. */
  static List<MatterGroup> of(Collection<Matter> matters) {
    Map<String, List<Matter>> byTopic = new LinkedHashMap<>();
    matters.forEach(
        matter -> byTopic.computeIfAbsent(topic(matter), any -> new ArrayList<>()).add(matter));
    return byTopic.entrySet().stream()
        .map(group -> new MatterGroup(group.getKey(), List.copyOf(group.getValue())))
        .toList();
  }

  static String topic(Matter matter) {
    Matter.MatterPlace place = matter.place();
    return switch (matter.kind()) {
      case PROMISE, ACTION -> matter.kind().code();
      case PROPOSAL, NONCONFORMANCE -> matter.kind().code() + ":" + matter.key();
      case VOICE, REQUIREMENT ->
          place
              .cause()
              .map(cause -> "cause:" + cause)
              .or(() -> place.requirement().map(code -> "requirement:" + code))
              .or(() -> place.stage().map(code -> "stage:" + code))
              .or(() -> place.product().map(name -> "product:" + name))
              .orElse(matter.kind().code());
    };
  }

  static boolean isProposal(String topic) {
    return topic.startsWith(Matter.MatterKind.PROPOSAL.code() + ":");
  }

  boolean isProposal() {
    return isProposal(topic);
  }

  /** What they have in common: cause, requirement, stage, product, promise, action, proposal. */
  String kind() {
    return topic.contains(":") ? topic.substring(0, topic.indexOf(':')) : topic;
  }

  /** What the page makes the title of: what it is about, and the product where all are of one. */
  ObjectNode facts() {
    ObjectNode facts = Json.object().put("of", kind());
    name().ifPresent(name -> facts.set("name", name));
    List<JsonNode> products =
        matters.stream().flatMap(one -> Stream.ofNullable(one.facts().get("product"))).toList();
    if (!kind().equals("product")
        && products.size() == matters.size()
        && Set.copyOf(products).size() == 1) {
      facts.set("product", products.getFirst());
    }
    return facts;
  }

  private Optional<JsonNode> name() {
    String field = isProposal() ? "text" : kind();
    return matters.stream()
        .flatMap(one -> Stream.ofNullable(one.facts().get(field)))
        .filter(name -> name.isTextual() || name.isObject())
        .findFirst();
  }

  /** In English, for whoever makes no title of the facts. */
  String title() {
    return name()
        .map(name -> LocalizedText.stored(name.toString()).in(Language.ENGLISH))
        .orElseGet(
            () ->
                switch (kind()) {
                  case "promise" -> "Dates that moved";
                  case "action" -> "Open actions";
                  case "nonconformance" -> "Something that went wrong";
                  default -> "Other messages";
                });
  }

  /**
   * How many companies, how bad by the worst, and how often; a company that voted for it counts as
   * one that has the trouble.
   */
  static ItemFigures figures(Collection<RankedSource> sources, Collection<CompanyId> voters) {
    Set<CompanyId> companies = new HashSet<>(voters);
    sources.forEach(source -> source.company().ifPresent(companies::add));
    return sources.isEmpty()
        ? new ItemFigures(companies.size(), 0, 0, voters.size())
        : new ItemFigures(
            Math.max(1, companies.size()),
            sources.stream().mapToInt(RankedSource::weight).max().orElse(0),
            sources.size(),
            voters.size());
  }

  /** What of a source counts for the rank of its item. */
  record RankedSource(Optional<CompanyId> company, int weight) {}
}
