package org.vitrine.accounts.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.vitrine.accounts.Access;
import org.vitrine.accounts.Actor;
import org.vitrine.accounts.Audit;
import org.vitrine.accounts.AuditAction;
import org.vitrine.accounts.Token;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** What administrators demand of everybody who signs in. */
final class HouseRules {
  private static final String SECOND_FACTOR_FOR_STAFF = "second-factor-for-staff";

  /** As long as the administrator who demands it may take to set up their own. */
  private static final Duration TIME_TO_SET_UP = Duration.ofHours(1);

  private final Database database;
  private final Access access;
  private final Audit audit;
  private final Clock clock;
  private final ProofRepository proofs = new ProofRepository();
  private final SettingRepository repository = new SettingRepository();

  HouseRules(Database database, Access access, Audit audit, Clock clock) {
    this.database = database;
    this.access = access;
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
            proofs.endWithoutSecondFactor(transaction, here);
            proofs.shortenWithoutSecondFactor(
                transaction, here, clock.instant().plus(TIME_TO_SET_UP));
            access.changed(transaction);
          }
          audit.record(
              transaction,
              by,
              AuditAction.SETTING_CHANGED,
              SECOND_FACTOR_FOR_STAFF,
              Optional.empty(),
              Map.of("value", rules.secondFactorForStaff()));
          return null;
        });
    access.forgetCallers();
  }
}
