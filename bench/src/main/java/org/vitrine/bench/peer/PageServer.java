package org.vitrine.bench.peer;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.vitrine.bench.lab.Core;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.Program;
import org.vitrine.bench.measure.Cpu;

/**
 * A server that always has the same page, on the server's core.
 *
 * @param name as the table calls it
 * @param path where the page is
 * @param etag how the server calls the page
 */
public record PageServer(String name, int port, String path, String etag, Cpu cpu) {
  private static final Duration START_WAIT = Duration.ofSeconds(20);
  private static final String NGINX =
      """
      daemon off;
      user root;
      worker_processes 1;
      pid %1$s/nginx.pid;
      error_log stderr warn;
      events { worker_connections 1024; }
      http {
        access_log off;
        sendfile on;
        tcp_nopush on;
        keepalive_requests 1000000000;
        open_file_cache max=100 inactive=1h;
        open_file_cache_valid 1h;
        default_type application/json;
        client_body_temp_path %1$s/body;
        proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
        uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
        server {
          listen 127.0.0.1:%2$d;
          root %1$s;
        }
      }
      """;

  /** Vert.x with a constant body of this size. */
  public static PageServer bareVertx(Lab lab, int size) throws Exception {
    int port = Lab.freePort();
    Program program =
        lab.startJava(
            "constant-page",
            Core.SERVER,
            "",
            ConstantPage.class,
            String.valueOf(port),
            String.valueOf(size));
    program.hear("listening", START_WAIT);
    return new PageServer("bare Vert.x", port, "/", ConstantPage.TAG, Cpu.of(program.pid()));
  }

  /** nginx with a file of this size; one worker. */
  public static PageServer nginx(Lab lab, int size) throws Exception {
    int port = Lab.freePort();
    Path folder = Files.createDirectories(lab.folder().resolve("nginx"));
    Files.writeString(folder.resolve("page.json"), "x".repeat(size));
    Path conf = Files.writeString(folder.resolve("nginx.conf"), NGINX.formatted(folder, port));
    Program program =
        lab.start(
            "nginx", Core.SERVER, List.of("nginx", "-p", folder.toString(), "-c", conf.toString()));
    String etag = etag(port, "/page.json");
    return new PageServer("nginx", port, "/page.json", etag, Cpu.ofFamily(program.pid()));
  }

  private static String etag(int port, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    long deadline = System.nanoTime() + START_WAIT.toNanos();
    while (true) {
      try {
        HttpResponse<Void> answer =
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        return answer.headers().firstValue("ETag").orElseThrow();
      } catch (ConnectException notYet) {
        if (System.nanoTime() > deadline) {
          throw notYet;
        }
        Thread.sleep(50);
      }
    }
  }
}
