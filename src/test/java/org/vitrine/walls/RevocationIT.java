package org.vitrine.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Actor;
import org.vitrine.access.Keys;
import org.vitrine.access.Role;
import org.vitrine.access.Scope;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.companies.Company;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.RawConnection;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.tracking.GlassField;

/** A right that was taken away on one node is gone on another, open sockets included. */
class RevocationIT {
  private static final Duration PROMISED = Duration.ofSeconds(2);

  /** What a busy machine may need to notice. */
  private static final Duration SLACK = Duration.ofSeconds(1);

  private static TestVitrine here;
  private static TestVitrine there;
  private static TestClient administrator;
  private static Company northwind;
  private static OrderId order;
  private static int count;

  @BeforeAll
  static void start() {
    here = TestVitrine.start();
    there = here.beside();
    Shop shop = new Shop(here);
    shop.order("SO-1");
    northwind = shop.company("northwind", "Northwind Climate");
    administrator = shop.staff(Role.ADMINISTRATOR, "wu.min@foshan.example");
    order = here.vitrine().rooms().tracking().require(new OrderNumber("SO-1"), Optional.empty());
  }

  @AfterAll
  static void stop() {
    there.close();
    here.close();
  }

  @Test
  void a_session_that_was_signed_out() {
    Token session = open(person()).session();
    assertGone(
        session, "orders/SO-1", () -> TestClient.withSession(here, session).delete("/api/session"));
  }

  @Test
  void a_session_that_its_owner_ended_elsewhere() {
    long person = person();
    Token lost = open(person).session();
    TestClient own = TestClient.withSession(here, open(person).session());
    assertGone(lost, "orders/SO-1", () -> own.delete("/api/sessions"));
    assertThat(own.get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void somebody_who_was_disabled() {
    long person = person();
    assertGone(
        open(person).session(), "orders", () -> change(person, "customer", "northwind", true));
  }

  @Test
  void somebody_who_left_the_company() {
    new Shop(here, "leaving").company("contoso", "Contoso");
    long person = person();
    assertGone(
        open(person).session(), "orders", () -> change(person, "customer", "contoso", false));
  }

  @Test
  void a_key_that_was_revoked() {
    Keys.NewKey key =
        here.vitrine().rooms().keys().create("revoked", Set.of(Scope.READ), Actor.system("test"));
    for (TestVitrine node : List.of(here, there)) {
      assertThat(TestClient.withKey(node, key.token()).get("/api/me").statusCode()).isEqualTo(200);
    }
    assertGone(
        TestClient.withKey(there, key.token()),
        "board",
        () -> administrator.delete("/api/keys/" + key.id()));
  }

  @Test
  void a_glass_link_that_was_revoked() {
    Token link =
        here.vitrine()
            .rooms()
            .links()
            .make(
                order,
                Duration.ofDays(1),
                EnumSet.complementOf(EnumSet.of(GlassField.TRACKING)),
                false,
                "test")
            .token();
    Token session = there.vitrine().rooms().links().open(link, Sessions.From.NOWHERE);
    long id = here.vitrine().rooms().links().of(order, Optional.empty()).getFirst().id();
    assertGone(session, "glass", () -> administrator.delete("/api/orders/SO-1/links/" + id));
    assertThat(
            TestClient.unknown(there)
                .post("/api/glass-session", "{\"token\": \"%s\"}".formatted(link.text()))
                .statusCode())
        .isEqualTo(410);
  }

  @Test
  void somebody_without_the_second_factor_that_is_demanded_from_now_on() {
    long operator =
        here.vitrine()
            .rooms()
            .people()
            .save(List.of(), "Zhao", "zhao-" + ++count + "@foshan.example", Role.OPERATOR);
    try {
      assertGone(open(operator).session(), "board", () -> demandSecondFactor(true));
    } finally {
      demandSecondFactor(false);
    }
  }

  private static void demandSecondFactor(boolean demanded) {
    assertThat(
            administrator
                .put("/api/settings", "{\"secondFactorForStaff\":" + demanded + "}")
                .statusCode())
        .isEqualTo(200);
  }

  /** A page answers when its socket is closed; somebody who wants to stay does not. */
  @Test
  void a_socket_that_will_not_be_closed_is_closed_all_the_same() {
    Token session = open(person()).session();
    try (RawConnection stubborn = new RawConnection(here)) {
      stubborn
          .send(
              "GET /live HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nCookie: vitrine=%s\r\n\r\n"
                  .formatted(session.text()))
          .reply();
      stubborn.send(new byte[] {(byte) 0x81, (byte) (0x80 | 18), 0, 0, 0, 0});
      stubborn.send("{\"watch\":\"orders\"}");
      assertThat(TestClient.withSession(here, session).delete("/api/session").statusCode())
          .isEqualTo(204);
      assertThat(stubborn.closes()).isLessThan(PROMISED.plus(PROMISED).plus(SLACK));
    }
  }

  private static void assertGone(Token session, String topic, Runnable revoke) {
    assertThat(TestClient.withSession(here, session).get("/api/me").statusCode()).isEqualTo(200);
    assertGone(TestClient.withSession(there, session), topic, revoke);
  }

  /** It is used on the other node all the time, by HTTP and by a socket, until it is gone there. */
  private static void assertGone(TestClient elsewhere, String topic, Runnable revoke) {
    try (TestWatcher watcher = new TestWatcher(there, elsewhere).watch(topic)) {
      await("the page", () -> watcher.page(topic) != null);
      assertThat(elsewhere.get("/api/me").statusCode()).isEqualTo(200);
      revoke.run();
      long from = System.nanoTime();
      await(
          "gone everywhere",
          () -> elsewhere.get("/api/me").statusCode() == 401 && watcher.isClosed());
      Duration took = Duration.ofNanos(System.nanoTime() - from);
      System.out.printf("Gone from the other node after %d ms%n", took.toMillis());
      assertThat(took).isLessThan(PROMISED.plus(SLACK));
      assertThat(watcher.gone(topic)).isEqualTo("revoked");
    }
  }

  private static void change(long person, String role, String company, boolean disabled) {
    assertThat(
            administrator
                .put(
                    "/api/people/" + person,
                    "{\"name\": \"Changed\", \"role\": \"%s\", \"companies\": [\"%s\"], \"disabled\": %s}"
                        .formatted(role, company, disabled))
                .statusCode())
        .isEqualTo(200);
  }

  private static long person() {
    return here.vitrine()
        .rooms()
        .people()
        .save(
            List.of(northwind.id()),
            "Amelia",
            "amelia" + ++count + "@northwind.example",
            Role.CUSTOMER);
  }

  private static Sessions.Opened open(long person) {
    return Entrance.open(here, person);
  }
}
