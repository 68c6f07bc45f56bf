package org.vitrine.epcis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.epcis.EventQuery.EventLimits;
import org.vitrine.epcis.EventQuery.EventOrder;
import org.vitrine.epcis.EventQuery.EventTimes;
import org.vitrine.platform.Excerpt;

/**
 * The query parameters of the standard (EPCIS 2.0, 8.2.7.1): those that are unknown are refused.
 */
final class QueryParameters {
  static final int USUAL_PAGE = 30;
  static final int LARGEST_PAGE = 1_000;
  static final String TOKEN = "nextPageToken";

  private static final int MOST_VALUES = 100;

  /** What is found by the value as it is, or by what it stands for. */
  private static final Map<String, VocabularyKind> WORDS =
      Map.of(
          "EQ_bizStep", VocabularyKind.BIZ_STEP,
          "EQ_disposition", VocabularyKind.DISPOSITION,
          "EQ_persistentDisposition_set", VocabularyKind.DISPOSITION,
          "EQ_persistentDisposition_unset", VocabularyKind.DISPOSITION,
          "EQ_errorReason", VocabularyKind.ERROR_REASON);

  private static final Set<String> IDENTIFIERS =
      Set.of(
          "EQ_readPoint",
          "WD_readPoint",
          "EQ_bizLocation",
          "WD_bizLocation",
          "EQ_transformationID",
          "MATCH_epc",
          "MATCH_parentID",
          "MATCH_inputEPC",
          "MATCH_outputEPC",
          "MATCH_anyEPC",
          "MATCH_epcClass",
          "MATCH_inputEPCClass",
          "MATCH_outputEPCClass",
          "MATCH_anyEPCClass");

  private static final Map<String, VocabularyKind> TYPED =
      Map.of(
          "EQ_bizTransaction_", VocabularyKind.TRANSACTION,
          "EQ_source_", VocabularyKind.PARTY,
          "EQ_destination_", VocabularyKind.PARTY);

  private static final Set<String> ELSEWHERE =
      Set.of(
          "eventType",
          "EQ_eventID",
          "GE_eventTime",
          "LT_eventTime",
          "GE_recordTime",
          "LT_recordTime",
          "orderBy",
          "orderDirection",
          "eventCountLimit",
          "maxEventCount",
          "perPage",
          TOKEN);

  private final Map<String, String> said;
  private final List<List<String>> wanted = new ArrayList<>();

  private QueryParameters(Map<String, String> said) {
    this.said = said;
  }

  /** Throws {@link EpcisProblem.Kind#QUERY_PARAMETER} where one is unknown or makes no sense. */
  static EventQuery read(Map<String, String> said) {
    QueryParameters all = new QueryParameters(said);
    said.keySet().stream().filter(name -> !ELSEWHERE.contains(name)).forEach(all::want);
    return new EventQuery(
        List.copyOf(all.wanted),
        all.values("eventType"),
        all.values("EQ_eventID"),
        new EventTimes(
            all.time("GE_eventTime"),
            all.time("LT_eventTime"),
            all.time("GE_recordTime"),
            all.time("LT_recordTime")),
        all.order(),
        all.limits());
  }

  private void want(String name) {
    if (name.equals("EQ_action")) {
      List<String> actions = values(name);
      if (!Set.of("ADD", "OBSERVE", "DELETE").containsAll(actions)) {
        throw wrong(name, "An action is ADD, OBSERVE or DELETE");
      }
      add(name, actions);
    } else if (WORDS.containsKey(name)) {
      add(name, values(name).stream().map(WORDS.get(name)::address).toList());
    } else if (IDENTIFIERS.contains(name)) {
      add(name, values(name).stream().map(EventTerms::normal).toList());
    } else if (name.equals("EQ_correctiveEventID")) {
      add(name, values(name));
    } else if (name.equals("EXISTS_errorDeclaration")) {
      add(name, List.of(""));
    } else {
      add(typed(name), values(name).stream().map(EventTerms::normal).toList());
    }
  }

  /** A parameter whose name ends in a type. */
  private static String typed(String name) {
    return TYPED.entrySet().stream()
        .filter(known -> name.startsWith(known.getKey()))
        .findFirst()
        .map(
            known ->
                known.getKey() + known.getValue().address(name.substring(known.getKey().length())))
        .orElseThrow(() -> wrong(name, "There is no such query parameter"));
  }

  private void add(String parameter, List<String> values) {
    wanted.add(values.stream().map(value -> EventTerms.term(parameter, value)).toList());
  }

  private List<String> values(String name) {
    String text = said.get(name);
    if (text == null) {
      return List.of();
    }
    List<String> values =
        Arrays.stream(text.split(",")).map(String::strip).filter(one -> !one.isEmpty()).toList();
    if (values.isEmpty() || values.size() > MOST_VALUES) {
      throw wrong(name, "Give 1 to %d values, with commas between them".formatted(MOST_VALUES));
    }
    return values;
  }

  private Optional<Instant> time(String name) {
    return Optional.ofNullable(said.get(name))
        .map(
            text ->
                EpcisTime.parse(text)
                    .orElseThrow(
                        () ->
                            wrong(
                                name,
                                "Give a moment with its offset, such as"
                                    + " 2026-12-07T08:00:00.000Z")));
  }

  private EventOrder order() {
    String by = said.getOrDefault("orderBy", "recordTime");
    if (!Set.of("eventTime", "recordTime").contains(by)) {
      throw wrong("orderBy", "Events are ordered by eventTime or recordTime");
    }
    String direction =
        said.getOrDefault("orderDirection", said.containsKey("orderBy") ? "DESC" : "ASC");
    if (!Set.of("ASC", "DESC").contains(direction)) {
      throw wrong("orderDirection", "The direction is ASC or DESC");
    }
    return new EventOrder(by.equals("eventTime"), direction.equals("ASC"));
  }

  private EventLimits limits() {
    Optional<Integer> count = number("eventCountLimit", Integer.MAX_VALUE);
    Optional<Integer> most = number("maxEventCount", Integer.MAX_VALUE);
    if (count.isPresent() && most.isPresent()) {
      throw wrong("maxEventCount", "Give either eventCountLimit or maxEventCount");
    }
    return new EventLimits(count, most, number("perPage", LARGEST_PAGE).orElse(USUAL_PAGE));
  }

  private Optional<Integer> number(String name, int most) {
    return Optional.ofNullable(said.get(name))
        .map(
            text -> {
              try {
                int number = Integer.parseInt(text);
                if (number >= 1 && number <= most) {
                  return number;
                }
              } catch (NumberFormatException notANumber) {
                // Said below, as for a number out of range.
              }
              throw wrong(name, "Must be a whole number from 1 to " + most);
            });
  }

  private static EpcisProblem wrong(String name, String sentence) {
    return new EpcisProblem(EpcisProblem.Kind.QUERY_PARAMETER, Excerpt.of(name) + ": " + sentence);
  }
}
