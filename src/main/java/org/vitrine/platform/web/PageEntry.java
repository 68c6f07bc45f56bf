package org.vitrine.platform.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A page that a feature brings: it is made from the one shell when it is asked for.
 *
 * @param address its path, with names for what differs: {@code /orders/:number}
 * @param module what draws it, a path below {@code webroot}
 * @param personal whether it shows who looks: then it comes with what it begins with
 * @param permission what one needs to open it, or several of which one is enough, with spaces
 *     between; absent where everybody may
 * @param menu where the menu has it; absent where it has not
 * @param topic what it watches: then it comes with what that is now
 * @param extensions the modules of other features that draw more on it
 * @param frame how it stands among the others
 */
public record PageEntry(
    String address,
    String module,
    boolean personal,
    Optional<String> permission,
    Optional<MenuPlace> menu,
    Optional<Function<Exchange, String>> topic,
    List<String> extensions,
    PageFrame frame) {

  public PageEntry {
    extensions = List.copyOf(extensions);
  }

  /** A page for those who are signed in. */
  public static PageEntry of(String address, String module) {
    return plain(address, module, true);
  }

  /** A page that is the same for everybody, signed in or not. */
  public static PageEntry forEverybody(String address, String module) {
    return plain(address, module, false);
  }

  private static PageEntry plain(String address, String module, boolean personal) {
    return new PageEntry(
        address,
        module,
        personal,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        PageFrame.OF_THE_SITE);
  }

  public PageEntry needing(String needed) {
    return new PageEntry(
        address, module, personal, Optional.of(needed), menu, topic, extensions, frame);
  }

  /** One of these is enough. */
  public PageEntry needingOneOf(String... needed) {
    return needing(String.join(" ", needed));
  }

  /**
   * Puts it into the menu.
   *
   * @param order smaller numbers stand first in their group
   * @param words the key of its name there
   */
  public PageEntry inMenu(MenuPlace.Group group, int order, String words) {
    MenuPlace place = new MenuPlace(group, order, words);
    return new PageEntry(
        address, module, personal, permission, Optional.of(place), topic, extensions, frame);
  }

  /** Says what it watches, by the name that the live path calls it. */
  public PageEntry watching(Function<Exchange, String> name) {
    return new PageEntry(
        address, module, personal, permission, menu, Optional.of(name), extensions, frame);
  }

  public PageEntry watching(String name) {
    return watching(exchange -> name);
  }

  /**
   * It has neither the bar nor the foot of the site, brings only what the kit and its own feature
   * say and look like, and can be installed: see {@link InstallablePage}.
   */
  public PageEntry alone() {
    return standing(frame.standingAlone());
  }

  /**
   * Opens what is closed on every other page.
   *
   * @param part of the device, as a Permissions-Policy calls it: {@code camera}; or {@code media},
   *     for clips that play there
   */
  public PageEntry using(String part) {
    return standing(frame.using(part));
  }

  private PageEntry standing(PageFrame other) {
    return new PageEntry(address, module, personal, permission, menu, topic, extensions, other);
  }

  /** With one more module of another feature. */
  PageEntry extendedBy(String more) {
    List<String> all = Stream.concat(extensions.stream(), Stream.of(more)).toList();
    return new PageEntry(address, module, personal, permission, menu, topic, all, frame);
  }

  /** Its modules, those of others first. */
  List<String> modules() {
    return Stream.concat(extensions.stream(), Stream.of(module)).toList();
  }
}
