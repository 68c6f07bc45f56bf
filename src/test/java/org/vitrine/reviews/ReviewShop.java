package org.vitrine.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.json.Json;

/** A shop whose customers propose, and whose quality manager sorts and answers. */
final class ReviewShop {
  private final Shop shop;
  private final Clock clock;
  private final TestClient chen;
  private final TestClient amelia;
  private final TestClient jonas;

  ReviewShop(TestVitrine vitrine, Clock clock) {
    this.shop = new Shop(vitrine);
    this.clock = clock;
    this.chen = shop.staff(Role.QUALITY_MANAGER, "chen@plant.example");
    this.amelia = shop.contact("northwind", "amelia@northwind.example");
    this.jonas = shop.contact("kuehl", "jonas@kuehl.example");
  }

  Shop shop() {
    return shop;
  }

  /** Runs reviews. */
  TestClient chen() {
    return chen;
  }

  /** Of Northwind. */
  TestClient amelia() {
    return amelia;
  }

  /** Of Kühl. */
  TestClient jonas() {
    return jonas;
  }

  /** One that is open for a day. */
  long review(String more) {
    return number(making(more), "number");
  }

  HttpResponse<String> making(String more) {
    Instant now = clock.instant();
    return chen.post(
        "/api/reviews",
        """
        {"title": "The next remote control", "question": "What should it do better?",
         "opens": "%s", "closes": "%s"%s}"""
            .formatted(now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(1)), more));
  }

  HttpResponse<String> proposing(TestClient by, long review, String text) {
    return by.post(
        "/api/reviews/" + review + "/proposals", "{\"text\": %s}".formatted(Json.text(text)));
  }

  long propose(TestClient by, long review, String text) {
    return number(proposing(by, review, text), "proposal");
  }

  HttpResponse<String> voting(TestClient by, long review, long proposal, String choice) {
    return by.post(
        "/api/reviews/" + review + "/votes",
        "{\"proposal\": %d, \"choice\": \"%s\"}".formatted(proposal, choice));
  }

  void vote(TestClient by, long review, long proposal, String choice) {
    HttpResponse<String> answer = voting(by, review, proposal, choice);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  JsonNode page(TestClient by, long review) {
    return by.json("/api/reviews/" + review);
  }

  JsonNode alike(TestClient by, long review, String text) {
    return by.json(
            "/api/reviews/"
                + review
                + "/proposals/alike?text="
                + URLEncoder.encode(text, StandardCharsets.UTF_8))
        .get("proposals");
  }

  JsonNode cards(TestClient by, long review) {
    return by.json("/api/reviews/" + review + "/cards").get("cards");
  }

  JsonNode groups(long review) {
    return chen.json("/api/reviews/" + review + "/groups").get("groups");
  }

  HttpResponse<String> answering(long review, String body) {
    return chen.post("/api/reviews/" + review + "/answers", body);
  }

  private static long number(HttpResponse<String> answer, String field) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return TestClient.json(answer).get(field).asLong();
  }
}
