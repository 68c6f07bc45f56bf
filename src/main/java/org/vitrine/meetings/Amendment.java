package org.vitrine.meetings;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.vitrine.companies.CompanyId;

/**
 * What somebody who came wants to read otherwise in minutes that are prepared.
 *
 * @param line which line; absent where it concerns the whole
 * @param company whose contact wants it; absent for staff
 * @param answer what the house says to it, once it is decided
 */
record Amendment(
    long id,
    MeetingNumber meeting,
    Optional<Long> line,
    String text,
    Optional<CompanyId> company,
    long person,
    String author,
    Instant wantedAt,
    AmendmentState state,
    Optional<String> answer) {

  enum AmendmentState {
    OPEN("open"),
    TAKEN("taken"),
    DECLINED("declined");

    private final String code;

    AmendmentState(String code) {
      this.code = code;
    }

    @JsonValue
    String code() {
      return code;
    }

    static AmendmentState of(String code) {
      return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst().orElseThrow();
    }
  }
}
