package org.vitrine.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.SignedUp.AMELIA;
import static org.vitrine.fixtures.SignedUp.LI_WEN;
import static org.vitrine.fixtures.SignedUp.credentials;
import static org.vitrine.fixtures.SignedUp.expect;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.SignedUp;
import org.vitrine.fixtures.TestBrowser;
import org.vitrine.fixtures.TestVitrine;

/** Whether somebody is known is not told by how much is done about them either. */
class SameWorkIT {
  private final AtomicInteger statements = new AtomicInteger();

  @Test
  void a_wrong_password_costs_as_many_statements_whoever_it_is_for() {
    try (TestVitrine vitrine = TestVitrine.rewording(this::counted)) {
      new SignedUp(vitrine);
      refused(vitrine, "somebody@works.example"); // What is noted once an hour is noted now.

      int unknown = refused(vitrine, "nobody@works.example");
      assertThat(unknown).isGreaterThan(2);
      assertThat(refused(vitrine, LI_WEN)).as("staff").isEqualTo(unknown);
      assertThat(refused(vitrine, AMELIA)).as("a contact").isEqualTo(unknown);
    }
  }

  private String counted(String sql) {
    if (sql.contains("sign_in_attempt") || sql.contains("FROM person p") || isAudit(sql)) {
      statements.incrementAndGet();
    }
    return sql;
  }

  private static boolean isAudit(String sql) {
    return sql.contains("INSERT INTO audit");
  }

  /** How many statements of the sign-in it took to refuse this. */
  private int refused(TestVitrine vitrine, String email) {
    int before = statements.get();
    expect(
        401,
        new TestBrowser(vitrine).post("/api/sign-in/password", credentials(email, "a wrong one")));
    return statements.get() - before;
  }
}
