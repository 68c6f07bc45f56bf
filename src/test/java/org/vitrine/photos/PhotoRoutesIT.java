package org.vitrine.photos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Role;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.companies.CompanyId;
import org.vitrine.feature.Feature;
import org.vitrine.fixtures.RawConnection;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Photos over HTTP. */
class PhotoRoutesIT {
  private static final byte[] FILE = PhotoFiles.jpeg(PhotoFiles.corners(600, 300));

  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient customer;
  private static TestClient other;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startWith(PhotoRoutesIT::wall, TestDatabase.freshUrl());
    shop = new Shop(vitrine);
    customer = shop.contact("northwind", "amelia@northwind.example");
    other = shop.contact("contoso", "olga@contoso.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  /** The smallest feature that shows photos: they are hung up, and looked at. */
  private static Feature wall(Database database, Changes changes, Guards guards) {
    Photos photos = new Photos(database, Optional.empty(), Clock.systemUTC());
    return Feature.named("notes")
        .answering(
            () ->
                List.of(
                    Routes.post(
                        "/wall/:id",
                        guards.everyCaller(),
                        exchange -> hang(database, photos, exchange)),
                    Routes.get(
                        "/wall/:id", guards.everyCaller(), exchange -> show(photos, exchange))));
  }

  private static void hang(Database database, Photos photos, Exchange exchange) {
    Caller.SignedIn caller = exchange.caller(Caller.SignedIn.class);
    PhotoOwner owner = PhotoOwner.of(caller, link -> new CompanyId(0));
    List<PhotoId> ids = List.of(new PhotoId(exchange.path("id")));
    database.inTransactionOnBehalfOf(
        caller.company().orElseThrow().value(),
        transaction -> {
          photos.use(transaction, owner, caller.company().get(), ids, "wall");
          return ids;
        });
    exchange.replyEmpty();
  }

  private static void show(Photos photos, Exchange exchange) {
    Caller.SignedIn caller = exchange.caller(Caller.SignedIn.class);
    Photos.reply(
        exchange,
        photos
            .find(PhotoId.inAddress(exchange.path("id")), PhotoSize.FULL, caller.company())
            .orElseThrow(PhotoId::notFound));
  }

  @Test
  void a_photo_is_sent_used_and_shown_as_a_picture_and_nothing_else() throws Exception {
    HttpResponse<String> sent =
        customer.post(
            "/api/photos?name=..%2F%E9%97%A8%22%0A.PNG", FILE, "Content-Type", "image/png");
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
    JsonNode facts = TestClient.json(sent);
    assertThat(facts.get("width").asInt()).isEqualTo(600);
    assertThat(facts.get("height").asInt()).isEqualTo(300);
    String path = "/wall/" + facts.get("id").asText();
    assertThat(customer.get(path).statusCode()).as("not used yet").isEqualTo(404);
    assertThat(customer.post(path, "").statusCode()).isEqualTo(204);

    HttpResponse<byte[]> shown = customer.bytes(path);

    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.headers().map())
        .containsEntry("content-type", List.of("image/jpeg"))
        .containsEntry("x-content-type-options", List.of("nosniff"))
        .containsEntry(
            "content-security-policy",
            List.of("default-src 'none'; frame-ancestors 'none'; sandbox"))
        .containsEntry("cache-control", List.of("private, max-age=31536000, immutable"))
        .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
        .containsEntry(
            "content-disposition",
            List.of("inline; filename=\"photo.jpg\"; filename*=UTF-8''%E9%97%A8.jpg"));
    assertThat(ImageIO.read(new ByteArrayInputStream(shown.body())).getWidth()).isEqualTo(600);
    assertThat(other.get(path).statusCode()).isEqualTo(404);
    assertThat(customer.get("/wall/..%2F..%2Fetc%2Fpasswd").statusCode()).isEqualTo(404);
  }

  @Test
  void whoever_may_say_or_answer_something_may_send_one() {
    assertThat(status(shop.staff(Role.OPERATOR, "zhang@works.example"))).isEqualTo(201);
    assertThat(status(glass(true))).isEqualTo(201);
    assertThat(status(glass(false))).as("a link that may not speak").isEqualTo(403);
    assertThat(status(shop.integrator())).isEqualTo(403);
    assertThat(status(TestClient.unknown(vitrine))).isEqualTo(401);
  }

  private static int status(TestClient client) {
    return client.post("/api/photos", FILE).statusCode();
  }

  private static TestClient glass(boolean maySpeak) {
    shop.order("SO-1");
    String made =
        shop.contact("northwind", "amelia@northwind.example")
            .post("/api/orders/SO-1/links", "{\"maySpeak\": %s}".formatted(maySpeak))
            .body();
    Token link = new Token(made.replaceFirst("(?s).*/glass#([A-Za-z0-9_-]+).*", "$1"));
    return TestClient.withSession(
        vitrine, vitrine.vitrine().rooms().links().open(link, Sessions.From.NOWHERE));
  }

  @Test
  void what_is_not_taken_is_refused_with_a_sentence_whatever_it_is_called() {
    byte[] heic = PhotoFiles.latin("\0\0\0\30ftypheic\0\0\0\0mif1heic");
    HttpResponse<String> answer =
        customer.post("/api/photos?name=IMG_1.jpg", heic, "Content-Type", "image/jpeg");
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.body()).contains("HEIC", "Most Compatible");

    HttpResponse<String> page = customer.post("/api/photos", "<html>", "Content-Type", "text/html");
    assertThat(page.statusCode()).isEqualTo(415);
    assertThat(page.body()).contains("JPEG, PNG or WebP");

    assertThat(customer.post("/api/photos", PhotoFiles.cut(FILE, 900)).statusCode()).isEqualTo(422);
    assertThat(customer.post("/api/photos?nmae=x", FILE).statusCode()).isEqualTo(422);
  }

  /** What is on its way is limited, so that nobody fills the disk by never ending. */
  @Test
  void of_one_sender_three_are_on_their_way_at_once() throws Exception {
    TestClient sender = shop.contact("northwind", "slow@northwind.example");
    int half = FILE.length / 2;
    List<RawConnection> slow = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String head =
          "POST /api/photos HTTP/1.1\r\nHost: localhost\r\n%s: %s\r\nContent-Length: %d\r\n\r\n"
              .formatted(sender.identity()[0], sender.identity()[1], FILE.length);
      slow.add(new RawConnection(vitrine).send(head).send(Arrays.copyOf(FILE, half)));
    }
    int fourth = 0;
    for (int tries = 0; fourth != 429 && tries < 20; tries++) {
      Thread.sleep(200); // More in a minute would be refused for that.
      fourth = sender.post("/api/photos", FILE).statusCode();
    }
    assertThat(fourth).isEqualTo(429);
    for (RawConnection connection : slow) {
      try (connection) {
        connection.send(Arrays.copyOfRange(FILE, half, FILE.length));
        assertThat(connection.reply().status()).isEqualTo(201);
      }
    }
    assertThat(sender.post("/api/photos", FILE).statusCode()).isEqualTo(201);
  }

  @Test
  void more_than_ten_megabytes_are_refused_whether_the_length_is_said_or_not() {
    byte[] large = new byte[10_000_001];
    System.arraycopy(FILE, 0, large, 0, FILE.length);

    assertThat(customer.post("/api/photos", large).statusCode()).isEqualTo(413);
    HttpResponse<String> streamed = customer.post("/api/photos", new ByteArrayInputStream(large));
    assertThat(streamed.statusCode()).isEqualTo(413);
    assertThat(streamed.body()).contains("10 MB");
  }
}
