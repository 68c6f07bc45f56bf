package org.vitrine.bench.measure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Latencies from the intended send time on, to three digits. Not for many threads. */
public final class Latencies {
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(5);

  private final Histogram histogram = new Histogram(LONGEST, 3);

  public void record(long nanos) {
    histogram.recordValue(Math.clamp(nanos, 0, LONGEST));
  }

  /** Nanoseconds as a client wrote them down: 64 bits each, in this machine's order. */
  public static Latencies readFrom(Path file) throws IOException {
    Latencies latencies = new Latencies();
    LongBuffer values =
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder()).asLongBuffer();
    while (values.hasRemaining()) {
      latencies.record(values.get());
    }
    return latencies;
  }

  /** These and the others; ours hold both from now on. */
  public Latencies and(Latencies others) {
    histogram.add(others.histogram);
    return this;
  }

  public long count() {
    return histogram.getTotalCount();
  }

  /** In milliseconds. */
  public double percentile(double percent) {
    return histogram.getValueAtPercentile(percent) / 1e6;
  }
}
