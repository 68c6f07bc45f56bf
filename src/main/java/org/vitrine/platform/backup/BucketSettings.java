package org.vitrine.platform.backup;

import java.net.URI;

/**
 * An S3-compatible store and how to sign in there.
 *
 * @param endpoint without the bucket, such as {@code https://s3.eu-central-1.amazonaws.com}
 */
public record BucketSettings(URI endpoint, String region, String accessKey, String secretKey) {
  @Override
  public String toString() {
    return endpoint + " as " + accessKey;
  }
}
