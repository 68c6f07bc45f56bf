package org.vitrine.platform.web;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Of which folders of the webroot something is made: the house of all but those whose pages stand
 * alone, such a page of the kit and its own.
 *
 * @param names the folders that it is made of, or those that are left out
 */
record AssetScope(Set<String> names, boolean leavingOut) {
  private static final String KIT = "base";

  static AssetScope allBut(Set<String> folders) {
    return new AssetScope(folders, true);
  }

  static AssetScope theKitAnd(Set<String> folders) {
    return new AssetScope(folders, false);
  }

  Map<String, byte[]> of(Map<String, byte[]> webroot) {
    Map<String, byte[]> kept = new TreeMap<>(webroot);
    kept.keySet().removeIf(path -> !holds(folder(path)));
    return kept;
  }

  private boolean holds(String folder) {
    return folder.equals(KIT) || names.contains(folder) != leavingOut;
  }

  /** The feature's that a file of the webroot belongs to. */
  static String folder(String path) {
    return path.substring(0, Math.max(0, path.indexOf('/')));
  }
}
