package org.vitrine.signin;

import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.ClientNetwork;

/** How much is tried, at all nodes together: from one network where nobody knows by whom. */
public final class StrangersPace {
  private final AttemptThrottle attempts;

  public StrangersPace(AttemptThrottle attempts) {
    this.attempts = attempts;
  }

  /** Throws {@link Rejection.TooMany} where so much of this comes from there. */
  public void admit(String what, String address) {
    String network = what + " from " + ClientNetwork.of(address);
    Optional<String> around =
        ClientNetwork.around(address).map(wide -> what + " from around " + wide);
    around.ifPresent(wide -> attempts.require(AttemptRate.WIDE, wide));
    attempts.admit(AttemptRate.PLACE, network);
    around.ifPresent(wide -> attempts.admit(AttemptRate.WIDE, wide));
  }

  /** The same of a company that is known. */
  public void admit(String what, CompanyId company) {
    attempts.admit(AttemptRate.WIDE, what + " for " + company.value());
  }
}
