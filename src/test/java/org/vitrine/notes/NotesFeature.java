package org.vitrine.notes;

import static org.vitrine.platform.web.MenuPlace.Group.MAIN;

import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.live.NoteTopics;
import org.vitrine.platform.web.PageEntry;

/**
 * All that a feature with a live page can bring, in the files that docs/architecture.md names, each
 * as small as it can be.
 */
public final class NotesFeature {
  private NotesFeature() {}

  public static Feature of(Notes notes, NoteTopics topics, Guards guards) {
    return Feature.named("notes")
        .answering(new NoteRoutes(notes, guards))
        .watchedBy(topics)
        .showing(
            PageEntry.of("/notes", "notes/pages/notes.js")
                .needing(Permission.READ_PLANT.code())
                .inMenu(MAIN, 90, "nav.notes")
                .watching("notes/board"))
        .extending("/orders/:number", "notes/pages/on-order.js")
        .hearing(new OrderNotes(notes))
        .forgetting(List.of(notes::addSweeps));
  }

  /** A Vitrine that has it. */
  public static TestVitrine start() {
    String url = TestDatabase.freshUrl();
    TestDatabase.execute(url, NoteRepository.MAKE_TABLE);
    return TestVitrine.startWith(
        (database, changes, guards) ->
            of(new Notes(database, changes), new NoteTopics(url), guards),
        url);
  }
}
