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
    String network = network(what, address);
    Optional<String> around = around(what, address);
    around.ifPresent(wide -> attempts.require(AttemptRate.WIDE, wide));
    attempts.admit(AttemptRate.PLACE, network);
    around.ifPresent(wide -> attempts.admit(AttemptRate.WIDE, wide));
  }

  /** The same of a company that is known. */
  public void admit(String what, CompanyId company) {
    attempts.admit(AttemptRate.WIDE, what + " for " + company.value());
  }

  /** It succeeded, and so was no guess: a whole plant may stand behind one address. */
  public void takeBack(String what, String address) {
    attempts.takeBack(network(what, address));
    around(what, address).ifPresent(attempts::takeBack);
  }

  private static String network(String what, String address) {
    return what + " from " + ClientNetwork.of(address);
  }

  private static Optional<String> around(String what, String address) {
    return ClientNetwork.around(address).map(wide -> what + " from around " + wide);
  }
}
