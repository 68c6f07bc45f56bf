package org.vitrine.platform.web;

/**
 * A refusal that is told in words of its own (RFC 9457): where a standard that a route follows has
 * named its problems.
 */
public interface StatedProblem {
  int status();

  /** What is sent as {@code application/problem+json}. */
  Object body();
}
