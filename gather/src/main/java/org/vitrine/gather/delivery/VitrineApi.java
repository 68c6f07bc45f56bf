package org.vitrine.gather.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.vitrine.gather.journal.Message;
import org.vitrine.gather.sources.Trouble;

/** Vitrine over HTTP: the only way to it. */
public final class VitrineApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Set<Integer> REFUSALS = Set.of(400, 413, 422);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final URI server;
  private final String key;

  public VitrineApi(URI server, String key) {
    String text = server.toString();
    this.server = URI.create(text.endsWith("/") ? text : text + "/");
    this.key = key;
  }

  Answer send(Message.Kind kind, List<ObjectNode> bodies) throws InterruptedException {
    ArrayNode all = JSON.createArrayNode();
    all.addAll(bodies);
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(kind.path().substring(1)))
            .timeout(ANSWER)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(all.toString()))
            .build();
    try {
      return read(client.send(request, HttpResponse.BodyHandlers.ofString()), kind, bodies.size());
    } catch (IOException failed) {
      return new Answer.Unavailable(
          "%s cannot be reached: %s".formatted(server, Trouble.of(failed)), null);
    }
  }

  private static Answer read(HttpResponse<String> response, Message.Kind kind, int sent) {
    int status = response.statusCode();
    if (status == 200) {
      return kind == Message.Kind.SIGNAL
          ? heardTogether(parsed(response.body()), sent)
          : heardOneByOne(parsed(response.body()), sent);
    }
    String detail = detail(response.body());
    if (REFUSALS.contains(status) && isOfVitrine(response) || status == 413 && sent > 1) {
      return new Answer.NotTogether(detail);
    }
    return switch (status) {
      case 401 -> new Answer.Unavailable("The key is not known there (401)", null);
      case 403 ->
          new Answer.Unavailable("The key may not report: it needs the scope reports (403)", null);
      case 404, 405 ->
          new Answer.Unavailable(
              "There is no %s (%d): is the address right, and the version?"
                  .formatted(kind.path(), status),
              null);
      default ->
          new Answer.Unavailable("It answers %d: %s".formatted(status, detail), wait(response));
    };
  }

  /** What stands between may refuse as well; only Vitrine says what was wrong with a message. */
  private static boolean isOfVitrine(HttpResponse<String> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    return type.startsWith("application/problem+json");
  }

  private static Duration wait(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,4}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(null);
  }

  private static Answer heardTogether(JsonNode answer, int sent) {
    return answer.path("heard").asInt(-1) == sent
        ? new Answer.Heard(sent, 0, List.of())
        : notAsVitrine();
  }

  private static Answer heardOneByOne(JsonNode answer, int sent) {
    List<Integer> named =
        Stream.of("taken", "known", "refused")
            .flatMap(fate -> all(answer, fate))
            .map(VitrineApi::index)
            .sorted()
            .toList();
    if (!named.equals(IntStream.range(0, sent).boxed().toList())) {
      return notAsVitrine();
    }
    return new Answer.Heard(
        answer.path("taken").size(),
        answer.path("known").size(),
        all(answer, "refused")
            .map(one -> new Answer.Refused(index(one), reason(one)))
            .sorted(Comparator.comparing(Answer.Refused::index))
            .toList());
  }

  private static Stream<JsonNode> all(JsonNode answer, String fate) {
    return StreamSupport.stream(answer.path(fate).spliterator(), false);
  }

  private static int index(JsonNode one) {
    return one.path("index").asInt(-1);
  }

  private static String reason(JsonNode one) {
    String field = one.path("field").asText("");
    String reason = one.path("reason").asText("refused");
    return field.isEmpty() ? reason : field + ": " + reason;
  }

  /** A page that says 200 has taken nothing: what counts is what Vitrine says of each message. */
  private static Answer notAsVitrine() {
    return new Answer.Unavailable(
        "It answers, but not as Vitrine does: is the address right, or does a sign-in stand"
            + " between?",
        null);
  }

  private static String detail(String body) {
    JsonNode problem = parsed(body);
    String field = problem.path("field").asText("");
    String detail = problem.path("detail").asText("no reason given");
    return field.isEmpty() ? detail : field + ": " + detail;
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body == null || body.isBlank() ? "{}" : body);
    } catch (JsonProcessingException none) {
      return JSON.createObjectNode();
    }
  }
}
