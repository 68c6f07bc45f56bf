package org.vitrine.today;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.vitrine.actions.Actions;
import org.vitrine.health.Health;
import org.vitrine.meetings.Meetings;
import org.vitrine.reviews.Reviews;
import org.vitrine.tracking.Tracking;
import org.vitrine.voices.Voices;

/** The rooms below that fill the page. */
public record TodayGround(
    Tracking tracking,
    Voices voices,
    Actions actions,
    Meetings meetings,
    Reviews reviews,
    CustomerGround customers,
    QualityGround quality,
    Health health,
    SetupGround setup,
    ZoneId zone) {

  List<TodaySection> sections() {
    return Stream.of(
            new TodaySections(
                    tracking.concerns(),
                    voices.open(),
                    actions.due(),
                    meetings.coming(),
                    reviews,
                    customers,
                    zone)
                .all().stream(),
            quality.sections().stream(),
            new HouseSections(health, setup).all().stream())
        .flatMap(sections -> sections)
        .toList();
  }
}
