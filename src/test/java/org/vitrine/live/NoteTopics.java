package org.vitrine.live;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.vitrine.access.Caller;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.platform.changes.Change;

/** All that a plain feature brings for its pages to be live. */
public final class NoteTopics implements TopicSource<NoteTopics.Note> {
  public static final String KIND = "note";
  private static final String PREFIX = "notes/";

  private final String databaseUrl;

  public NoteTopics(String databaseUrl) {
    this.databaseUrl = databaseUrl;
  }

  /** One of them. */
  public record Note(String key) implements Topic {
    @Override
    public String name() {
      return PREFIX + key;
    }
  }

  private record NotePage(String text) {}

  @Override
  public boolean owns(String name) {
    return name.startsWith(PREFIX);
  }

  @Override
  public Note resolve(String name, Caller caller) {
    if (!caller.seesAllCompanies()) {
      throw TopicSource.nothing(name);
    }
    return new Note(name.substring(PREFIX.length()));
  }

  @Override
  public Collection<Note> touched(Collection<Change> changes, Collection<Note> watched) {
    return watched.stream()
        .filter(
            note ->
                changes.stream()
                    .anyMatch(
                        change -> change.kind().equals(KIND) && change.key().equals(note.key())))
        .toList();
  }

  @Override
  public Map<Note, TopicPage> read(Collection<Note> topics) {
    Map<Note, TopicPage> pages = new HashMap<>();
    for (Note note : topics) {
      TestDatabase.find(databaseUrl, "SELECT text FROM note WHERE key = '%s'".formatted(note.key()))
          .forEach(text -> pages.put(note, TopicPage.of(new NotePage(text), 0)));
    }
    return pages;
  }
}
