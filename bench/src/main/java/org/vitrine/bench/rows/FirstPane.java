package org.vitrine.bench.rows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vitrine.bench.Finding;
import org.vitrine.bench.Row;
import org.vitrine.bench.lab.HttpsFront;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.Phone;
import org.vitrine.bench.lab.Plant;
import org.vitrine.bench.lab.Postgres;
import org.vitrine.bench.lab.Vitrine;
import org.vitrine.bench.measure.Interval;
import org.vitrine.bench.measure.Rounds;
import org.vitrine.bench.measure.Series;

/** Row 13. */
final class FirstPane implements Row {
  private static final int REPORTS = 20;
  private static final int WARM_UP = 3;
  private static final String PATH = "/orders/" + Plant.order(1);
  private static final String PANE = ".pane";

  @Override
  public int number() {
    return 13;
  }

  @Override
  public String job() {
    return "First pane of an order on a phone, cold and warm";
  }

  @Override
  public String method() {
    return """
        Chromium as a phone, with %d ms and %.1f Mbit/s as it emulates them itself, opens the page of an order; the time runs from the navigation until the first pane is painted. \
        Cold: the browser has nothing of it; warm: it was there before. Over TLS and HTTP/2 as people outside come, through nginx as docs/operating.md has it; plain HTTP/1.1 from Vitrine itself stands beside. \
        One file: a single HTML page of as many bytes as the cold page takes, with a pane at its end, from the same nginx."""
        .formatted(Phone.LATENCY_MILLIS, Phone.KILOBITS_A_SECOND / 1e3);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    Vitrine vitrine = Vitrine.start(lab, Postgres.startIn(lab));
    Plant plant = new Plant(vitrine);
    plant.takeOrders(1, 1);
    for (int n = 0; n < REPORTS; n++) {
      vitrine.post("/api/reports", plant.report(1, Instant.now()));
    }
    HttpsFront front = HttpsFront.start(lab, vitrine.port());
    Phone phone = lab.keep(new Phone());
    String cookie = vitrine.cookieHeader().split(": ", 2)[1];
    String direct = "http://localhost:" + vitrine.port() + PATH;
    Phone.Visit cold = phone.visits(front.address(PATH), cookie, PANE, WARM_UP).getFirst();
    String oneFile = front.oneFile(cold.bytes());
    Series series =
        new Rounds()
            .of("HTTP/2", round -> turn(phone, front.address(PATH), cookie))
            .of("one file", round -> turn(phone, oneFile, cookie))
            .of("HTTP/1.1", round -> turn(phone, direct, cookie))
            .run(lab.rounds());
    return List.of(
        Finding.atMost(1_900, "First pane, cold", series.of("HTTP/2", "cold"), "ms"),
        Finding.atMost(600, "First pane, warm", series.of("HTTP/2", "warm"), "ms"),
        Finding.atMost(
            1.5,
            "Cold / one file of the same size",
            series.ratio("HTTP/2", "one file", "cold"),
            "x"),
        Finding.atMost(
            1_900, "First pane over plain HTTP/1.1, cold", series.of("HTTP/1.1", "cold"), "ms"),
        Finding.atMost(
            600, "First pane over plain HTTP/1.1, warm", series.of("HTTP/1.1", "warm"), "ms"),
        Finding.beside("One file, cold", series.of("one file", "cold"), "ms"),
        Finding.beside("Requests, cold", series.of("HTTP/2", "requests"), ""),
        Finding.beside("Bytes, cold", Interval.exactly(cold.bytes()), "bytes"));
  }

  private static Map<String, Double> turn(Phone phone, String address, String cookie) {
    List<Phone.Visit> visits = phone.visits(address, cookie, PANE, 2);
    return Map.of(
        "cold", visits.getFirst().millis(),
        "warm", visits.getLast().millis(),
        "requests", (double) visits.getFirst().requests());
  }
}
