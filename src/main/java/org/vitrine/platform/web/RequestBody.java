package org.vitrine.platform.web;

import java.io.InputStream;

/** What came behind the head of a request, for those who answer it. */
sealed interface RequestBody permits CollectedBody, StreamedBody {
  InputStream content();

  /** Nobody reads it any more, and nothing of it is in memory. From any thread. */
  void end();
}
