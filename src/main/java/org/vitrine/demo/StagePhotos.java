package org.vitrine.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.vitrine.demo.Happening.ReportTold;
import org.vitrine.demo.ReportDraft.Post;
import org.vitrine.production.Report.Origin;
import org.vitrine.production.Report.Place;
import org.vitrine.production.Source;

/**
 * What somebody photographs of an order: each stage that it came to, once.
 *
 * @param pictures the name of a picture for each stage
 * @param kept what a picture of this name is kept as
 */
record StagePhotos(Map<String, String> pictures, Function<String, String> kept) {
  private static final Duration A_MOMENT_LATER = Duration.ofMinutes(1);

  List<Aside> of(Story story, Instant now) {
    Map<String, ReportTold> newest = new LinkedHashMap<>();
    story.happenings().stream()
        .filter(ReportTold.class::isInstance)
        .map(ReportTold.class::cast)
        .filter(told -> told.at().isBefore(now.minus(A_MOMENT_LATER)))
        .filter(told -> pictures.containsKey(Objects.toString(told.said().place().stage())))
        .forEach(told -> newest.put(key(told), told));
    return newest.entrySet().stream()
        .map(one -> photographed(story, one.getKey(), one.getValue()))
        .toList();
  }

  private static String key(ReportTold told) {
    Place place = told.said().place();
    return "F%d-%s".formatted(place.line(), place.stage());
  }

  private Aside photographed(Story story, String id, ReportTold told) {
    Origin at = told.said().origin();
    String picture = pictures.get(told.said().place().stage());
    Origin by =
        new Origin(
            Source.SCAN, at.actor(), at.station(), List.of(kept.apply(variant(picture, story))));
    return new Aside(
        story, id, told.at().plus(A_MOMENT_LATER), new Post(told.said().place(), by).seen());
  }

  /** No two orders beside each other show the same. */
  private static String variant(String picture, Story story) {
    return picture + "-" + Plant.order(story.number()) % StagePictures.VARIANTS;
  }
}
