package org.vitrine.bench.lab;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A meeting that is held, with whoever is asked to it, and those who write there. */
public final class TableGuests {
  private final Guests guests;
  private final List<String> cookies = new ArrayList<>();
  private final long number;
  private final String poll;

  public TableGuests(Vitrine vitrine) throws Exception {
    this.guests = new Guests(vitrine);
    for (int company = 0; company < Guests.COMPANIES; company++) {
      cookies.add(guests.signIn(company));
    }
    this.number =
        guests.say(
                "POST",
                "/api/meetings",
                """
                {"kind": "quality-improvement", "title": "Measured", "start": "2027-01-12T14:00", "zone": "UTC", "minutes": 60}""")
            .get("number")
            .asLong();
    String companies =
        IntStream.range(0, Guests.COMPANIES)
            .mapToObj(company -> "\"guests-" + company + "\"")
            .collect(Collectors.joining(", "));
    guests.say("POST", at("/invitations"), "{\"asked\": {\"companies\": [" + companies + "]}}");
    guests.say("PUT", at(""), "{\"state\": \"live\"}");
    this.poll =
        guests.say("POST", at("/polls"), "{\"question\": \"All?\", \"choices\": [\"Yes\", \"No\"]}")
            .get("key")
            .asText();
  }

  public long number() {
    return number;
  }

  /** The header of somebody of a company. */
  public String guest(int company) {
    return "Cookie: " + cookies.get(company);
  }

  /** Even ones write a line of the minutes, odd ones vote for their company. */
  public OpenLoop.Sender writer(int writer) throws Exception {
    if (writer % 2 == 1) {
      String cookie = cookies.get(writer / 2 % Guests.COMPANIES);
      return due ->
          guests.say(
              "POST",
              at("/ballots"),
              "{\"poll\": \"%s\", \"choice\": %d}".formatted(poll, due.n() / 20 % 2),
              cookie);
    }
    String line =
        guests.say("POST", at("/lines"), "{\"text\": \"Begun\", \"hold\": true}").get("key").asText();
    return due ->
        guests.say(
            "PUT",
            at("/lines/" + line),
            "{\"text\": \"What was said by %d, as far as word %d of the line\", \"hold\": true}"
                .formatted(writer, due.n()));
  }

  private String at(String what) {
    return "/api/meetings/" + number + what;
  }
}
