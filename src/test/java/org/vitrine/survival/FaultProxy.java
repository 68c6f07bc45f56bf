package org.vitrine.survival;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A network that misbehaves when told to: it stands between two sides that speak TCP and passes on
 * what each says, at once, late, byte by byte, or not at all.
 */
public final class FaultProxy implements AutoCloseable {
  private static final int LATE_MILLIS = 60;
  private static final int BYTES_PER_MILLISECOND = 64;

  /** How it treats what comes through it. */
  public enum Mode {
    FAITHFUL,
    /** Everything arrives, each piece up to {@value #LATE_MILLIS} ms late. */
    DELAY,
    /** Everything arrives, one byte to a packet. */
    DRIBBLE,
    /** What is open is reset, and nothing new is let through. */
    CUT,
    /** Every connection stays open, and nothing arrives: not even on those that are new. */
    HALF_OPEN
  }

  private final ServerSocket listener;
  private final Random random;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private volatile int target;
  private volatile Mode mode = Mode.FAITHFUL;

  public FaultProxy(int target, long seed) {
    this.target = target;
    this.random = new Random(seed);
    try {
      listener = new ServerSocket(0, 1_024, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.startVirtualThread(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Where new connections lead from now on. */
  void leadTo(int port) {
    target = port;
  }

  public void become(Mode next) {
    mode = next;
    if (next == Mode.CUT) {
      reset();
    }
  }

  /**
   * Ends the fault. What was half open meanwhile has lost bytes; it is reset, as a router would.
   */
  public void heal() {
    mode = Mode.FAITHFUL;
    links.stream().filter(link -> link.lost).forEach(Link::reset);
  }

  /** Ends the fault, but tells nobody: what was half open stays so, for good. */
  public void healAndForget() {
    mode = Mode.FAITHFUL;
  }

  /** Breaks every connection there is. */
  void reset() {
    links.forEach(Link::reset);
  }

  public int open() {
    return links.size();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket near = listener.accept();
        Thread.startVirtualThread(() -> connect(near));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket near) {
    Socket far = new Socket();
    Link link = new Link(near, far);
    links.add(link);
    try {
      if (mode == Mode.CUT) {
        throw new IOException("cut");
      }
      far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 5_000);
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      Thread.startVirtualThread(() -> link.pass(near, far));
      link.pass(far, near);
    } catch (IOException refused) {
      link.reset();
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reset();
  }

  /** One connection: two sockets, and what is passed between them in both directions. */
  private final class Link {
    private final Socket near;
    private final Socket far;
    private volatile boolean lost;

    private Link(Socket near, Socket far) {
      this.near = near;
      this.far = far;
    }

    private void pass(Socket from, Socket to) {
      byte[] buffer = new byte[8_192];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          lost |= mode == Mode.HALF_OPEN;
          if (!lost) {
            pass(buffer, read, out);
          }
        }
        end(from, to);
      } catch (IOException | InterruptedException broken) {
        reset();
      }
    }

    private void pass(byte[] buffer, int length, OutputStream out)
        throws IOException, InterruptedException {
      if (mode == Mode.DELAY) {
        Thread.sleep(random.nextInt(LATE_MILLIS));
      }
      int passed = 0;
      for (; mode == Mode.DRIBBLE && passed < length; passed++) {
        out.write(buffer, passed, 1);
        if (passed % BYTES_PER_MILLISECOND == 0) {
          Thread.sleep(1);
        }
      }
      out.write(buffer, passed, length - passed);
    }

    /** Of one that was lost the other side never hears: it is gone only for whoever gave it up. */
    private void end(Socket from, Socket to) throws IOException {
      from.close();
      if (!lost) {
        to.close();
        links.remove(this);
      }
    }

    private void reset() {
      links.remove(this);
      for (Socket socket : new Socket[] {near, far}) {
        try {
          socket.setSoLinger(true, 0);
          socket.close();
        } catch (IOException gone) {
          // That is what was wanted.
        }
      }
    }
  }
}
