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
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A meeting that is held, with whoever is asked to it, and those who write there. */
public final class TableGuests {
  public static final int COMPANIES = 10;
  public static final int INVITED = 500;

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String PEOPLE =
      """
      INSERT INTO person (name, email, role, created_at)
      SELECT 'Guest ' || n, 'guest' || n || '@guests.example', 'customer', now() FROM generate_series(0, %d) n;
      INSERT INTO membership (person_id, company_id)
      SELECT p.id, c.id
        FROM person p
        JOIN company c ON c.code = 'guests-' || mod(substring(p.email from '[0-9]+')::int, %d)
       WHERE p.email LIKE 'guest%%@guests.example'"""
          .formatted(INVITED - 1, COMPANIES);

  private final Vitrine vitrine;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> guests = new ArrayList<>();
  private final long number;
  private final String poll;

  public TableGuests(Vitrine vitrine) throws Exception {
    this.vitrine = vitrine;
    for (int company = 0; company < COMPANIES; company++) {
      vitrine.put(
          "/api/companies/guests-" + company,
          "{\"name\": \"Guests %d\", \"kind\": \"customer\", \"tier\": \"gold\"}"
              .formatted(company));
    }
    vitrine.database().execute(PEOPLE);
    for (int company = 0; company < COMPANIES; company++) {
      guests.add(signIn("guest" + company + "@guests.example"));
    }
    this.number =
        say(
                "POST",
                "/api/meetings",
                """
                {"kind": "quality-improvement", "title": "Measured", "start": "2027-01-12T14:00", "zone": "UTC", "minutes": 60}""")
            .get("number")
            .asLong();
    String companies =
        IntStream.range(0, COMPANIES)
            .mapToObj(company -> "\"guests-" + company + "\"")
            .collect(Collectors.joining(", "));
    say("POST", at("/invitations"), "{\"asked\": {\"companies\": [" + companies + "]}}");
    say("PUT", at(""), "{\"state\": \"live\"}");
    this.poll =
        say("POST", at("/polls"), "{\"question\": \"All?\", \"choices\": [\"Yes\", \"No\"]}")
            .get("key")
            .asText();
  }

  public long number() {
    return number;
  }

  /** The header of somebody of a company. */
  public String guest(int company) {
    return "Cookie: " + guests.get(company);
  }

  /** Even ones write a line of the minutes, odd ones vote for their company. */
  public OpenLoop.Sender writer(int writer) throws Exception {
    if (writer % 2 == 1) {
      String cookie = guests.get(writer / 2 % COMPANIES);
      return due ->
          say(
              "POST",
              at("/ballots"),
              "{\"poll\": \"%s\", \"choice\": %d}".formatted(poll, due.n() / 20 % 2),
              cookie);
    }
    String line =
        say("POST", at("/lines"), "{\"text\": \"Begun\", \"hold\": true}").get("key").asText();
    return due ->
        say(
            "PUT",
            at("/lines/" + line),
            "{\"text\": \"What was said by %d, as far as word %d of the line\", \"hold\": true}"
                .formatted(writer, due.n()));
  }

  private String at(String what) {
    return "/api/meetings/" + number + what;
  }

  private JsonNode say(String method, String path, String body) throws Exception {
    return say(method, path, body, vitrine.cookieHeader().replace("Cookie: ", ""));
  }

  private JsonNode say(String method, String path, String body, String cookie) throws Exception {
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

  /** By a link whose secret we made. */
  private String signIn(String email) throws Exception {
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
