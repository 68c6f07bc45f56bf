package org.vitrine.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.feature.SearchSource;
import org.vitrine.platform.database.Queries;
import org.vitrine.search.IndexedEntry.EntryKey;

/** Writes what the sources say can be found; what is as before is not written again. */
final class SearchIndex {
  /**
   * So many entries a shelf: few enough to go through all of them for one letter, enough that not
   * every question has to ask hundreds of shelves.
   */
  private static final int SHELF_HOLDS = 4_096;

  private final IndexRepository repository = new IndexRepository();

  /** Reads what is at these keys, and makes it what can be found. */
  void readAnew(Queries transaction, SearchSource source, Collection<String> keys) {
    String kind = source.kind();
    repository.lock(transaction, kind);
    Map<EntryKey, IndexedEntry> entries = new LinkedHashMap<>();
    source.read(transaction, keys).stream()
        .map(IndexedEntry::of)
        .forEach(entry -> entries.put(entry.key(), entry));
    if (!entries.isEmpty()) {
      repository.save(transaction, kind, onShelves(transaction, kind, entries));
    }
    Set<String> looked = new HashSet<>(keys);
    entries.keySet().forEach(key -> looked.add(key.key()));
    repository.forget(transaction, kind, looked, entries.keySet());
  }

  /** What led to these addresses is gone. */
  void forgetLeadingTo(Queries transaction, SearchSource source, Collection<String> addresses) {
    if (!addresses.isEmpty()) {
      repository.lock(transaction, source.kind());
      repository.forgetLeadingTo(transaction, source.kind(), addresses);
    }
  }

  /** What is there stays where it is; what is new goes to the newest. */
  private Map<IndexedEntry, Integer> onShelves(
      Queries transaction, String kind, Map<EntryKey, IndexedEntry> entries) {
    List<String> keys = entries.keySet().stream().map(EntryKey::key).toList();
    Map<EntryKey, Integer> known = repository.shelves(transaction, kind, keys);
    int fresh = (int) entries.keySet().stream().filter(key -> !known.containsKey(key)).count();
    int newest = fresh == 0 ? 0 : repository.shelfFor(transaction, kind, fresh, SHELF_HOLDS);
    Map<IndexedEntry, Integer> shelves = new HashMap<>();
    entries.forEach((key, entry) -> shelves.put(entry, known.getOrDefault(key, newest)));
    return shelves;
  }
}
