package org.vitrine.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.vitrine.platform.Rejection;

class PasswordsTest {
  private final Passwords passwords = new Passwords(PasswordCost.USUAL, 2);

  @Test
  void a_hash_says_how_it_was_made_and_matches_its_password_only() {
    String hash = passwords.hash("winter in foshan");

    assertThat(hash).startsWith("$argon2id$v=19$m=32768,t=3,p=1$");
    assertThat(matches("winter in foshan", Optional.of(hash))).isTrue();
    assertThat(matches("Winter in foshan", Optional.of(hash))).isFalse();
    assertThat(passwords.hash("winter in foshan")).isNotEqualTo(hash);
  }

  @Test
  void nobody_s_password_matches_nothing() {
    assertThat(matches("", Optional.empty())).isFalse();
    assertThat(
            matches("nobody's password, of which only the time it takes counts", Optional.empty()))
        .isFalse();
  }

  @Test
  void composed_and_decomposed_letters_are_the_same_password() {
    String hash = passwords.hash("caf\u00e9 au lait, tôt");

    assertThat(matches("cafe\u0301 au lait, tôt", Optional.of(hash))).isTrue();
  }

  @Test
  void a_crowd_is_told_to_come_back_instead_of_queueing_without_end() throws Exception {
    int crowd = 60;
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Boolean>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < crowd; i++) {
        all.add(
            threads.submit(
                () -> {
                  start.await();
                  try {
                    passwords.matches("winter in foshan", Optional.empty(), Passwords.Who.STRANGER);
                    return true;
                  } catch (Rejection.TooMany full) {
                    return false;
                  }
                }));
      }
      start.countDown();
      assertThat(matches("winter in foshan", Optional.empty()))
          .as("there is room for whoever is known")
          .isFalse();
      int served = 0;
      for (Future<Boolean> one : all) {
        served += one.get() ? 1 : 0;
      }
      assertThat(served).isBetween(12, crowd - 1);
    }
  }

  private boolean matches(String password, Optional<String> hash) {
    return passwords.matches(password, hash, Passwords.Who.KNOWN);
  }
}
