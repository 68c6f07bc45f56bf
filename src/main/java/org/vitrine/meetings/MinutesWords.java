package org.vitrine.meetings;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.vitrine.platform.words.Language;
import org.vitrine.platform.words.Words;

/** How the page of a meeting reads as minutes, in a reader's language. */
final class MinutesWords {
  private final Words words;
  private final ItemTitles titles;

  MinutesWords(Words words) {
    this.words = words;
    this.titles = new ItemTitles(words);
  }

  String text(Language language, String key) {
    return words.text(language, key);
  }

  String heading(JsonNode page, Language language) {
    return words.text(
        language,
        "recorded.heading",
        Map.of("number", page.path("number").asText(), "title", page.path("title").asText()));
  }

  /** When and where it was, who came, and how far its minutes are. */
  List<String> facts(JsonNode page, Language language) {
    List<String> facts = new ArrayList<>();
    ZoneId zone = ZoneId.of(page.path("zone").asText());
    facts.add(moment(page.path("beginsAt").asText(), zone, language));
    String place =
        Stream.of("room", "video")
            .map(page::path)
            .filter(JsonNode::isTextual)
            .map(JsonNode::asText)
            .collect(joined(language));
    if (!place.isEmpty()) {
      facts.add(place);
    }
    if (page.has("here")) {
      facts.add(
          words.text(
              language,
              "recorded.came",
              Map.of(
                  "people", page.at("/here/people").asInt(),
                  "companies", page.at("/here/companies").asInt())));
    }
    if (page.path("came").size() > 0) {
      facts.add(
          StreamSupport.stream(page.path("came").spliterator(), false)
              .map(one -> person(one, language))
              .collect(joined(language)));
    }
    facts.add(
        page.has("finalAt")
            ? words.text(
                language,
                "recorded.final-since",
                Map.of("at", moment(page.path("finalAt").asText(), zone, language)))
            : words.text(language, "recorded.not-final"));
    return facts;
  }

  private Collector<CharSequence, ?, String> joined(Language language) {
    return Collectors.joining(words.text(language, "comma"));
  }

  private String person(JsonNode one, Language language) {
    String name = one.path("name").asText();
    return one.has("company")
        ? words.text(
            language, "recorded.of", Map.of("name", name, "company", one.path("company").asText()))
        : name;
  }

  String item(JsonNode item, Language language) {
    return titles.of(item.path("title").asText(), item.path("facts"), language);
  }

  /** What became of an item; empty where nothing did yet. */
  String came(JsonNode item, Language language) {
    if (item.has("answer")) {
      return words.text(language, "recorded.answer", Map.of("text", item.path("answer").asText()));
    }
    if (item.has("dropped")) {
      return words.text(
          language, "recorded.dropped", Map.of("text", item.path("dropped").asText()));
    }
    return item.path("state").asText().equals("carried")
        ? words.text(language, "recorded.carried")
        : "";
  }

  /**
   * With its number, once there is one; an action with who does it, until when, and how far it is.
   */
  String line(JsonNode page, JsonNode line, Language language) {
    String number = line.has("number") ? line.path("number").asText() + "  " : "";
    String text = line.path("text").asText();
    return number
        + switch (line.path("kind").asText()) {
          case "decision" -> words.text(language, "recorded.decision", Map.of("text", text));
          case "action" -> action(page, line, text, language);
          default -> text;
        };
  }

  private String action(JsonNode page, JsonNode line, String text, Language language) {
    JsonNode action = line.path("action");
    JsonNode followed = page.path("actions").path(action.path("number").asText());
    String said =
        words.text(
            language,
            "recorded.action",
            Map.of(
                "text", text,
                "owner", action.path("owner").asText(),
                "due", day(LocalDate.parse(action.path("due").asText()), language)));
    return followed.has("state")
        ? said + " " + words.text(language, "recorded.action." + followed.path("state").asText())
        : said;
  }

  String correction(JsonNode line, JsonNode correction, Language language) {
    return words.text(
        language,
        "recorded.correction",
        Map.of(
            "number", correction.path("number").asText(),
            "line", line.path("number").asText(),
            "text", correction.path("text").asText()));
  }

  /** What each choice of a vote got, how many voted, and whether it was secret. */
  String result(JsonNode poll, Language language) {
    String colon = words.text(language, "colon");
    JsonNode result = poll.path("result");
    List<String> said = new ArrayList<>();
    for (int choice = 0; choice < poll.path("choices").size(); choice++) {
      said.add(
          poll.path("choices").path(choice).asText()
              + colon
              + result.path("counts").path(choice).asInt());
    }
    said.add(
        words.text(
            language,
            "poll.voted-of",
            Map.of(
                "voted", poll.path("voted").asInt(), "total", result.path("electorate").asInt())));
    said.add(words.text(language, poll.path("secret").asBoolean() ? "poll.secret" : "poll.named"));
    return String.join(" · ", said);
  }

  private String moment(String at, ZoneId zone, Language language) {
    return DateTimeFormatter.ofPattern(words.text(language, "mail.moment"), language.locale())
        .withZone(zone)
        .format(Instant.parse(at));
  }

  private String day(LocalDate day, Language language) {
    return DateTimeFormatter.ofPattern(words.text(language, "mail.day"), language.locale())
        .format(day);
  }
}
