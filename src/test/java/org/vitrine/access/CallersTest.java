package org.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallersTest {
  private static final Token SECRET = new Token("secret");
  private static final Optional<Caller> SOMEBODY =
      Optional.of(new Caller.Key(1, "erp", Set.of(Scope.READ)));

  private final Callers callers = new Callers();

  @Test
  void an_answer_that_comes_after_all_was_forgotten_is_not_kept() {
    callers.find(
        SECRET,
        () -> {
          callers.forgetAll();
          return SOMEBODY;
        });
    assertThat(callers.remembered(SECRET)).isEmpty();
    assertThat(callers.find(SECRET, Optional::empty)).isEmpty();
  }

  @Test
  void an_answer_is_as_old_as_its_question() {
    callers.find(
        SECRET,
        () -> {
          pause(1_600);
          return SOMEBODY;
        });
    assertThat(callers.remembered(SECRET)).isEmpty();
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
