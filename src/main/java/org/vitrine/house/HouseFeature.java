package org.vitrine.house;

import static org.vitrine.platform.web.MenuPlace.Group.MANAGE;

import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.web.PageEntry;

/** The house itself: what it is called, where its plant is, how it is begun, and an example. */
public final class HouseFeature {
  private HouseFeature() {}

  public static Feature of(
      HouseSettings settings, SetupGuide setup, Examples examples, Guards guards) {
    return Feature.named("house")
        .answering(
            new HouseRoutes(settings, guards),
            new SetupRoutes(setup, guards),
            new ExampleRoutes(examples, guards))
        .showing(
            PageEntry.of("/setup", "house/pages/setup.js")
                .needing(Permission.SET_HOUSE.code())
                .inMenu(MANAGE, 1, "nav.setup"))
        .extending("/", "house/pages/on-first.js")
        .extendingEveryPage("house/pages/on-menu.js");
  }
}
