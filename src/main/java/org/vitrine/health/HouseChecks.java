package org.vitrine.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.access.Keys.ListedKey;
import org.vitrine.evidence.EvidenceRoom;
import org.vitrine.health.Backups.NotedBackup;
import org.vitrine.mail.MailQueue.MailStanding;
import org.vitrine.platform.changes.Changes.FailedChanges;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.health.HealthFinding;
import org.vitrine.platform.health.HealthSource;

/** How the house’s own parts are, as far as they can tell. */
record HouseChecks(HealthGround ground, Backups backups) implements HealthSource {
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
  private static final Duration BACKUP_IS_TOO_OLD = Duration.ofDays(14);

  @Override
  public List<HealthFinding> findings(Queries queries, Instant now) {
    return Stream.of(
            Stream.of(database(queries), readers(queries), backup(queries, now), evidence(queries)),
            disk().stream(),
            mail(queries, now).stream(),
            addresses(queries).stream(),
            forecasts(queries).stream(),
            keys(now))
        .flatMap(some -> some)
        .toList();
  }

  private static HealthFinding database(Queries queries) {
    return HealthFinding.ok(
        "database", "answers", Map.of("size", new SizeRepository().megabytes(queries)));
  }

  /** Of the disk of a database elsewhere, nothing is known. */
  private Optional<HealthFinding> disk() {
    return ground.data().map(HouseChecks::disk);
  }

  private static HealthFinding disk(Path data) {
    try {
      long free = Files.getFileStore(data).getUsableSpace() / MEGABYTE;
      Map<String, Object> facts = Map.of("free", rounded(free));
      if (free < TOO_LITTLE) {
        return HealthFinding.bad("disk", "full", facts);
      }
      return free < LITTLE
          ? HealthFinding.warn("disk", "little", facts)
          : HealthFinding.ok("disk", "free", facts);
    } catch (IOException unreadable) {
      return HealthFinding.bad("disk", "unreadable", Map.of());
    }
  }

  /**
   * Where there is no room, a picture waits at its station, and so does what was reported after it.
   */
  private HealthFinding evidence(Queries queries) {
    EvidenceRoom room = ground.evidence().room(queries);
    Map<String, Object> facts =
        Map.of(
            "count", room.files(), "used", gigabytes(room.bytes()), "most", gigabytes(room.most()));
    if (room.share() >= EVIDENCE_IS_FULL) {
      return HealthFinding.bad("evidence", "full", facts);
    }
    return room.share() >= EVIDENCE_FILLS
        ? HealthFinding.warn("evidence", "fills", facts)
        : HealthFinding.ok("evidence", "kept", facts);
  }

  private static double gigabytes(long bytes) {
    return Math.ceil(bytes / TENTH_OF_A_GIGABYTE) / 10;
  }

  /** That fewer ranges hold than say so is for people to know: plans may need to be looked at. */
  private Optional<HealthFinding> forecasts(Queries queries) {
    return ground
        .forecasts()
        .drift(queries)
        .map(
            drift ->
                HealthFinding.warn(
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

  private HealthFinding readers(Queries queries) {
    FailedChanges failed = ground.changes().failed(queries);
    if (failed.setAside() > 0) {
      return HealthFinding.bad("readers", "set-aside", Map.of("count", failed.setAside()));
    }
    return failed.failing() > 0
        ? HealthFinding.warn("readers", "failing", Map.of("count", failed.failing()))
        : HealthFinding.ok("readers", "well", Map.of());
  }

  /** That there is no mail server at all is said where it is set up. */
  private Optional<HealthFinding> mail(Queries queries, Instant now) {
    return ground.mails().isMailed() ? Optional.of(queue(queries, now)) : Optional.empty();
  }

  private HealthFinding queue(Queries queries, Instant now) {
    MailStanding standing = ground.mails().standing(queries);
    Optional<Instant> late =
        standing.since().filter(since -> since.isBefore(now.minus(MAIL_IS_LATE)));
    if (late.isPresent()) {
      return HealthFinding.bad(
              "mail", "late", Map.of("count", standing.waiting(), "since", late.get()))
          .leadingTo("/mail");
    }
    return standing.setAside() > 0
        ? HealthFinding.warn("mail", "set-aside", Map.of("count", standing.setAside()))
            .leadingTo("/mail")
        : HealthFinding.ok("mail", "well", Map.of()).leadingTo("/mail");
  }

  private Optional<HealthFinding> addresses(Queries queries) {
    return Optional.of(ground.bounces().count(queries))
        .filter(count -> count > 0)
        .map(
            count ->
                HealthFinding.warn("addresses", "bounce", Map.of("count", count))
                    .leadingTo("/people"));
  }

  /** Revoked ones do nothing any more. */
  private Stream<HealthFinding> keys(Instant now) {
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
            HealthFinding.warn("keys", "idle", Map.of("count", idle)),
            HealthFinding.warn("keys", "expiring", Map.of("count", expiring)))
        .filter(finding -> (long) finding.facts().get("count") > 0)
        .map(finding -> finding.leadingTo("/keys"));
  }

  private HealthFinding backup(Queries queries, Instant now) {
    Optional<NotedBackup> last = backups.last(queries);
    if (last.isEmpty()) {
      return HealthFinding.warn("backup", "unknown", Map.of());
    }
    Map<String, Object> facts = new HashMap<>();
    facts.put("at", last.get().at());
    facts.put("by", last.get().by());
    last.get().note().ifPresent(note -> facts.put("note", note));
    if (last.get().at().isBefore(now.minus(BACKUP_IS_TOO_OLD))) {
      return HealthFinding.bad("backup", "old", facts);
    }
    return last.get().at().isBefore(now.minus(BACKUP_IS_OLD))
        ? HealthFinding.warn("backup", "old", facts)
        : HealthFinding.ok("backup", "made", facts);
  }
}
