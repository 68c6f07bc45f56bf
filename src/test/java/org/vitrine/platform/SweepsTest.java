package org.vitrine.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SweepsTest {
  private final List<String> swept = new ArrayList<>();
  private final Sweeps sweeps = new Sweeps();

  @Test
  void one_that_fails_keeps_no_other_from_its_work_and_is_logged() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger logger = (Logger) LoggerFactory.getLogger(Sweeps.class);
    log.start();
    logger.addAppender(log);
    sweeps.add("sessions", () -> swept.add("sessions"));
    sweeps.add(
        "links",
        () -> {
          throw new IllegalStateException("the table is gone");
        });
    sweeps.add("the trail", () -> swept.add("the trail"));

    sweeps.run();
    sweeps.run();

    assertThat(swept).containsExactly("sessions", "the trail", "sessions", "the trail");
    assertThat(log.list)
        .hasSize(2)
        .allMatch(
            event ->
                event.getFormattedMessage().contains("links")
                    && event.getThrowableProxy().getMessage().equals("the table is gone"));
    logger.detachAppender(log);
  }
}
