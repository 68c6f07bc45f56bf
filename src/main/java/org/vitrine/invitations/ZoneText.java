package org.vitrine.invitations;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/** A zone as calendars are told of it: one STANDARD and at most one DAYLIGHT, anchored in 1970. */
final class ZoneText {
  private ZoneText() {}

  static VTimeZone of(ZoneId zone, ZoneClock clock) {
    List<Observance> observances = new ArrayList<>();
    clock
        .summer()
        .ifPresentOrElse(
            summer -> {
              observances.add(new Standard(onset(summer.ends())));
              observances.add(new Daylight(onset(summer.comes())));
            },
            () ->
                observances.add(
                    new Standard(
                        new PropertyList(
                            since(
                                LocalDateTime.of(YearlyOnset.ANCHOR, 1, 1, 0, 0),
                                clock.standard(),
                                clock.standard())))));
    return new VTimeZone(
        new PropertyList(List.of(new TzId(zone.getId()))), new ComponentList<>(observances));
  }

  private static PropertyList onset(YearlyOnset onset) {
    List<Property> all =
        new ArrayList<>(since(onset.wall(YearlyOnset.ANCHOR), onset.from(), onset.to()));
    all.add(new RRule<>(onset.rule()));
    return new PropertyList(all);
  }

  private static List<Property> since(LocalDateTime wall, ZoneOffset from, ZoneOffset to) {
    return List.of(new DtStart<>(wall), new TzOffsetFrom(from), new TzOffsetTo(to));
  }
}
