package org.vitrine;

import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;

/** What is served beside the features that the house lists, such as the demo's own page. */
@FunctionalInterface
public interface MoreFeatures {
  MoreFeatures NONE = (rooms, guards) -> List.of();

  List<Feature> of(Rooms rooms, Guards guards);
}
