package org.vitrine.signin;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;

/** What a new hash costs whoever makes it; the hash itself says what it cost. */
public record PasswordCost(int memoryKib, int passes) {
  /** Decision 0020. */
  public static final PasswordCost USUAL = new PasswordCost(32 * 1024, 3);

  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;

  Argon2Function argon2id() {
    return Argon2Function.getInstance(memoryKib, passes, LANES, HASH_BYTES, Argon2.ID);
  }
}
