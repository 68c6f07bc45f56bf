package org.vitrine.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** The security settings of the installation, which administrators choose. */
final class SecuritySettings {
  private static final String SECOND_FACTOR_FOR_STAFF = "second-factor-for-staff";

  /** As long as the administrator who demands it may take to set up their own. */
  private static final Duration TIME_TO_SET_UP = Duration.ofHours(1);

  private final Database database;
  private final Sessions sessions;
  private final Audit audit;
  private final Clock clock;
  private final SettingRepository repository = new SettingRepository();

  SecuritySettings(Database database, Sessions sessions, Audit audit, Clock clock) {
    this.database = database;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /** The rules that there are. */
  public record Rules(Boolean secondFactorForStaff) {
    public Rules {
      if (secondFactorForStaff == null) {
        throw new Rejection.Invalid("secondFactorForStaff", "Missing");
      }
    }
  }

  Rules current() {
    return new Rules(secondFactorForStaff(database));
  }

  boolean secondFactorForStaff(Queries queries) {
    return repository.isOn(queries, SECOND_FACTOR_FOR_STAFF);
  }

  /**
   * Changes the rules. Where a second factor is demanded from now on, those who work here without
   * one are signed out, open sockets included, and set one up when they come back. Whoever demands
   * it stays for an hour, in which to set up their own.
   */
  void change(Actor by, Rules rules, Token here) {
    database.inTransaction(
        transaction -> {
          boolean wasDemanded =
              repository.set(transaction, SECOND_FACTOR_FOR_STAFF, rules.secondFactorForStaff());
          if (rules.secondFactorForStaff() && !wasDemanded) {
            sessions.proofs().endWithoutSecondFactor(transaction, here);
            sessions
                .proofs()
                .shortenWithoutSecondFactor(
                    transaction, here, clock.instant().plus(TIME_TO_SET_UP));
            sessions.changed(transaction);
          }
          if (rules.secondFactorForStaff() != wasDemanded) {
            audit.record(
                transaction,
                by,
                AuditAction.SETTING_CHANGED,
                SECOND_FACTOR_FOR_STAFF,
                Optional.empty(),
                Map.of("value", rules.secondFactorForStaff()));
          }
          return null;
        });
    sessions.forgetCallers();
  }
}
