package org.vitrine.accounts.signin;

import java.util.Map;
import java.util.Optional;
import org.vitrine.accounts.Actor;
import org.vitrine.accounts.Audit;
import org.vitrine.accounts.AuditAction;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** What administrators demand of everybody who signs in. */
final class HouseRules {
  private final Database database;
  private final Audit audit;
  private final SettingRepository repository = new SettingRepository();

  HouseRules(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
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
    return repository.isOn(queries, "second-factor-for-staff");
  }

  void change(Actor by, Rules rules) {
    database.inTransaction(
        transaction -> {
          repository.set(transaction, "second-factor-for-staff", rules.secondFactorForStaff());
          audit.record(
              transaction,
              by,
              AuditAction.SETTING_CHANGED,
              "second-factor-for-staff",
              Optional.empty(),
              Map.of("value", rules.secondFactorForStaff()));
          return null;
        });
  }
}
