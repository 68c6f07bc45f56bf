package org.vitrine.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

/** Links are taken back one by one while whoever made them loses the right to have them. */
class LinksThatEndAtOnceIT {
  private static final int ROUNDS = 15;
  private static final int LINKS = 5;
  private static final String LINKS_OF_ORDER = "/api/orders/SO-1/links";

  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient administrator;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    shop.company("contoso", "Contoso");
    shop.order("SO-1");
    administrator = shop.staff(Role.ADMINISTRATOR, "wu.min@foshan.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void nobody_waits_for_somebody_who_waits_for_them() throws Exception {
    long seed = Long.getLong("vitrine.seed", System.nanoTime());
    System.out.println("LinksThatEndAtOnceIT: -Dvitrine.seed=" + seed);
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      TestClient maker = shop.contact("northwind", "maker@northwind.example");
      for (int link = 0; link < LINKS; link++) {
        assertThat(maker.post(LINKS_OF_ORDER, "{}").statusCode()).isEqualTo(201);
      }
      long id = administrator.json("/api/people?q=maker@").at("/people/0/id").asLong();
      List<Callable<Integer>> work = new ArrayList<>();
      work.add(() -> move(id));
      work.add(() -> maker.delete("/api/session").statusCode());
      for (JsonNode link : administrator.json(LINKS_OF_ORDER).at("/links")) {
        if (!link.hasNonNull("revokedAt")) {
          String address = LINKS_OF_ORDER + "/" + link.at("/id").asText();
          work.add(() -> administrator.delete(address).statusCode());
        }
      }
      assertThat(work).hasSize(LINKS + 2);
      Collections.shuffle(work, random);
      assertThat(atOnce(work)).as("seed " + seed).isSubsetOf(200, 204, 401, 404);
    }
    assertThat(
            TestDatabase.find(
                vitrine.databaseUrl(), "SELECT id FROM glass_link WHERE revoked_at IS NULL"))
        .isEmpty();
  }

  private static int move(long person) {
    return administrator
        .put(
            "/api/people/" + person,
            """
            {"name": "maker", "role": "customer", "companies": ["contoso"], "disabled": false}""")
        .statusCode();
  }

  private static List<Integer> atOnce(List<Callable<Integer>> work) throws Exception {
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> answer : threads.invokeAll(work)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }
}
