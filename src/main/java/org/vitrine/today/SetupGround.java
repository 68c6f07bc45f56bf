package org.vitrine.today;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.access.Role;
import org.vitrine.calendars.Calendars;
import org.vitrine.companies.Companies;
import org.vitrine.mail.MailQueue;
import org.vitrine.people.Colleagues;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.Routings;
import org.vitrine.voices.Departments;

/** What a house has once it is set up; derived, so that nothing has to be ticked off. */
public record SetupGround(
    Companies companies,
    Routings routings,
    Calendars calendars,
    Departments departments,
    MailQueue mails) {

  /**
   * Something that is not there yet.
   *
   * @param leads to where it is set up
   */
  record MissingPiece(String missing, String leads) {}

  List<MissingPiece> missing(Queries queries) {
    List<MissingPiece> missing = new ArrayList<>();
    if (companies.all().isEmpty()) {
      missing.add(new MissingPiece("company", "/companies"));
    }
    if (routings.all().isEmpty()) {
      missing.add(new MissingPiece("routing", "/routings"));
    }
    if (calendars.all().isEmpty()) {
      missing.add(new MissingPiece("calendar", "/calendars"));
    }
    if (departments.all(queries).isEmpty()) {
      missing.add(new MissingPiece("departments", "/departments"));
    }
    if (!mails.isMailed()) {
      missing.add(new MissingPiece("mail", "/mail"));
    }
    if (new Colleagues().inRole(queries, Role.ADMINISTRATOR).size() < 2) {
      missing.add(new MissingPiece("administrator", "/people"));
    }
    return missing;
  }
}
