package org.vitrine.platform.web;

import java.io.InputStream;

/** What came behind the head of a request, for those who answer it. */
sealed interface RequestBody permits CollectedBody, StreamedBody {
  /** On the thread that answers, before anything of it is read; throws where it cannot be read. */
  default void open() {}

  InputStream content();

  /** Nobody reads it any more, and nothing of it is in memory. From any thread. */
  void end();
}
