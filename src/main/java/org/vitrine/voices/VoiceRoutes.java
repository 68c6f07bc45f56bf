package org.vitrine.voices;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.companies.Companies;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.photos.PhotoId;
import org.vitrine.photos.PhotoSize;
import org.vitrine.photos.Photos;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;
import org.vitrine.tracking.Tracking;
import org.vitrine.voices.Voice.VoiceState;
import org.vitrine.voices.VoiceLists.VoiceFilter;

/** Saying something, and reading what was said. */
final class VoiceRoutes implements Routes {
  private static final int MOST_AT_ONCE = 200;
  private static final int LONGEST_TEXT = 2_000;

  private final Voices voices;
  private final VoiceReader reader;
  private final VoiceLists lists;
  private final Tracking tracking;
  private final Companies companies;
  private final Photos photos;
  private final Guards guards;
  private final Idempotency idempotency;

  VoiceRoutes(
      Voices voices,
      VoiceReader reader,
      Tracking tracking,
      Companies companies,
      Photos photos,
      Guards guards,
      Idempotency idempotency) {
    this.voices = voices;
    this.reader = reader;
    this.lists = new VoiceLists(reader);
    this.tracking = tracking;
    this.companies = companies;
    this.photos = photos;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard readers = guards.mayOneOf(Permission.READ_ORDERS, Permission.SPEAK);
    return List.of(
        idempotency.once(Routes.post("/api/voices", guards.may(Permission.SPEAK), this::say)),
        Routes.get("/api/voices", readers, this::list),
        Routes.get("/api/voices/alike", readers, this::alike),
        Routes.get("/api/voices/:number", readers, this::show),
        Routes.get("/api/voices/:number/photos/:id", readers, photo(PhotoSize.FULL)),
        Routes.get(
            "/api/voices/:number/photos/:id/thumbnail", readers, photo(PhotoSize.THUMBNAIL)));
  }

  private void say(Exchange exchange) {
    Caller caller = exchange.caller(Caller.class);
    VoiceNumber number = voices.say(caller, exchange.body(SayVoice.class));
    exchange.response().putHeader("Location", "/api/voices/" + number);
    exchange.reply(201, page(voices.speakers().of(caller), number));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries("as");
    exchange.reply(page(speaker(exchange), number(exchange)));
  }

  /** The page of a voice as this speaker sees it. */
  private Object page(Speaker by, VoiceNumber number) {
    return page(reader, by, number);
  }

  static Object page(VoiceReader reader, Speaker by, VoiceNumber number) {
    VoiceAudience audience = by.audience();
    return reader.as(
        audience,
        queries ->
            Optional.ofNullable(reader.pages(queries, audience, List.of(number)).get(number))
                .orElseThrow(VoiceDesk::notHere));
  }

  private Speaker speaker(Exchange exchange) {
    return voices.speakers().of(exchange.caller(Caller.class));
  }

  static VoiceNumber number(Exchange exchange) {
    return VoiceTopics.number(exchange.path("number")).orElseThrow(VoiceDesk::notHere);
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries(
        "company", "order", "state", "kind", "department", "mine", "text", "after", "limit", "as");
    Speaker by = speaker(exchange);
    exchange.reply(
        lists.list(
            by,
            new VoiceFilter(
                exchange.query("company").map(code -> company(code, by)),
                exchange.query("order").map(order -> order(order, by)),
                exchange.query("state").map(VoiceRoutes::state),
                exchange.query("kind").map(VoiceRoutes::kind),
                exchange.query("department"),
                exchange.query("mine").map(VoiceRoutes::yesOrNo).orElse(false),
                exchange.query("text").map(Blanks::stripped).filter(text -> !text.isEmpty()),
                exchange.paging(50, MOST_AT_ONCE))));
  }

  private void alike(Exchange exchange) {
    exchange.onlyQueries("order", "text", "as");
    Speaker by = speaker(exchange);
    OrderId order =
        exchange
            .query("order")
            .map(number -> order(number, by))
            .orElseThrow(() -> new Rejection.Invalid("order", "Give the number of the order"));
    String text = exchange.query("text").orElse("");
    if (text.length() > LONGEST_TEXT) {
      text = text.substring(0, LONGEST_TEXT);
    }
    exchange.reply(Map.of("voices", lists.alike(by, order, text)));
  }

  private CompanyId company(String code, Speaker by) {
    if (!by.seesAll()) {
      throw new Rejection.Forbidden("You read what your own company said");
    }
    return companies.require(code).id();
  }

  private OrderId order(String number, Speaker by) {
    OrderId order = tracking.require(new OrderNumber(number), by.company());
    if (by.opens().filter(link -> !link.order().equals(order)).isPresent()) {
      throw new Rejection.NotFound("There is no such order");
    }
    return order;
  }

  private Endpoint.Handler photo(PhotoSize size) {
    return exchange -> {
      Speaker by = speaker(exchange);
      VoiceNumber number = number(exchange);
      PhotoId id = PhotoId.inAddress(exchange.path("id"));
      VoiceAudience audience = by.audience();
      reader.as(audience, queries -> reader.find(queries, audience, List.of(number))).stream()
          .filter(voice -> VoicePhotos.isIn(voice, id.text()))
          .findFirst()
          .orElseThrow(PhotoId::notFound);
      Photos.reply(exchange, photos.find(id, size, by.company()).orElseThrow(PhotoId::notFound));
    };
  }

  private static String state(String code) {
    return Arrays.stream(VoiceState.values())
        .map(VoiceState::code)
        .filter(code::equals)
        .findFirst()
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    "state",
                    "“%s” is not one of: open, waiting, closed".formatted(Excerpt.of(code))));
  }

  private static VoiceKind kind(String code) {
    return Arrays.stream(VoiceKind.values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    "kind",
                    "“%s” is not one of: wish, question, complaint, care"
                        .formatted(Excerpt.of(code))));
  }

  private static boolean yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new Rejection.Invalid("mine", "Must be true or false");
    };
  }
}
