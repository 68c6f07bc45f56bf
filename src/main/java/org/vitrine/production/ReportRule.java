package org.vitrine.production;

/**
 * What a room above says of a report before it is taken: that what it names is there, or what has
 * to be kept with it. A hook, since a report must not be taken and then be wrong; asked only where
 * one names a device or evidence, so that all others cost nothing.
 */
@FunctionalInterface
public interface ReportRule {

  /**
   * The report as it is to be taken; throws {@link org.vitrine.platform.Rejection.Invalid} where it
   * is not.
   */
  Report checked(Report report);
}
