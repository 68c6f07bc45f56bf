package org.vitrine.live;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Caller;
import org.vitrine.access.Scope;
import org.vitrine.platform.Rejection;

class OpenConnectionsTest {
  private final OpenConnections open = new OpenConnections(2, 3);

  @Test
  void each_link_and_each_program_has_its_part_and_what_closes_makes_room() {
    Caller link = new Caller.GlassHolder(1);
    EmbeddedChannel first = new EmbeddedChannel();
    open.count(link, first);
    open.count(new Caller.GlassHolder(1), new EmbeddedChannel());
    assertThatThrownBy(() -> open.count(link, new EmbeddedChannel()))
        .isInstanceOf(Rejection.TooMany.class);
    assertThatCode(() -> open.count(new Caller.GlassHolder(2), new EmbeddedChannel()))
        .doesNotThrowAnyException();
    first.close();
    assertThatCode(() -> open.count(link, new EmbeddedChannel())).doesNotThrowAnyException();
    Caller key = new Caller.Key(1, "portal", Set.of(Scope.READ));
    for (int n = 0; n < 3; n++) {
      open.count(key, new EmbeddedChannel());
    }
    assertThatThrownBy(() -> open.count(key, new EmbeddedChannel()))
        .isInstanceOf(Rejection.TooMany.class);
  }
}
