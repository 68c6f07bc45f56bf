package org.vitrine.bench.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.vitrine.bench.Finding;
import org.vitrine.bench.Row;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.Postgres;
import org.vitrine.bench.lab.Vitrine;
import org.vitrine.bench.measure.Interval;
import org.vitrine.bench.measure.RankTest;

/** Row 23. */
final class LookUpTimes implements Row {
  private static final int ALL = 10_000;
  private static final int QUICK = 600;
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final int TRIES = 5;
  private static final int LOCKED = 10;
  private static final int CARDS_AT_ONCE = 50;
  private static final int UNTIL_WARM = 10;
  private static final String WRONG = "0000-0000-0000";

  @Override
  public int number() {
    return 23;
  }

  @Override
  public String job() {
    return "Warranties that are looked up: what a stopwatch tells";
  }

  @Override
  public String method() {
    return """
    Up to %,d look-ups without an account over one kept connection, of six kinds in ever another order: a wrong password or identity at a serial that exists, \
    a wrong and the right password at one that is locked after five tries, and a wrong password at serials that do not exist, first and locked. \
    All bodies must be the same bytes. The times of each kind are compared with those of a serial that does not exist by a Mann-Whitney test; \
    told is the least likelihood, times the number of pairs (Bonferroni): below 0.01 they are told apart.\
    """
        .formatted(ALL);
  }

  /** Each costs what a password costs. */
  @Override
  public Duration longest() {
    return LONGEST.plusMinutes(10);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    return new Measurement(lab).findings();
  }

  /** What is asked, and how the serial of each kind begins. */
  private enum Kind {
    WRONG_PASSWORD("K"),
    WRONG_IDENTITY("I"),
    LOCKED_WRONG("L"),
    LOCKED_RIGHT("L"),
    UNKNOWN("U"),
    UNKNOWN_LOCKED("X");

    private final String letter;

    Kind(String letter) {
      this.letter = letter;
    }
  }

  private static final class Measurement {
    private final Vitrine vitrine;
    private final Postgres database;
    private final int each;
    private final Map<String, String> passwords = new HashMap<>();
    private final Set<String> bodies = new HashSet<>();
    private final Random random = new Random(23);
    private final HttpClient http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Measurement(Lab lab) throws Exception {
      this.database = Postgres.startIn(lab);
      this.vitrine = Vitrine.start(lab, database);
      this.each = (lab.isQuick() ? QUICK : ALL) / Kind.values().length + UNTIL_WARM;
      vitrine.put("/api/companies/northwind", "{\"name\": \"Northwind\"}");
      int pieces = each / (TRIES - 1) + 1;
      register("K", pieces);
      register("I", pieces);
      register("L", LOCKED);
      for (int tried = 0; tried < TRIES * LOCKED; tried++) {
        ask(Kind.LOCKED_WRONG, tried);
        ask(Kind.UNKNOWN_LOCKED, tried);
      }
    }

    private void register(String letter, int count) throws Exception {
      List<String> serials =
          IntStream.range(0, count).mapToObj(number -> letter + "-" + number).toList();
      for (String serial : serials) {
        vitrine.put(
            "/api/warranty/pieces/" + serial,
            """
            {"product": "KFR-35", "company": "northwind", "shippedOn": "2026-03-01", "promise": {"months": 24},
             "identities": ["13800138000"]}\
            """);
      }
      for (int from = 0; from < count; from += CARDS_AT_ONCE) {
        List<String> some = serials.subList(from, Math.min(count, from + CARDS_AT_ONCE));
        JsonNode made =
            vitrine.post(
                "/api/warranty/cards",
                "{\"serials\": [\"%s\"]}".formatted(String.join("\", \"", some)));
        made.get("cards")
            .forEach(
                card -> passwords.put(card.get("serial").asText(), card.get("password").asText()));
      }
    }

    private List<Finding> findings() throws Exception {
      Map<Kind, double[]> times = times();
      double[] unknown = times.get(Kind.UNKNOWN);
      double least =
          Arrays.stream(Kind.values())
              .filter(kind -> kind != Kind.UNKNOWN)
              .mapToDouble(kind -> RankTest.likelihood(times.get(kind), unknown))
              .min()
              .orElseThrow();
      double asked = times.values().stream().mapToInt(values -> values.length).sum();
      return List.of(
          Finding.atLeast(
              0.01,
              "Least likelihood that the times are of one kind",
              Interval.exactly(Math.min(1, least * (Kind.values().length - 1))),
              ""),
          Finding.atMost(1, "Different bodies", Interval.exactly(bodies.size()), ""),
          Finding.beside("Look-ups", Interval.exactly(asked), ""),
          median("A serial that does not exist, p50", unknown),
          median("A wrong password, p50", times.get(Kind.WRONG_PASSWORD)),
          median("The right password of one that is locked, p50", times.get(Kind.LOCKED_RIGHT)));
    }

    private static Finding median(String what, double[] millis) {
      return Finding.beside(what, Interval.of(millis), "ms");
    }

    private Map<Kind, double[]> times() throws Exception {
      Map<Kind, DoubleStream.Builder> times = new EnumMap<>(Kind.class);
      List<Kind> kinds = new ArrayList<>(List.of(Kind.values()));
      kinds.forEach(kind -> times.put(kind, DoubleStream.builder()));
      long end = System.nanoTime() + LONGEST.toNanos();
      for (int round = 0; round < each && System.nanoTime() < end; round++) {
        Collections.shuffle(kinds, random);
        for (Kind kind : kinds) {
          double millis = ask(kind, round);
          if (round >= UNTIL_WARM) {
            times.get(kind).add(millis);
          }
        }
      }
      Map<Kind, double[]> taken = new EnumMap<>(Kind.class);
      times.forEach((kind, values) -> taken.put(kind, values.build().toArray()));
      return taken;
    }

    /** Each serial is asked for as often as it is not locked yet. */
    private double ask(Kind kind, int round) throws Exception {
      boolean isLocked = Set.of("L", "X").contains(kind.letter);
      String serial = kind.letter + "-" + (isLocked ? round % LOCKED : round / (TRIES - 1));
      String secret = kind == Kind.LOCKED_RIGHT ? passwords.get(serial) : WRONG;
      String by = kind == Kind.WRONG_IDENTITY ? "identity" : "password";
      unlimited(round);
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create("http://localhost:" + vitrine.port() + "/api/warranty/look-up"))
              .POST(
                  BodyPublishers.ofString(
                      "{\"serial\": \"%s\", \"%s\": \"%s\"}".formatted(serial, by, secret)))
              .build();
      long began = System.nanoTime();
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      double millis = (System.nanoTime() - began) / 1e6;
      bodies.add(answer.statusCode() + " " + answer.body());
      return millis;
    }

    /** All comes from one network here, which is stopped after fifty tries. */
    private void unlimited(int round) {
      if (round % TRIES == 0) {
        database.execute("DELETE FROM sign_in_attempt");
      }
    }
  }
}
