package org.vitrine.recalls;

import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.live.Topic;
import org.vitrine.nonconformances.NonconformanceNumber;
import org.vitrine.orders.OrderNumber;

/** What can be watched of recalls; a topic names its audience, so no frame is for two. */
sealed interface RecallTopic extends Topic {

  /** How telling stands, for those who tell. */
  record OneRecall(NonconformanceNumber nonconformance) implements RecallTopic {
    @Override
    public String name() {
      return RecallTopics.RECALL + nonconformance;
    }
  }

  /** One company's notice. */
  record OneNotice(RecallNoticeId id, NoticeAudience audience) implements RecallTopic {
    @Override
    public String name() {
      return RecallTopics.NOTICE + id;
    }

    @Override
    public Optional<Long> company() {
      return audience.company().map(CompanyId::value);
    }
  }

  /** A company's notices of which something is left to be done. */
  record OpenNotices(NoticeAudience.ForCompany audience) implements RecallTopic {
    @Override
    public String name() {
      return RecallTopics.OPEN;
    }

    @Override
    public Optional<Long> company() {
      return audience.company().map(CompanyId::value);
    }
  }

  /** The notices about an order. */
  record OrderNotices(String name, OrderNumber order, NoticeAudience audience)
      implements RecallTopic {
    @Override
    public Optional<Long> company() {
      return audience.company().map(CompanyId::value);
    }
  }
}
