package org.vitrine.evidence;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.evidence.AskedPicture.AskedSpot;
import org.vitrine.evidence.AskedPicture.AskedWords;
import org.vitrine.evidence.EvidencePlaceRepository.PlacedEvidence;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Wording;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.QueryFailed;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.words.Language;
import org.vitrine.platform.words.Words;
import org.vitrine.tracking.Audience;
import org.vitrine.tracking.OrderView;
import org.vitrine.tracking.Tracking;
import org.vitrine.tracking.TrackingRoutes;
import org.vitrine.voices.SayVoice;
import org.vitrine.voices.VoiceKind;
import org.vitrine.voices.VoiceNumber;
import org.vitrine.voices.VoiceParty;
import org.vitrine.voices.VoiceParty.VoiceSide;
import org.vitrine.voices.Voices;

/**
 * “Show us this”: a message with its clock, which the first picture or clip from a station answers
 * that was taken there after it was asked, and that whoever asked sees. Where none of these is left
 * to be seen, the message is open again. Of one company one is asked at a stage at a time.
 */
final class PictureRequests {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID_BYTES = 16;

  private final Database database;
  private final Changes changes;
  private final Tracking tracking;
  private final Voices voices;
  private final Companies companies;
  private final Words words;
  private final Clock clock;
  private final PictureRequestRepository repository = new PictureRequestRepository();

  PictureRequests(
      Database database,
      Changes changes,
      Evidence.EvidenceGround ground,
      Words words,
      Clock clock) {
    this.database = database;
    this.changes = changes;
    this.tracking = ground.tracking();
    this.voices = ground.voices();
    this.companies = ground.companies();
    this.words = words;
    this.clock = clock;
  }

  /**
   * Asks for a picture of a stage; what is asked already stays as it is.
   *
   * @param language in which the message is written, and answered
   */
  AskedPicture ask(Caller by, OrderNumber number, AskedSpot spot, Language language) {
    Optional<CompanyId> company = TrackingRoutes.companyOf(by);
    OrderId order = tracking.require(number, company);
    OrderView view = view(order);
    Audience audience = Audience.of(by);
    if (!view.shows(spot.line(), spot.stage(), audience)) {
      throw new Rejection.NotFound("There is no such stage");
    }
    Optional<AskedPicture> before = standing(order, spot, view.company());
    if (before.isPresent()) {
      return before.get();
    }
    try {
      return ask(by, view, order, spot, language);
    } catch (QueryFailed atOnce) {
      return standing(order, spot, view.company())
          .filter(one -> atOnce.violatesUnique())
          .orElseThrow(() -> atOnce);
    }
  }

  private OrderView view(OrderId order) {
    return tracking.views(Map.of(order, 0L)).stream()
        .findFirst()
        .orElseThrow(() -> new Rejection.NotFound("There is no such order"));
  }

  private Optional<AskedPicture> standing(OrderId order, AskedSpot spot, CompanyId company) {
    return database
        .onBehalfOf(
            Optional.of(company.value()),
            queries -> repository.open(queries, List.of(order), Optional.of(company)))
        .stream()
        .filter(one -> one.spot().equals(spot))
        .findFirst();
  }

  private AskedPicture ask(
      Caller by, OrderView view, OrderId order, AskedSpot spot, Language language) {
    Wording stage = view.stages(Audience.of(by)).get(spot.stage()).name();
    String text =
        words.text(
            language,
            "evidence.asked-message",
            Map.of("stage", stage.byLanguage().getOrDefault(language.tag(), stage.plain())));
    String who =
        companies
            .find(view.company())
            .map(Company::name)
            .map(name -> "%s, %s".formatted(by.actor(), name))
            .orElse(by.actor());
    AskedPicture[] written = new AskedPicture[1];
    voices.say(
        by,
        new SayVoice(
            new OrderNumber(view.number()),
            spot.line(),
            spot.stage(),
            null,
            VoiceKind.WISH,
            text,
            List.of()),
        (transaction, voice) -> {
          written[0] =
              new AskedPicture(
                  randomId(),
                  view.company(),
                  order,
                  spot,
                  voice,
                  new AskedWords(who, text, language),
                  Json.asRead(clock.instant()));
          repository.add(transaction, written[0]);
          changes.record(transaction, List.of(EvidenceChange.of(order, view.company())));
        });
    return written[0];
  }

  private static String randomId() {
    byte[] bits = new byte[ID_BYTES];
    RANDOM.nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }

  /** What is asked for of these orders and was not shown yet. */
  List<AskedPicture> open(
      Queries queries, Collection<OrderId> orders, Optional<CompanyId> company) {
    return orders.isEmpty() ? List.of() : repository.open(queries, orders, company);
  }

  /**
   * Answers what was asked of where this was taken.
   *
   * @param station where it was
   */
  void answer(Queries transaction, EvidencePlace place, String station, PlacedEvidence shown) {
    Instant now = Json.asRead(clock.instant());
    for (AskedPicture asked :
        repository.answerable(
            transaction,
            place.order(),
            place.line(),
            place.stage().orElseThrow(),
            place.takenAt())) {
      repository.close(transaction, asked, shown.hash(), now);
      String text =
          words.text(
              asked.words().language(),
              shown.isClip() ? "evidence.clip-message" : "evidence.shown-message",
              Map.of("station", station));
      try {
        voices.close(
            transaction,
            new VoiceParty(VoiceSide.STAFF, Optional.empty(), station),
            asked.voice(),
            text);
      } catch (Rejection.Conflict solvedMeanwhile) {
        // Somebody closed the message a moment before; the picture is there all the same.
      }
    }
  }

  /**
   * Pictures of an order were taken back, or are kept to the house: whoever was answered and has
   * nothing left to see waits again, with their message.
   */
  void missed(Queries transaction, OrderId order) {
    Instant now = Json.asRead(clock.instant());
    for (AskedPicture asked : repository.unseen(transaction, order)) {
      repository.reopen(transaction, asked, now);
      changes.record(transaction, List.of(EvidenceChange.of(order, asked.company())));
      String text = words.text(asked.words().language(), "evidence.missed-message");
      try {
        voices.reopen(transaction, VoiceParty.SYSTEM, asked.voice(), text);
      } catch (Rejection.Conflict openMeanwhile) {
        // Somebody opened the message a moment before; the picture is asked for all the same.
      }
    }
  }

  /**
   * These messages were closed: nobody waits for their pictures. Not of one that is open again: a
   * picture closed it, and was taken back.
   */
  void closed(Queries transaction, Collection<VoiceNumber> heard) {
    List<VoiceNumber> closed =
        heard.isEmpty() ? List.of() : voices.open().closed(transaction, heard);
    if (closed.isEmpty()) {
      return;
    }
    changes.record(
        transaction,
        repository.closeWith(transaction, closed, clock.instant()).stream()
            .map(one -> EvidenceChange.of(one.order(), one.company()))
            .distinct()
            .toList());
  }
}
