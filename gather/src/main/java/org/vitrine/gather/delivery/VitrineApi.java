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
import java.util.ArrayList;
import java.util.List;
import org.vitrine.gather.journal.Message;
import org.vitrine.gather.sources.Trouble;

/** Vitrine over HTTP: the only way to it. */
public final class VitrineApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);

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
      return read(client.send(request, HttpResponse.BodyHandlers.ofString()), kind);
    } catch (IOException failed) {
      return new Answer.Unavailable(
          "%s cannot be reached: %s".formatted(server, Trouble.of(failed)), null);
    }
  }

  private static Answer read(HttpResponse<String> response, Message.Kind kind) {
    int status = response.statusCode();
    String detail = detail(response.body());
    return switch (status) {
      case 200, 201, 202, 204 -> heard(response.body());
      case 400, 413, 422 -> new Answer.NotTogether(detail);
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

  private static Duration wait(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,4}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(null);
  }

  private static Answer heard(String body) {
    JsonNode answer = parsed(body);
    List<Answer.Refused> refused = new ArrayList<>();
    for (JsonNode one : answer.path("refused")) {
      String field = one.path("field").asText("");
      String reason = one.path("reason").asText("refused");
      refused.add(
          new Answer.Refused(
              one.path("index").asInt(-1), field.isEmpty() ? reason : field + ": " + reason));
    }
    return new Answer.Heard(answer.path("known").size(), refused);
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
