package org.vitrine.signin;

import static org.vitrine.platform.web.MenuPlace.Group.OWN;

import java.util.List;
import org.vitrine.access.Sessions;
import org.vitrine.feature.Feature;
import org.vitrine.platform.web.PageEntry;
import org.vitrine.platform.web.Routes;

/** Coming in, staying and leaving, and one's own account. */
public final class SignInFeature {
  private SignInFeature() {}

  /**
   * @param routes what {@link SignIn#routes} makes for this installation
   */
  public static Feature of(
      SignIn signIn, Sessions sessions, SessionRoutes sessionRoutes, List<Routes> routes) {
    return Feature.named("signin")
        .answering(sessionRoutes)
        .answering(routes)
        .showing(
            PageEntry.of("/account", "signin/pages/account.js").inMenu(OWN, 10, "nav.account"),
            PageEntry.of("/sign-in", "signin/pages/sign-in.js"),
            PageEntry.forEverybody("/enter", "signin/pages/enter.js"))
        .extending("/setup", "signin/pages/on-setup.js")
        .forgetting(List.of(signIn::addSweeps, sessions::addSweeps));
  }
}
