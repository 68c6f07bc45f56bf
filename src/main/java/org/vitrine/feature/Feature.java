package org.vitrine.feature;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.vitrine.live.TopicSource;
import org.vitrine.platform.Chore;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.web.PageEntry;
import org.vitrine.platform.web.PageExtension;
import org.vitrine.platform.web.Routes;

/**
 * Everything that a feature brings. Its words and its part of the API's description are found by
 * its name: {@code webroot/NAME/words} and {@code openapi/NAME.json}.
 *
 * @param routes its endpoints
 * @param topics what of it can be watched
 * @param pages its pages, each with the permission that it needs and its place in the menu
 * @param extensions what it draws on the pages of other features
 * @param subscribers what acts on what other features say happened
 * @param sweeps what it forgets when it has run out
 * @param chores what it does by itself, again and again
 */
public record Feature(
    String name,
    List<Routes> routes,
    List<TopicSource<?>> topics,
    List<PageEntry> pages,
    List<PageExtension> extensions,
    List<Subscriber> subscribers,
    List<Consumer<Sweeps>> sweeps,
    List<Chore> chores) {

  public Feature {
    routes = List.copyOf(routes);
    topics = List.copyOf(topics);
    pages = List.copyOf(pages);
    extensions = List.copyOf(extensions);
    subscribers = List.copyOf(subscribers);
    sweeps = List.copyOf(sweeps);
    chores = List.copyOf(chores);
  }

  /** One that brings nothing yet. */
  public static Feature named(String name) {
    return new Feature(
        name, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  public Feature answering(Routes... more) {
    return new Feature(
        name, and(routes, List.of(more)), topics, pages, extensions, subscribers, sweeps, chores);
  }

  public Feature answering(List<Routes> more) {
    return answering(more.toArray(Routes[]::new));
  }

  public Feature watchedBy(TopicSource<?>... more) {
    return new Feature(
        name, routes, and(topics, List.of(more)), pages, extensions, subscribers, sweeps, chores);
  }

  public Feature showing(PageEntry... more) {
    return new Feature(
        name, routes, topics, and(pages, List.of(more)), extensions, subscribers, sweeps, chores);
  }

  /**
   * Draws more on a page of another feature: the module is loaded with that page.
   *
   * @param address as the page's entry has it, such as {@code /orders/:number}
   */
  public Feature extending(String address, String module) {
    List<PageExtension> all = and(extensions, List.of(new PageExtension(address, module)));
    return new Feature(name, routes, topics, pages, all, subscribers, sweeps, chores);
  }

  /** Draws more on every page, such as in the bar on top. */
  public Feature extendingEveryPage(String module) {
    return extending(PageExtension.EVERY_PAGE, module);
  }

  public Feature hearing(Subscriber... more) {
    return new Feature(
        name, routes, topics, pages, extensions, and(subscribers, List.of(more)), sweeps, chores);
  }

  public Feature forgetting(List<Consumer<Sweeps>> more) {
    return new Feature(
        name, routes, topics, pages, extensions, subscribers, and(sweeps, more), chores);
  }

  public Feature doing(Chore... more) {
    List<Chore> all = and(chores, List.of(more));
    return new Feature(name, routes, topics, pages, extensions, subscribers, sweeps, all);
  }

  private static <T> List<T> and(List<T> some, List<? extends T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
