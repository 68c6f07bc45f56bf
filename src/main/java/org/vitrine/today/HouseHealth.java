package org.vitrine.today;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.access.Keys.ListedKey;
import org.vitrine.evidence.EvidenceRoom;
import org.vitrine.mail.MailQueue.MailStanding;
import org.vitrine.platform.changes.Changes.FailedChanges;
import org.vitrine.platform.database.Queries;
import org.vitrine.today.Backups.NotedBackup;

/** How the installation is, as far as it can tell itself: what the doctor looks at as well. */
record HouseHealth(HouseGround ground, Backups backups) {
  private static final long MEGABYTE = 1_000_000;
  private static final long TOO_LITTLE = 500;
  private static final long LITTLE = 5_000;
  private static final double EVIDENCE_IS_FULL = 0.95;
  private static final double EVIDENCE_FILLS = 0.8;
  private static final double TENTH_OF_A_GIGABYTE = 1e8;
  private static final Duration MAIL_IS_LATE = Duration.ofHours(1);
  private static final Duration KEY_IS_IDLE = Duration.ofDays(90);
  private static final Duration KEY_EXPIRES_SOON = Duration.ofDays(14);
  private static final Duration BACKUP_IS_OLD = Duration.ofDays(7);

  /** The worst first. */
  List<HouseFinding> findings(Queries queries, Instant now) {
    return Stream.of(
            Stream.of(database(queries), readers(queries), backup(queries, now), evidence(queries)),
            disk().stream(),
            mail(queries, now).stream(),
            addresses(queries).stream(),
            forecasts(queries).stream(),
            keys(now))
        .flatMap(some -> some)
        .sorted(Comparator.comparing(HouseFinding::state))
        .toList();
  }

  private static HouseFinding database(Queries queries) {
    return HouseFinding.ok(
        "database", "answers", Map.of("size", new SizeRepository().megabytes(queries)));
  }

  /** Of the disk of a database elsewhere, nothing is known. */
  private Optional<HouseFinding> disk() {
    return ground.data().map(HouseHealth::disk);
  }

  private static HouseFinding disk(Path data) {
    try {
      long free = Files.getFileStore(data).getUsableSpace() / MEGABYTE;
      Map<String, Object> facts = Map.of("free", rounded(free));
      if (free < TOO_LITTLE) {
        return HouseFinding.bad("disk", "full", facts);
      }
      return free < LITTLE
          ? HouseFinding.warn("disk", "little", facts)
          : HouseFinding.ok("disk", "free", facts);
    } catch (IOException unreadable) {
      return HouseFinding.bad("disk", "unreadable", Map.of());
    }
  }

  /**
   * Where there is no room, a picture waits at its station, and so does what was reported after it.
   */
  private HouseFinding evidence(Queries queries) {
    EvidenceRoom room = ground.evidence().room(queries);
    Map<String, Object> facts =
        Map.of(
            "count", room.files(), "used", gigabytes(room.bytes()), "most", gigabytes(room.most()));
    if (room.share() >= EVIDENCE_IS_FULL) {
      return HouseFinding.bad("evidence", "full", facts);
    }
    return room.share() >= EVIDENCE_FILLS
        ? HouseFinding.warn("evidence", "fills", facts)
        : HouseFinding.ok("evidence", "kept", facts);
  }

  private static double gigabytes(long bytes) {
    return Math.ceil(bytes / TENTH_OF_A_GIGABYTE) / 10;
  }

  /** That fewer ranges hold than say so is for people to know: plans may need to be looked at. */
  private Optional<HouseFinding> forecasts(Queries queries) {
    return ground
        .forecasts()
        .drift(queries)
        .map(
            drift ->
                HouseFinding.warn(
                        "forecasts",
                        "drift",
                        Map.of("judged", drift.judged(), "held", drift.held()))
                    .leadingTo("/forecasts"));
  }

  /** Nobody has to be told of each megabyte. */
  private static long rounded(long megabytes) {
    long step = megabytes < LITTLE ? 10 : 1_000;
    return megabytes / step * step;
  }

  private HouseFinding readers(Queries queries) {
    FailedChanges failed = ground.changes().failed(queries);
    if (failed.setAside() > 0) {
      return HouseFinding.bad("readers", "set-aside", Map.of("count", failed.setAside()));
    }
    return failed.failing() > 0
        ? HouseFinding.warn("readers", "failing", Map.of("count", failed.failing()))
        : HouseFinding.ok("readers", "well", Map.of());
  }

  /** That there is no mail server at all is said where it is set up. */
  private Optional<HouseFinding> mail(Queries queries, Instant now) {
    return ground.mails().isMailed() ? Optional.of(queue(queries, now)) : Optional.empty();
  }

  private HouseFinding queue(Queries queries, Instant now) {
    MailStanding standing = ground.mails().standing(queries);
    Optional<Instant> late =
        standing.since().filter(since -> since.isBefore(now.minus(MAIL_IS_LATE)));
    if (late.isPresent()) {
      return HouseFinding.bad(
              "mail", "late", Map.of("count", standing.waiting(), "since", late.get()))
          .leadingTo("/mail");
    }
    return standing.setAside() > 0
        ? HouseFinding.warn("mail", "set-aside", Map.of("count", standing.setAside()))
            .leadingTo("/mail")
        : HouseFinding.ok("mail", "well", Map.of()).leadingTo("/mail");
  }

  private Optional<HouseFinding> addresses(Queries queries) {
    return Optional.of(ground.bounces().count(queries))
        .filter(count -> count > 0)
        .map(
            count ->
                HouseFinding.warn("addresses", "bounce", Map.of("count", count))
                    .leadingTo("/people"));
  }

  /** Revoked ones do nothing any more. */
  private Stream<HouseFinding> keys(Instant now) {
    List<ListedKey> keys =
        ground.keys().all().stream().filter(key -> key.revokedAt().isEmpty()).toList();
    long idle =
        keys.stream()
            .filter(key -> key.usedAt().orElse(key.createdAt()).isBefore(now.minus(KEY_IS_IDLE)))
            .count();
    long expiring =
        keys.stream()
            .filter(
                key ->
                    key.expiring()
                        .filter(at -> at.isAfter(now) && at.isBefore(now.plus(KEY_EXPIRES_SOON)))
                        .isPresent())
            .count();
    return Stream.of(
            HouseFinding.warn("keys", "idle", Map.of("count", idle)),
            HouseFinding.warn("keys", "expiring", Map.of("count", expiring)))
        .filter(finding -> (long) finding.facts().get("count") > 0)
        .map(finding -> finding.leadingTo("/keys"));
  }

  private HouseFinding backup(Queries queries, Instant now) {
    Optional<NotedBackup> last = backups.last(queries);
    if (last.isEmpty()) {
      return HouseFinding.warn("backup", "unknown", Map.of());
    }
    Map<String, Object> facts = new HashMap<>();
    facts.put("at", last.get().at());
    facts.put("by", last.get().by());
    last.get().note().ifPresent(note -> facts.put("note", note));
    return last.get().at().isBefore(now.minus(BACKUP_IS_OLD))
        ? HouseFinding.warn("backup", "old", facts)
        : HouseFinding.ok("backup", "made", facts);
  }
}
