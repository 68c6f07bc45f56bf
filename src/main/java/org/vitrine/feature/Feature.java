package org.vitrine.feature;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.vitrine.live.TopicSource;
import org.vitrine.platform.Chore;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.health.HealthSource;
import org.vitrine.platform.web.PageEntry;
import org.vitrine.platform.web.PageExtension;
import org.vitrine.platform.web.Routes;

/**
 * Everything that a feature brings. Its words and its part of the API's description are found by
 * its name: {@code webroot/NAME/words} and {@code openapi/NAME.json}.
 *
 * @param routes its endpoints
 * @param topics what of it can be watched
 * @param searched what of it can be found by search
 * @param pages its pages, each with the permission that it needs and its place in the menu
 * @param extensions what it draws on the pages of other features
 * @param subscribers what acts on what other features say happened
 * @param upkeep what it does by itself
 */
public record Feature(
    String name,
    List<Routes> routes,
    List<TopicSource<?>> topics,
    List<SearchSource> searched,
    List<PageEntry> pages,
    List<PageExtension> extensions,
    List<Subscriber> subscribers,
    Upkeep upkeep) {

  public Feature {
    routes = List.copyOf(routes);
    topics = List.copyOf(topics);
    searched = List.copyOf(searched);
    pages = List.copyOf(pages);
    extensions = List.copyOf(extensions);
    subscribers = List.copyOf(subscribers);
  }

  /**
   * What a feature does by itself.
   *
   * @param sweeps what it forgets when it has run out
   * @param chores what it does again and again
   * @param checks how its own parts are, for the page of health
   */
  public record Upkeep(
      List<Consumer<Sweeps>> sweeps, List<Chore> chores, List<HealthSource> checks) {
    static final Upkeep NONE = new Upkeep(List.of(), List.of(), List.of());

    public Upkeep {
      sweeps = List.copyOf(sweeps);
      chores = List.copyOf(chores);
      checks = List.copyOf(checks);
    }
  }

  /** One that brings nothing yet. */
  public static Feature named(String name) {
    return new Feature(
        name, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Upkeep.NONE);
  }

  public Feature answering(Routes... more) {
    return new Feature(
        name, and(routes, List.of(more)), topics, searched, pages, extensions, subscribers, upkeep);
  }

  public Feature answering(List<Routes> more) {
    return answering(more.toArray(Routes[]::new));
  }

  public Feature watchedBy(TopicSource<?>... more) {
    List<TopicSource<?>> all = and(topics, List.of(more));
    return new Feature(name, routes, all, searched, pages, extensions, subscribers, upkeep);
  }

  /** Lets people find these in the box of every page. */
  public Feature foundBy(SearchSource... more) {
    List<SearchSource> all = and(searched, List.of(more));
    return new Feature(name, routes, topics, all, pages, extensions, subscribers, upkeep);
  }

  public Feature showing(PageEntry... more) {
    List<PageEntry> all = and(pages, List.of(more));
    return new Feature(name, routes, topics, searched, all, extensions, subscribers, upkeep);
  }

  /**
   * Draws more on a page of another feature: the module is loaded with that page.
   *
   * @param address as the page's entry has it, such as {@code /orders/:number}
   */
  public Feature extending(String address, String module) {
    List<PageExtension> all = and(extensions, List.of(new PageExtension(address, module)));
    return new Feature(name, routes, topics, searched, pages, all, subscribers, upkeep);
  }

  /** Draws more on every page, such as in the bar on top. */
  public Feature extendingEveryPage(String module) {
    return extending(PageExtension.EVERY_PAGE, module);
  }

  public Feature hearing(Subscriber... more) {
    List<Subscriber> all = and(subscribers, List.of(more));
    return new Feature(name, routes, topics, searched, pages, extensions, all, upkeep);
  }

  public Feature forgetting(List<Consumer<Sweeps>> more) {
    return keptUpBy(new Upkeep(and(sweeps(), more), chores(), checks()));
  }

  public Feature doing(Chore... more) {
    return keptUpBy(new Upkeep(sweeps(), and(chores(), List.of(more)), checks()));
  }

  /** Tells administrators how its own parts are: on the page of health, and by mail. */
  public Feature checkedBy(HealthSource... more) {
    return keptUpBy(new Upkeep(sweeps(), chores(), and(checks(), List.of(more))));
  }

  private Feature keptUpBy(Upkeep more) {
    return new Feature(name, routes, topics, searched, pages, extensions, subscribers, more);
  }

  public List<Consumer<Sweeps>> sweeps() {
    return upkeep.sweeps();
  }

  public List<Chore> chores() {
    return upkeep.chores();
  }

  public List<HealthSource> checks() {
    return upkeep.checks();
  }

  private static <T> List<T> and(List<T> some, List<? extends T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
