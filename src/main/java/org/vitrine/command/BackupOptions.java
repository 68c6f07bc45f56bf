package org.vitrine.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.backup.BackupPlace;
import org.vitrine.platform.backup.Bucket;
import org.vitrine.platform.backup.BucketPlace;
import org.vitrine.platform.backup.BucketSettings;
import org.vitrine.platform.backup.FolderPlace;
import org.vitrine.platform.backup.Passphrase;
import picocli.CommandLine.Option;

/** Where backups are, and what seals them. */
final class BackupOptions {
  private static final Pattern BUCKET = Pattern.compile("s3://([^/]+)(?:/(.*))?");
  private static final Duration REST = Duration.ofSeconds(1);

  @Option(
      names = "--passphrase-file",
      defaultValue = "${env:VITRINE_BACKUP_PASSPHRASE_FILE}",
      paramLabel = "FILE",
      description =
          "File with the passphrase that seals backups, as an OpenPGP message"
              + " (VITRINE_BACKUP_PASSPHRASE_FILE, or the passphrase itself in"
              + " VITRINE_BACKUP_PASSPHRASE; not sealed)")
  private Path passphraseFile;

  @Option(
      names = "--s3-endpoint",
      defaultValue = "${env:AWS_ENDPOINT_URL}",
      paramLabel = "URL",
      description =
          "Address of an S3-compatible store (AWS_ENDPOINT_URL; Amazon's of the region). It signs"
              + " in with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY")
  private String endpoint;

  @Option(
      names = "--s3-region",
      defaultValue = "${env:AWS_REGION:-us-east-1}",
      paramLabel = "NAME",
      description = "Region of that store (AWS_REGION; ${DEFAULT-VALUE})")
  private String region;

  Optional<Passphrase> passphrase() {
    if (passphraseFile != null && !passphraseFile.toString().isEmpty()) {
      try {
        return Optional.of(new Passphrase(Files.readString(passphraseFile).strip()));
      } catch (IOException e) {
        throw new StartFailed("Cannot read the passphrase in " + passphraseFile, e);
      }
    }
    return variable("VITRINE_BACKUP_PASSPHRASE").map(Passphrase::new);
  }

  /** A folder, or {@code s3://bucket/prefix}. */
  BackupPlace place(String text) {
    Matcher bucket = BUCKET.matcher(text);
    if (bucket.matches()) {
      String prefix = Optional.ofNullable(bucket.group(2)).orElse("").replaceFirst("/$", "");
      return new BucketPlace(
          new Bucket(bucket.group(1), settings(), Clock.systemUTC(), REST),
          prefix.isEmpty() ? "" : prefix + "/");
    }
    if (text.contains("://")) {
      throw new StartFailed("Backups go to a directory or to s3://BUCKET/PREFIX, not to " + text);
    }
    return new FolderPlace(Path.of(text).toAbsolutePath().normalize());
  }

  private BucketSettings settings() {
    return new BucketSettings(
        URI.create(
            Optional.ofNullable(endpoint)
                .filter(given -> !given.isBlank())
                .orElse("https://s3.%s.amazonaws.com".formatted(region))
                .replaceFirst("/$", "")),
        region,
        required("AWS_ACCESS_KEY_ID"),
        required("AWS_SECRET_ACCESS_KEY"));
  }

  private static String required(String name) {
    return variable(name)
        .orElseThrow(() -> new StartFailed("Set %s to sign in at the store".formatted(name)));
  }

  private static Optional<String> variable(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }
}
