package org.vitrine.signin;

import com.password4j.Argon2Function;
import com.password4j.Password;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.vitrine.platform.Rejection;

/**
 * Argon2id, on threads of its own: a hash takes 32 MiB and a tenth of a second, so one or two are
 * made at a time, a few wait, and whoever comes then is told to come back. The parameters are
 * decision 0020.
 */
public final class Passwords {
  private static final int SALT_BYTES = 16;
  private static final int WAITING_AT_MOST = 16;

  /** Of those who are at it or wait; there is always room for people whose browser is known. */
  private static final int STRANGERS_AT_MOST = 12;

  private static final Duration COME_BACK = Duration.ofSeconds(2);

  private final Semaphore strangers = new Semaphore(STRANGERS_AT_MOST);

  private final ThreadPoolExecutor threads;
  private final Argon2Function argon2id;

  /** What the password of somebody who has none, or does not exist, is compared with. */
  private final String nobodys;

  /**
   * @param atOnce how many are made at the same time, 32 MiB each
   */
  public Passwords(PasswordCost cost, int atOnce) {
    threads =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_AT_MOST),
            Thread.ofPlatform().daemon().name("passwords-", 0).factory());
    argon2id = cost.argon2id();
    nobodys = hashNow("nobody's password, of which only the time it takes counts");
    threads.allowCoreThreadTimeOut(true);
  }

  /** For whom it is done: a crowd of strangers leaves room for those who were here before. */
  public enum Who {
    KNOWN,
    STRANGER;

    static Who of(boolean known) {
      return known ? KNOWN : STRANGER;
    }
  }

  public String hash(String password) {
    return inTurn(() -> hashNow(password));
  }

  /** Takes the same time whether there is a hash to compare with or not. */
  public boolean matches(String password, Optional<String> hash, Who who) {
    if (who == Who.KNOWN) {
      return matches(password, hash);
    }
    if (!strangers.tryAcquire()) {
      throw full();
    }
    try {
      return matches(password, hash);
    } finally {
      strangers.release();
    }
  }

  private boolean matches(String password, Optional<String> hash) {
    boolean same =
        inTurn(
            () ->
                Password.check(normal(password), hash.orElse(nobodys))
                    .with(Argon2Function.getInstanceFromHash(hash.orElse(nobodys))));
    return same && hash.isPresent();
  }

  private String hashNow(String password) {
    return Password.hash(normal(password)).addRandomSalt(SALT_BYTES).with(argon2id).getResult();
  }

  /** The same letters are the same password, however a keyboard composes them. */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private <T> T inTurn(Callable<T> work) {
    try {
      Future<T> result = threads.submit(work);
      return result.get();
    } catch (RejectedExecutionException full) {
      throw full();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while hashing", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A password could not be hashed", e.getCause());
    }
  }

  private static Rejection full() {
    return new Rejection.TooMany(
        "Too many passwords are being checked; try again in a moment", COME_BACK);
  }
}
