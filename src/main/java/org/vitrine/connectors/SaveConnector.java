package org.vitrine.connectors;

import org.vitrine.intake.ColumnMapping;
import org.vitrine.intake.ImportKind;
import org.vitrine.platform.Rejection;

/**
 * A connector as somebody sets it up: the whole of it each time, but its secret.
 *
 * @param brings orders, or what a plant reports
 * @param mapping how its fields become our columns
 * @param secret the key or password; absent where it stays as it is, empty where there is none
 * @param version the one that whoever saves has seen; absent for one that is new
 */
public record SaveConnector(
    String name,
    ImportKind brings,
    SourceSettings settings,
    ColumnMapping mapping,
    PullRules rules,
    String secret,
    Integer version) {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_SECRET = 4_000;

  public SaveConnector {
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw new Rejection.Invalid("name", "Must be 1 to 80 characters");
    }
    name = name.strip();
    if (brings != ImportKind.ORDERS && brings != ImportKind.PLANT_LOG) {
      throw new Rejection.Invalid("brings", "Must be orders or plant-log");
    }
    if (settings == null) {
      throw new Rejection.Invalid("settings", "Say where the records are");
    }
    mapping = (mapping == null ? ColumnMapping.none() : mapping).requireFitting(brings);
    rules = rules == null ? PullRules.USUAL : rules;
    if (secret != null && secret.length() > LONGEST_SECRET) {
      throw new Rejection.Invalid("secret", "Is longer than 4,000 characters");
    }
  }
}
