package org.vitrine.platform.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.webroot.Webroot;
import org.vitrine.platform.words.Language;

/**
 * The pages and what they are made of. Everything is read into memory at the start and answered
 * from there: what is not in memory does not exist. While somebody works on the webroot it is read
 * again for every page.
 */
public final class StaticFiles {
  private static final Logger LOG = LoggerFactory.getLogger(StaticFiles.class);
  private static final PageEntry NOT_FOUND = PageEntry.forEverybody("", "base/pages/not-found.js");

  /** The router walks up such a path; a page has one address. */
  private static final Pattern DOT_SEGMENT = Pattern.compile("(?i)/(\\.|%2e){1,2}(/|$)");

  /** A page does not wait longer to know who looks: it can ask for that itself. */
  private static final Duration LOOKED_UP_WITHIN = Duration.ofMillis(300);

  private final List<PageEntry> pages;
  private final Viewers viewers;
  private final FirstState first;
  private final Language usual;
  private volatile Site site;

  /** Pages that watch nothing before they are connected. */
  public StaticFiles(List<PageEntry> pages, Viewers viewers) {
    this(pages, viewers, FirstState.NONE, Language.ENGLISH);
  }

  /**
   * @param usual for whoever reads none of ours
   */
  public StaticFiles(List<PageEntry> pages, Viewers viewers, FirstState first, Language usual) {
    this.pages = pages;
    this.viewers = viewers;
    this.first = first;
    this.usual = usual;
    this.site = read();
  }

  private Site read() {
    List<PageEntry> all = Stream.concat(pages.stream(), Stream.of(NOT_FOUND)).toList();
    return new Site(all);
  }

  /** Goes last: it answers what nobody else did. */
  void mount(Router router, TrustedProxies proxies) {
    get(router, Assets.PREFIX + "*", this::answerAsset);
    for (PageEntry page : exactFirst(pages)) {
      get(
          router,
          page.address(),
          context -> answerPage(context, new Exchange(context, proxies), page));
    }
    pages.stream()
        .filter(page -> page.frame().alone())
        .forEach(page -> get(router, page.address() + "/*", this::answerBeside));
    get(router, "/*", this::answerTheLost);
  }

  /**
   * An address that is one page's alone is that page's, whatever a name in another could stand for.
   */
  private static List<PageEntry> exactFirst(List<PageEntry> pages) {
    return pages.stream()
        .sorted(Comparator.comparing(page -> page.address().contains(":")))
        .toList();
  }

  /** Whether a page has this address, as its entry says it. */
  boolean hasPage(String address) {
    return pages.stream().anyMatch(page -> page.address().equals(address));
  }

  private static void get(Router router, String path, Handler<RoutingContext> handler) {
    router.get(path).method(HttpMethod.HEAD).handler(handler);
  }

  private void answerAsset(RoutingContext context) {
    site.asset(context.request().path())
        .ifPresentOrElse(asset -> asset.send(context.request(), 200), context::next);
  }

  private void answerBeside(RoutingContext context) {
    site.beside(context.normalizedPath())
        .ifPresentOrElse(reply -> reply.send(context.request(), 200), context::next);
  }

  private void answerPage(RoutingContext context, Exchange exchange, PageEntry page) {
    if (DOT_SEGMENT.matcher(context.request().path()).find()) {
      context.next();
      return;
    }
    if (Webroot.mayChange()) {
      site = read();
    }
    if (page.personal() && viewers.mayBeKnown(exchange)) {
      answerPersonally(context, exchange, page);
    } else {
      site.page(page, language(context)).send(context.request(), 200);
    }
  }

  private Language language(RoutingContext context) {
    String header = context.request().getHeader("Accept-Language");
    return Language.preferred(header == null ? "" : header, usual);
  }

  /**
   * Who looks is a question to the database. Where that does not answer soon, the page goes without
   * and asks for itself: it says better what is wrong than a browser that waits.
   */
  private void answerPersonally(RoutingContext context, Exchange exchange, PageEntry page) {
    CachedReply plain = site.page(page, language(context));
    AtomicBoolean answered = new AtomicBoolean();
    Consumer<CachedReply> answer =
        reply -> {
          if (answered.compareAndSet(false, true)) {
            reply.send(context.request(), 200);
          }
        };
    context.vertx().setTimer(LOOKED_UP_WITHIN.toMillis(), timer -> answer.accept(plain));
    VirtualThreads.run(
        () -> answer.accept(personal(exchange, page, language(context)).orElse(plain)));
  }

  private Optional<CachedReply> personal(Exchange exchange, PageEntry page, Language language) {
    return known(() -> viewers.viewer(exchange))
        .map(viewer -> site.page(page, language, viewer, known(() -> firstState(exchange, page))));
  }

  private Optional<String> firstState(Exchange exchange, PageEntry page) {
    return page.topic().flatMap(topic -> first.of(exchange, topic.apply(exchange)));
  }

  /** Why something is not known, the page finds out where it asks for it. */
  private static <T> Optional<T> known(Supplier<Optional<T>> ask) {
    try {
      return ask.get();
    } catch (RuntimeException fault) {
      LOG.debug("A page is sent without its first state", fault);
      return Optional.empty();
    }
  }

  /** Programs get a problem as JSON; whoever follows a link gets a page. */
  private void answerTheLost(RoutingContext context) {
    HttpServerRequest request = context.request();
    String accept = request.getHeader("Accept");
    boolean isPerson =
        request.method() == HttpMethod.GET
            && !request.path().startsWith("/api/")
            && accept != null
            && accept.contains("text/html");
    if (isPerson) {
      site.page(NOT_FOUND, language(context)).send(request, 404);
    } else {
      context.next();
    }
  }
}
