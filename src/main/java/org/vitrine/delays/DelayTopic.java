package org.vitrine.delays;

import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.live.Topic;
import org.vitrine.orders.OrderId;

/** What can be watched of delays; a topic names its audience, so no frame is for two. */
sealed interface DelayTopic extends Topic {

  /** Dates at risk and offers, for staff. */
  record DelayBoard(OfferAudience audience) implements DelayTopic {
    @Override
    public String name() {
      return DelayTopics.BOARD;
    }
  }

  /** A company's offers that wait for an answer. */
  record WaitingOffers(OfferAudience audience) implements DelayTopic {
    @Override
    public String name() {
      return DelayTopics.WAITING;
    }

    @Override
    public Optional<Long> company() {
      return audience.company().map(CompanyId::value);
    }
  }

  /** The offers about an order. */
  record OrderOffers(String name, OrderId order, OfferAudience audience) implements DelayTopic {
    @Override
    public Optional<Long> company() {
      return audience.company().map(CompanyId::value);
    }
  }
}
