package org.vitrine.bench.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Screens on the shop floor: stations that an administrator made, each set up by its code. */
public final class Screens {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Vitrine vitrine;

  public Screens(Vitrine vitrine) {
    this.vitrine = vitrine;
  }

  /** So many stations of an operation; answers the header of each one's requests. */
  public List<String> setUp(int count, String operation) throws IOException, InterruptedException {
    List<String> cookies = new ArrayList<>();
    for (int n = 1; n <= count; n++) {
      JsonNode made =
          read(
              asKeeper(
                  "/api/stations",
                  "{\"name\": \"Station %d\", \"operations\": [\"%s\"]}".formatted(n, operation)));
      JsonNode code = read(asKeeper("/api/stations/" + made.get("id") + "/set-up", ""));
      cookies.add(
          cookie(
              send(
                  request("/api/station/set-up")
                      .POST(BodyPublishers.ofString("{\"code\": " + code.get("code") + "}")))));
    }
    return cookies;
  }

  private HttpResponse<String> asKeeper(String path, String body)
      throws IOException, InterruptedException {
    String[] cookie = vitrine.cookieHeader().split(": ", 2);
    return send(request(path).header(cookie[0], cookie[1]).POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + vitrine.port() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.uri() + ": " + answer.body());
    }
    return answer;
  }

  private static JsonNode read(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  private static String cookie(HttpResponse<String> answer) {
    String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
    return "Cookie: " + set.substring(0, set.indexOf(';'));
  }
}
