package org.vitrine.devices;

import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;

/**
 * What the room that keeps files says of one that a calibration names. A hook, since that room
 * stands above; asked in the transaction that writes the calibration, so that the file stays.
 */
@FunctionalInterface
public interface CertificateRule {

  /** Throws {@link Rejection.Invalid} where there is no such file, or it can be no certificate. */
  void require(Queries transaction, String certificate);
}
