package org.vitrine.live;

import io.netty.channel.Channel;
import java.time.Duration;
import org.vitrine.access.Caller;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Counts;

/**
 * How many live connections each person, glass link and program holds open: many for a person with
 * many windows, and for a link that went to a whole department; more for a program, which may watch
 * for many people.
 */
final class OpenConnections {
  private static final int OF_PERSON_OR_LINK = 1_000;
  private static final int OF_PROGRAM = 100_000;
  private static final Duration COME_BACK_IN = Duration.ofSeconds(10);

  private final int ofPersonOrLink;
  private final int ofProgram;
  private final Counts<String> counts = new Counts<>(Integer.MAX_VALUE);

  OpenConnections() {
    this(OF_PERSON_OR_LINK, OF_PROGRAM);
  }

  OpenConnections(int ofPersonOrLink, int ofProgram) {
    this.ofPersonOrLink = ofPersonOrLink;
    this.ofProgram = ofProgram;
  }

  /**
   * Counts a connection until it ends; throws {@link Rejection.TooMany} where there are too many.
   */
  void count(Caller caller, Channel channel) {
    String holder =
        switch (caller) {
          case Caller.SignedIn person -> "person " + person.id();
          case Caller.GlassHolder glass -> "link " + glass.linkId();
          case Caller.Key key -> "key " + key.id();
          case Caller.Station station -> "station " + station.id();
        };
    if (!counts.add(holder, caller instanceof Caller.Key ? ofProgram : ofPersonOrLink)) {
      throw new Rejection.TooMany("You have too many pages open; close some", COME_BACK_IN);
    }
    channel.closeFuture().addListener(closed -> counts.remove(holder));
  }
}
