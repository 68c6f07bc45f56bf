package org.vitrine.delays;

import org.vitrine.orders.OrderActs.ActingOne;
import org.vitrine.platform.database.Queries;

/** What an offer means for the questions that wait for the house. */
interface RiskClosing {
  /** It was offered: that is the choice that was made. */
  void offered(Queries transaction, DelayOffer offer, ActingOne by);
}
