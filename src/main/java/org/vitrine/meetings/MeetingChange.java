package org.vitrine.meetings;

import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.changes.Change;

/**
 * That something in a meeting is another than before. The key is its number, the version its own;
 * no more is said, since not everybody may know.
 */
public final class MeetingChange {
  public static final String KIND = "meeting";

  private MeetingChange() {}

  /**
   * @param by whose customers did it, where it was not the house
   */
  static Change of(MeetingNumber number, int version, Optional<CompanyId> by) {
    return new Change(KIND, number.toString(), version, by.map(CompanyId::value));
  }
}
