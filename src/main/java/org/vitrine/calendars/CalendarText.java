package org.vitrine.calendars;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** The holidays and worked days of a calendar as iCalendar (RFC 5545), an event each. */
final class CalendarText {
  private CalendarText() {}

  static String of(CalendarVersion version) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Vitrine//Calendars//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(new XProperty("X-WR-CALNAME", version.calendar().name()));
    for (SpecialDays days : version.calendar().exceptions()) {
      calendar.add(event(days, version));
    }
    StringWriter text = new StringWriter();
    try {
      new CalendarOutputter(false).output(calendar, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static VEvent event(SpecialDays days, CalendarVersion version) {
    Instant saved = version.savedAt();
    VEvent event = new VEvent(false);
    event.add(
        new Uid(
            "%s-%s@vitrine"
                .formatted(
                    version.calendar().code(),
                    days.from().format(DateTimeFormatter.BASIC_ISO_DATE))));
    event.add(new DtStamp(saved));
    event.add(new DtStart<>(days.from()));
    event.add(new DtEnd<>(days.to().plusDays(1)));
    if (days.name() != null) {
      event.add(new Summary(days.name()));
    }
    event.add(
        new XProperty(DayEvent.SPECIAL_DAY, days.isWorked() ? DayEvent.WORKED : DayEvent.HOLIDAY));
    if (days.isWorked()) {
      event.add(new XProperty(DayEvent.HOURS, CalendarFile.hours(days.intervals())));
    }
    return event;
  }
}
