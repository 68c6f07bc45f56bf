package org.vitrine.platform.backup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** How a backup is called: by the moment of which it tells, so that names sort by age. */
final class BackupName {
  private static final Pattern OURS = Pattern.compile("vitrine-\\d{8}T\\d{6}Z\\.zip(?:\\.gpg)?");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private BackupName() {}

  static String of(Instant moment, boolean isSealed) {
    return "vitrine-" + MOMENT.format(moment) + ".zip" + (isSealed ? ".gpg" : "");
  }

  static boolean isOne(String name) {
    return OURS.matcher(name).matches();
  }
}
