package org.vitrine.warranty;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.live.TopicPage;
import org.vitrine.live.TopicSource;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.database.Database;
import org.vitrine.tracking.TrackingRoutes;
import org.vitrine.voices.VoiceChange;

/** What companies own, as they watch it: each page is read behind the wall of its company. */
final class OwnPieceTopics implements TopicSource<OwnPieceTopic> {
  private static final Set<String> TOUCHING =
      Set.of(Warranty.KIND, TransferDesk.KIND, Claims.KIND, CourtesyOffer.KIND, VoiceChange.SAID);

  private final OwnPieces pieces;

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  OwnPieceTopics(OwnPieces pieces, Database pages) {
    this.pieces = pieces.over(pages);
  }

  @Override
  public boolean owns(String name) {
    return name.equals(OwnPieceTopic.NAME);
  }

  @Override
  public OwnPieceTopic resolve(String name, Caller caller) {
    if (!caller.may(Permission.OWN_PIECES)) {
      throw TopicSource.nothing(name);
    }
    return TrackingRoutes.companyOf(caller)
        .map(OwnPieceTopic::new)
        .orElseThrow(() -> TopicSource.nothing(name));
  }

  @Override
  public Collection<OwnPieceTopic> touched(
      Collection<Change> changes, Collection<OwnPieceTopic> watched) {
    return watched.stream()
        .filter(
            topic ->
                changes.stream()
                    .anyMatch(
                        change ->
                            TOUCHING.contains(change.kind())
                                && change.company().equals(topic.company())))
        .collect(Collectors.toSet());
  }

  @Override
  public Map<OwnPieceTopic, TopicPage> read(Collection<OwnPieceTopic> topics) {
    Map<OwnPieceTopic, TopicPage> pages = new HashMap<>();
    Set.copyOf(topics)
        .forEach(topic -> pages.put(topic, new TopicPage(pieces.page(topic.owner()), 0)));
    return pages;
  }
}
