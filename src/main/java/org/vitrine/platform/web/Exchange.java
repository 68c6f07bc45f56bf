package org.vitrine.platform.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Paging;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;

/** One request and its reply. */
public final class Exchange implements RequestView {
  private static final String CALLER = "caller";
  private static final int LARGEST_KEPT = 1_000_000;
  private static final Pattern VERSION_TAG = Pattern.compile("\"(\\d{1,18})\"");

  private final RoutingContext context;
  private final TrustedProxies proxies;
  private final RequestBody body;
  private Optional<Consumer<Reply>> keeper = Optional.empty();
  private Optional<Idempotency.SentOnce> sentOnce = Optional.empty();
  private boolean isForNow;

  /** Before its body was read, or where it has none. */
  Exchange(RoutingContext context, TrustedProxies proxies) {
    this(context, proxies, CollectedBody.NONE);
  }

  Exchange(RoutingContext context, TrustedProxies proxies, RequestBody body) {
    this.context = context;
    this.proxies = proxies;
    this.body = body;
  }

  @Override
  public String path(String name) {
    return context.pathParam(name);
  }

  @Override
  public Optional<String> query(String name) {
    List<String> values = context.queryParam(name);
    if (values.size() > 1) {
      throw new Rejection.Invalid(name, "Given more than once");
    }
    if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
      throw new Rejection.Invalid(name, "Contains a NUL character");
    }
    return values.stream().findFirst();
  }

  /** The number of something in the path; what cannot be one is not there. */
  public long id(String name) {
    try {
      return Long.parseLong(path(name));
    } catch (NumberFormatException notANumber) {
      throw new Rejection.NotFound("There is nothing at this address");
    }
  }

  /** Which part of a list is asked for, by {@code after} and {@code limit}. */
  public Paging paging(int usual, int most) {
    return new Paging(query("after"), number("limit", most).orElse((long) usual).intValue());
  }

  /** A whole number from 1 to {@code most}. */
  public Optional<Long> number(String name, long most) {
    return query(name).map(text -> number(name, text, most));
  }

  /** Whether {@code true} is said; not where nothing is. */
  public boolean isYes(String name) {
    return switch (query(name).map(String::strip).orElse("")) {
      case "true" -> true;
      case "false", "" -> false;
      default -> throw new Rejection.Invalid(name, "Must be true or false");
    };
  }

  /** Whether a list is asked for as CSV: by {@code format}, or by what the client accepts. */
  public boolean wantsTable() {
    return query("format")
        .map(
            format ->
                switch (format) {
                  case "csv" -> true;
                  case "json" -> false;
                  default ->
                      throw new Rejection.Invalid(
                          "format", "“%s” is not json or csv".formatted(Excerpt.of(format)));
                })
        .orElseGet(() -> header("Accept").orElse("").startsWith("text/csv"));
  }

  private static long number(String name, String text, long most) {
    try {
      long number = Long.parseLong(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Said below, as for a number out of range.
    }
    throw new Rejection.Invalid(name, "Must be a whole number from 1 to " + most);
  }

  /**
   * Refuses query parameters that the route does not know: a misspelt filter must not widen a list.
   */
  public void onlyQueries(String... known) {
    for (String name : context.queryParams().names()) {
      if (!List.of(known).contains(name)) {
        throw new Rejection.Invalid(
            name, "Unknown query parameter; valid ones are: " + String.join(", ", known));
      }
    }
  }

  /** Everything that was given in the query, each once: for routes whose names are open. */
  public Map<String, String> queries() {
    Map<String, String> given = new TreeMap<>();
    for (String name : context.queryParams().names()) {
      given.put(name, query(name).orElseThrow());
    }
    return given;
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(context.request().getHeader(name));
  }

  @Override
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(context.request().getCookie(name)).map(cookie -> cookie.getValue());
  }

  /**
   * The version that an edit started from, as {@code If-Match} says it (RFC 9110, 13.1.1): one that
   * is not newest is refused, see {@link Rejection.ChangedMeanwhile}. Nothing where the header is
   * absent, or asks only that there be something.
   */
  public Optional<Long> startedFrom() {
    return header("If-Match")
        .map(String::strip)
        .filter(tag -> !tag.equals("*"))
        .map(Exchange::version);
  }

  private static long version(String tag) {
    Matcher version = VERSION_TAG.matcher(tag);
    if (!version.matches()) {
      throw new Rejection.Invalid(
          "If-Match", "Must be a version in quotation marks, such as \"7\"");
    }
    return Long.parseLong(version.group(1));
  }

  /**
   * The body, from its beginning on; on a route that streams, the rest of it as it comes, so that
   * reading may wait.
   */
  public InputStream content() {
    return body.content();
  }

  /** What the body is written in, as whoever sent it says; such as {@code image/jpeg}. */
  public Optional<String> mediaType() {
    return header("Content-Type").map(Media::type);
  }

  public <T> T body(Class<T> type) {
    CollectedBody whole = (CollectedBody) body;
    whole.makeRoomForObjects();
    return Json.read(whole.content(), type);
  }

  /** The body, or this where there is none. */
  public <T> T bodyOr(T absent, Class<T> type) {
    return ((CollectedBody) body).isEmpty() ? absent : body(type);
  }

  /** Who asks, as the guard found out. */
  public <T> T caller(Class<T> type) {
    return type.cast(context.get(CALLER));
  }

  public void rememberCaller(Object caller) {
    context.put(CALLER, caller);
  }

  /**
   * Where whoever asks stands, as far as anybody we trust can tell: the one answer to that
   * question, for whatever is counted, shown or written down by address.
   */
  public String remoteAddress() {
    return proxies.origin(
        context.request().remoteAddress().hostAddress(),
        context.request().headers().getAll(TrustedProxies.HEADER));
  }

  public HttpServerRequest request() {
    return context.request();
  }

  public HttpServerResponse response() {
    return context.response();
  }

  /**
   * A reply as it goes out.
   *
   * @param contentType null where it has no content
   */
  record Reply(int status, String contentType, Buffer content) {}

  void sendOnce(Idempotency.SentOnce sent) {
    this.sentOnce = Optional.of(sent);
  }

  /** The key under which it was sent, where it was and the route goes by it. */
  public Optional<Idempotency.SentOnce> sentOnce() {
    return sentOnce;
  }

  /** Lets somebody keep the reply before whoever asked has it. */
  void beforeReply(Consumer<Reply> keeper) {
    this.keeper = Optional.of(keeper);
  }

  public void reply(Object value) {
    reply(200, value);
  }

  /** Says what is known so far: the same request under the same key may learn more. */
  public void replyForNow(Object value) {
    isForNow = true;
    reply(value);
  }

  boolean isForNow() {
    return isForNow;
  }

  public void reply(int status, Object value) {
    replyBytes(status, "application/json", Buffer.buffer(Json.bytes(value)));
  }

  public void replyBytes(int status, String contentType, Buffer content) {
    keeper.ifPresent(keep -> keep.accept(new Reply(status, contentType, content)));
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, contentType)
        .end(content);
  }

  /**
   * A reply that is longer than memory should hold, as fast as it is taken. Where a piece fails or
   * is not taken the connection is cut: a file that ends early must not look whole. Where the reply
   * is kept it has to fit in memory after all, and goes out whole.
   */
  public void replyInPieces(String contentType, Stream<Buffer> pieces) {
    if (keeper.isPresent()) {
      replyBytes(200, contentType, joined(pieces));
      return;
    }
    HttpServerResponse response =
        context
            .response()
            .setChunked(true)
            .setStatusCode(200)
            .putHeader(HttpHeaders.CONTENT_TYPE, contentType);
    if (context.request().method() != HttpMethod.HEAD) {
      try {
        pieces.forEach(piece -> response.write(piece).await());
      } catch (RuntimeException | Error fault) {
        context.request().connection().close();
        throw fault;
      }
    }
    response.end();
  }

  private static Buffer joined(Stream<Buffer> pieces) {
    Buffer whole = Buffer.buffer();
    pieces.forEach(
        piece -> {
          if (whole.length() + piece.length() > LARGEST_KEPT) {
            throw new IllegalStateException("The reply is too long to be kept");
          }
          whole.appendBuffer(piece);
        });
    return whole;
  }

  public void replyEmpty() {
    keeper.ifPresent(keep -> keep.accept(new Reply(204, null, Buffer.buffer())));
    context.response().setStatusCode(204).end();
  }
}
