package org.vitrine.bench.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

/** People of companies that are customers, and what they say when they are signed in. */
public final class Guests {
  public static final int COMPANIES = 10;
  public static final int PEOPLE = 500;

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String MAKE =
      """
      INSERT INTO person (name, email, role, created_at)
      SELECT 'Guest ' || n, 'guest' || n || '@guests.example', 'customer', now() FROM generate_series(0, %d) n;
      INSERT INTO membership (person_id, company_id)
      SELECT p.id, c.id
        FROM person p
        JOIN company c ON c.code = 'guests-' || mod(substring(p.email from '[0-9]+')::int, %d)
       WHERE p.email LIKE 'guest%%@guests.example'"""
          .formatted(PEOPLE - 1, COMPANIES);

  private final Vitrine vitrine;
  private final HttpClient http = HttpClient.newHttpClient();

  public Guests(Vitrine vitrine) throws Exception {
    this.vitrine = vitrine;
    for (int company = 0; company < COMPANIES; company++) {
      vitrine.put(
          "/api/companies/guests-" + company,
          "{\"name\": \"Guests %d\", \"kind\": \"customer\", \"tier\": \"gold\"}"
              .formatted(company));
    }
    vitrine.database().execute(MAKE);
  }

  /** As the administrator. */
  public JsonNode say(String method, String path, String body) throws Exception {
    return say(method, path, body, vitrine.cookieHeader().replace("Cookie: ", ""));
  }

  public JsonNode say(String method, String path, String body, String cookie) throws Exception {
    HttpResponse<String> answer = send(method, path, body, cookie);
    return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
  }

  private HttpResponse<String> send(String method, String path, String body, String cookie)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + vitrine.port() + path))
            .header("Cookie", cookie)
            .method(method, BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(path + ": " + answer.body());
    }
    return answer;
  }

  /** The cookie of the n-th of them, by a link whose secret we made. */
  public String signIn(int guest) throws Exception {
    String email = "guest" + guest + "@guests.example";
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(email.getBytes(StandardCharsets.UTF_8));
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    byte[] stored =
        MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    vitrine
        .database()
        .execute(
            "INSERT INTO sign_in_link (token_hash, person_id, expires_at) SELECT '\\x%s', id, now() + interval '1 hour' FROM person WHERE email = '%s'"
                .formatted(HexFormat.of().formatHex(stored), email));
    return send("POST", "/api/session", "{\"token\": \"" + token + "\"}", "none=none")
        .headers()
        .allValues("Set-Cookie")
        .stream()
        .filter(header -> header.startsWith("vitrine="))
        .map(header -> header.substring(0, header.indexOf(';')))
        .findFirst()
        .orElseThrow();
  }
}
