package org.vitrine.voices;

import org.vitrine.access.Caller;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Rejection;
import org.vitrine.tracking.GlassLinks;
import org.vitrine.tracking.TrackingRoutes;

/** Who speaks, and for whom: somebody who is signed in, or who holds a link that lets them. */
final class VoiceSpeakers {
  private final GlassLinks links;

  VoiceSpeakers(GlassLinks links) {
    this.links = links;
  }

  /** Who asks; throws where their glass link does not let them speak, or has ended. */
  Speaker of(Caller caller) {
    return caller instanceof Caller.GlassHolder holder
        ? Speaker.of(holder, opens(holder.linkId()))
        : Speaker.of(caller, TrackingRoutes.companyOf(caller));
  }

  /** The same where somebody only looks: whoever holds a link sees whether it lets them speak. */
  Speaker looking(Caller caller) {
    return caller instanceof Caller.GlassHolder holder
        ? Speaker.of(holder, links.opens(holder.linkId()))
        : of(caller);
  }

  /** Whether this audience may speak now, as far as that hangs on a link. */
  boolean maySpeak(VoiceAudience audience) {
    return audience.link().map(links::maySpeak).orElse(true);
  }

  /** For whom the holder of a link speaks; throws where it does not let them, or has ended. */
  CompanyId companyOfHolder(long link) {
    return opens(link).company();
  }

  private GlassLinks.Opens opens(long link) {
    GlassLinks.Opens opens = links.opens(link);
    if (!opens.maySpeak()) {
      throw new Rejection.Forbidden("This link does not allow messages");
    }
    return opens;
  }
}
