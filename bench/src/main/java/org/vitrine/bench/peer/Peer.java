package org.vitrine.bench.peer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vitrine.bench.lab.Core;
import org.vitrine.bench.lab.Crowd;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.Program;
import org.vitrine.bench.measure.Cpu;

/**
 * A program that passes on to WebSocket clients what is posted to it, on the server's core.
 *
 * @param name as the table calls it
 * @param pid the process that does the work
 * @param publishAt where to post, with {@code {n}} for the topic
 * @param watchAt where clients connect, likewise
 */
public record Peer(String name, int port, long pid, String publishAt, String watchAt) {
  private static final Duration START_WAIT = Duration.ofSeconds(20);
  private static final String NGINX =
      """
      load_module /usr/lib/nginx/modules/ngx_nchan_module.so;
      daemon off;
      user root;
      worker_processes 1;
      pid %1$s/nginx.pid;
      error_log stderr warn;
      events { worker_connections 32768; }
      http {
        access_log off;
        keepalive_requests 1000000000;
        client_body_temp_path %1$s/body;
        proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
        uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
        nchan_max_reserved_memory 512m;
        server {
          listen 127.0.0.1:%2$d backlog=4096;
          location ~ ^/pub/(\\w+)$ {
            nchan_publisher;
            nchan_channel_id $1;
            nchan_message_buffer_length 1;
            client_body_buffer_size 64k;
          }
          location ~ ^/sub/(\\w+)$ {
            nchan_subscriber websocket;
            nchan_channel_id $1;
            nchan_subscriber_first_message newest;
          }
        }
      }
      """;

  /** A plain {@code send()} loop in C. */
  public static Peer floor(Lab lab) throws Exception {
    int port = Lab.freePort();
    Program program =
        lab.start(
            "floor",
            Core.SERVER,
            List.of(lab.built().resolve("floor").toString(), String.valueOf(port)));
    program.hear("listening", START_WAIT);
    return new Peer("floor", port, program.pid(), "/{n}", "/{n}");
  }

  /** nginx with nchan: one worker. */
  public static Peer nchan(Lab lab) throws Exception {
    int port = Lab.freePort();
    Path folder = Files.createDirectories(lab.folder().resolve("nchan"));
    Path conf = Files.writeString(folder.resolve("nginx.conf"), NGINX.formatted(folder, port));
    Program program =
        lab.start(
            "nchan", Core.SERVER, List.of("nginx", "-p", folder.toString(), "-c", conf.toString()));
    return new Peer("nchan", port, workerOf(program), "/pub/{n}", "/sub/{n}");
  }

  /** ws, from npm, as its readme broadcasts. */
  public static Peer ws(Lab lab) throws Exception {
    int port = Lab.freePort();
    Program program =
        lab.start(
            "ws",
            Core.SERVER,
            List.of(
                "node",
                lab.project().resolve("bench/peers/ws.mjs").toString(),
                String.valueOf(port)));
    program.hear("listening", START_WAIT);
    return new Peer("ws", port, program.pid(), "/{n}", "/{n}");
  }

  /** Vert.x without anything, with the flags of Vitrine's launcher. */
  public static Peer bareVertx(Lab lab) throws Exception {
    return bareVertx(lab, "");
  }

  /** The same with further flags of the virtual machine. */
  public static Peer bareVertx(Lab lab, String javaOptions) throws Exception {
    int port = Lab.freePort();
    Program program =
        lab.startJava(
            "bare-vertx", Core.SERVER, javaOptions, BareVertx.class, String.valueOf(port));
    program.hear("listening", START_WAIT);
    return new Peer("bare Vert.x", port, program.pid(), "/{n}", "/{n}");
  }

  public Cpu cpu() {
    return Cpu.of(pid);
  }

  /** So many clients, spread over so many topics. */
  public Crowd.Plan watchedBy(int clients, int topics) {
    return Crowd.Plan.of(port, clients, watchAt).over(topics);
  }

  public String publishAt(int topic) {
    return publishAt.replace("{n}", String.valueOf(topic));
  }

  /** The port listens before there is a worker. */
  private static long workerOf(Program nginx) throws InterruptedException {
    ProcessHandle master = ProcessHandle.of(nginx.pid()).orElseThrow();
    long deadline = System.nanoTime() + START_WAIT.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<ProcessHandle> worker = master.children().findFirst();
      if (worker.isPresent()) {
        return worker.get().pid();
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("nginx has no worker");
  }
}
