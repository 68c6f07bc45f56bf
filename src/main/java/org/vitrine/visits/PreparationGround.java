package org.vitrine.visits;

import java.util.List;
import org.vitrine.actions.Actions;
import org.vitrine.nonconformances.OpenNonconformances;
import org.vitrine.recalls.Recalls;
import org.vitrine.tracking.Tracking;
import org.vitrine.voices.Departments;
import org.vitrine.voices.Voices;

/** The rooms below that fill the sheet. */
public record PreparationGround(
    Tracking tracking,
    Voices voices,
    Departments departments,
    Actions actions,
    OpenNonconformances nonconformances,
    Recalls recalls) {

  List<PreparationPart> parts() {
    return List.of(
        new OrdersPrepared(tracking),
        new MessagesPrepared(voices.open(), departments),
        new PromisesPrepared(actions),
        new NonconformancesPrepared(nonconformances),
        new RecallsPrepared(recalls));
  }
}
