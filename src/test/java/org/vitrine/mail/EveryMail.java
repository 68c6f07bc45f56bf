package org.vitrine.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.platform.words.Language;
import org.vitrine.platform.words.Worded;

/** One mail of each kind that there is, by the name of its file. */
final class EveryMail {
  private static final Instant MOMENT = Instant.parse("2026-12-07T06:30:00Z");
  private static final String SECRET = "Zm9yLWEtdGVzdC1vbmx5LW5vdC1hLXJlYWwtc2VjcmV";

  /** What differs by language, as a feature hands it over. */
  private static final List<Worded> LINES =
      List.of(
          language ->
              language == Language.CHINESE ? "SO-1001：终检已完成" : "SO-1001: Final inspection is done",
          language ->
              language == Language.CHINESE ? "SO-1002：订单已完成" : "SO-1002: The order is completed");

  private static MailContent listing(String words, int notices) {
    return MailContent.of(words)
        .with("count", notices)
        .with("first", LINES.getFirst())
        .with("more", notices - 1)
        .listing(LINES.subList(0, notices))
        .leadingTo(notices == 1 ? "/orders/SO-1001" : "/notices");
  }

  private static MailContent invitation(String words) {
    return MailContent.of("mail." + words)
        .with("title", "Quality meeting")
        .with("start", MOMENT)
        .with("was", MOMENT.minusSeconds(86_400))
        .with("minutes", 90)
        .with("reason", "the plant is closed that day")
        .with("from", "Carol Diaz")
        .listing(LINES);
  }

  private static final Map<String, MailContent> INVITATIONS =
      Stream.concat(
              Stream.of(
                      "asked",
                      "asked-instead",
                      "asked-again",
                      "asked-date",
                      "seat-is-yours",
                      "seat-is-free",
                      "all-seats-are-taken",
                      "changed-meanwhile",
                      "coming-up",
                      "coming-up-unanswered")
                  .map(
                      name -> Map.entry(name, invitation(name).leadingTo("/invitation#" + SECRET))),
              Stream.of("called-off", "not-asked").map(name -> Map.entry(name, invitation(name))))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private static MailContent action(String words) {
    return MailContent.of("mail." + words)
        .with("number", "17")
        .with("text", "Leak bench 1 gets a daily check")
        .with("owner", "Chen Yu")
        .with("due", LocalDate.of(2026, 12, 12))
        .with("done", MOMENT)
        .with("by", "Liu Wei")
        .with("who", "Northwind")
        .with("reason", "the bench is replaced")
        .with("word", "Two of ten still leak")
        .leadingTo(words.equals("action-asked") ? "/did-it-work#" + SECRET : "/actions/17");
  }

  private static final Map<String, MailContent> ACTIONS =
      Stream.of(
              "action-yours",
              "action-soon",
              "action-today",
              "action-overdue",
              "action-withdrawn",
              "action-worked",
              "action-reopened",
              "action-asked")
          .collect(Collectors.toMap(name -> name, EveryMail::action));

  private static final Map<String, MailContent> REVIEWS =
      Map.of(
          "proposals-answered",
          MailContent.of("mail.proposals-answered")
              .with("review", "The next series")
              .listing(LINES)
              .leadingTo("/reviews/3"));

  private static final Map<String, MailContent> MEETINGS =
      Map.of(
          "item-dropped",
          MailContent.of("mail.item-dropped")
              .with("meeting", "Quality meeting")
              .with("item", "One of four units leaks")
              .with("reason", "It is solved since the seal was changed")
              .leadingTo("/meetings/18"),
          "raised-dropped",
          MailContent.of("mail.raised-dropped")
              .with("raised", "One of four units leaks")
              .with("reason", "It is solved since the seal was changed")
              .leadingTo("/messages/42"));

  private static MailContent minutes(String words) {
    return MailContent.of("mail." + words)
        .with("title", "What our customers told us")
        .with("day", LocalDate.of(2026, 12, 8))
        .with("until", LocalDate.of(2026, 12, 13))
        .with("text", "Two of 1000 units leaked, not three")
        .with("answer", "The shift log says the same")
        .leadingTo("/meetings/18/minutes");
  }

  private static final Map<String, MailContent> MINUTES =
      Map.of(
          "minutes-prepared", minutes("minutes-prepared"),
          "amendment-taken", minutes("amendment-taken"),
          "amendment-declined", minutes("amendment-declined"),
          "minutes-final", minutes("minutes-final"),
          "you-said", minutes("you-said").listing(LINES));

  private static MailContent recall(String words) {
    return MailContent.of("mail." + words)
        .with("title", "Capacitor C-2231")
        .with("what", "The capacitor ages too fast.")
        .with("hazard", "It can burst and set the cabinet on fire.")
        .with("now", "Switch the unit off and pull the plug.")
        .with("told", MOMENT)
        .listing(LINES)
        .leadingTo("/recall-notices/5d0c2f6e8b7a4c1d9e3f0a6b2c8d4e1f");
  }

  private static final Map<String, MailContent> RECALLS =
      Stream.of(
              "recall-first",
              "recall-more",
              "recall-fewer",
              "recall-corrected",
              "recall-cleared",
              "recall-reminder")
          .collect(Collectors.toMap(name -> name, EveryMail::recall));

  private static MailContent warranty(String words) {
    return MailContent.of("mail." + words)
        .with("product", "KFR-35")
        .with("serial", "AC-000123")
        .with("code", "7K3M-9XQ2")
        .with("until", MOMENT)
        .leadingTo("/warranty/look-up?serial=AC-000123");
  }

  private static final Map<String, MailContent> WARRANTY =
      Map.of(
          "warranty-code", warranty("warranty-code"),
          "warranty-guessed", warranty("warranty-guessed"));

  private static MailContent piece(String words) {
    return MailContent.of("mail." + words)
        .with("serial", "SN-1001")
        .with("product", "KFR-35")
        .with("giver", "Northwind Climate")
        .with("receiver", "Li Na")
        .with("by", "Li Na")
        .with("until", MOMENT)
        .leadingTo(words.equals("piece-offered") ? "/warranty/take-over#" + SECRET : "/warranty");
  }

  private static final Map<String, MailContent> PIECES =
      Stream.concat(
              Stream.of("piece-offered", "piece-given", "piece-received", "piece-returned")
                  .map(name -> Map.entry(name, piece(name))),
              Stream.of(
                  Map.entry(
                      "still-solved-piece",
                      MailContent.of("mail.still-solved-piece")
                          .with("number", "204731")
                          .with("title", "It hums")
                          .with("order", "SN-1001")
                          .with("closed", MOMENT)
                          .leadingTo("/still-solved#" + SECRET)),
                  Map.entry(
                      "still-solved-noted",
                      MailContent.of("mail.still-solved-noted")
                          .with("number", "204731")
                          .with("title", "It hums")
                          .with("closed", MOMENT)
                          .leadingTo("/still-solved#" + SECRET))))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private static MailContent survey(String words) {
    String path = "/surveys/half-year/answer#" + SECRET;
    return MailContent.of("mail." + words)
        .with("title", "How are we doing?")
        .with("about", "SO-1001")
        .with("closes", MOMENT)
        .listing(LINES)
        .offering(
            Stream.of("1", "2", "3", "4", "5")
                .map(score -> new MailContent.MailChoice(language -> score, path + "." + score))
                .toList())
        .leadingTo(path);
  }

  private static final Map<String, MailContent> SURVEYS =
      Map.of(
          "survey",
          survey("survey"),
          "survey-about",
          survey("survey-about"),
          "survey-again",
          survey("survey-again"),
          "survey-results",
          MailContent.of("mail.survey-results")
              .with("title", "How are we doing?")
              .leadingTo("/surveys/half-year/results"));

  private static final Map<String, MailContent> OTHERS =
      Map.of(
          "notice",
          listing("mail.notice", 1),
          "notices",
          listing("mail.notices", 2),
          "digest",
          listing("mail.digest", 2),
          "work",
          listing("mail.work", 1),
          "sign-in",
          MailContent.of("mail.sign-in").with("count", 15).leadingTo("/enter#" + SECRET),
          "invitation",
          MailContent.of("mail.invitation").with("until", MOMENT).leadingTo("/enter#" + SECRET),
          "second-factor-reset",
          MailContent.of("mail.second-factor-reset").with("at", MOMENT).leadingTo("/account"),
          "glass-link-request",
          MailContent.of("mail.glass-link-request")
              .with("order", "SO-1001")
              .with("at", MOMENT)
              .leadingTo("/orders/SO-1001"),
          "still-solved",
          MailContent.of("mail.still-solved")
              .with("number", "204731")
              .with("title", "One of four units leaks")
              .with("order", "SO-1001")
              .with("closed", MOMENT)
              .leadingTo("/still-solved#" + SECRET),
          "after-care",
          MailContent.of("mail.after-care")
              .with("question", "How does it do? Anything that you did not expect?")
              .with("product", "KFR-35")
              .with("order", "SO-1001")
              .with("delivered", LocalDate.of(2026, 12, 7))
              .leadingTo("/after-care#" + SECRET));

  private static MailContent delay(String words) {
    return MailContent.of("mail." + words)
        .with("order", "SO-1001")
        .with("because", "The compressor came late.")
        .with("until", LocalDate.of(2026, 12, 4))
        .with("date", LocalDate.of(2026, 12, 18))
        .listing(LINES)
        .offering(
            List.of(
                new MailContent.MailChoice(
                    language -> "Accept", "/delay-offer#" + SECRET + ".accept")))
        .leadingTo("/delay-offer#" + SECRET);
  }

  private static final Map<String, MailContent> DELAYS =
      Stream.of("delay-offer", "delay-open")
          .collect(Collectors.toMap(Function.identity(), EveryMail::delay));

  private static final Map<String, MailContent> VISITS =
      Stream.of("visit-noted", "visit-corrected")
          .collect(
              Collectors.toMap(
                  Function.identity(),
                  name ->
                      MailContent.of("mail." + name)
                          .with("by", "Liu Wei")
                          .with("who", "Amelia Fox")
                          .with("at", MOMENT)
                          .with("until", MOMENT)
                          .leadingTo("/visits/482115")));

  private static final Map<String, MailContent> WEBHOOKS =
      Stream.of("webhook-failing", "webhook-gone")
          .collect(
              Collectors.toMap(
                  Function.identity(),
                  name ->
                      MailContent.of("mail." + name)
                          .with("webhook", "Planning")
                          .with("since", MOMENT)
                          .leadingTo("/webhooks?endpoint=7")));

  static final Map<String, MailContent> MAILS =
      Stream.of(
              OTHERS,
              INVITATIONS,
              ACTIONS,
              REVIEWS,
              MEETINGS,
              MINUTES,
              RECALLS,
              WARRANTY,
              PIECES,
              SURVEYS,
              VISITS,
              WEBHOOKS,
              DELAYS)
          .flatMap(some -> some.entrySet().stream())
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private EveryMail() {}
}
