package org.vitrine.bench.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * nginx with TLS and HTTP/2 before Vitrine, on the server's core, set up as docs/operating.md says;
 * and a file of its own beside it.
 */
public final class HttpsFront {
  private static final String ONE_FILE = "/one-file";
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
        client_body_temp_path %1$s/body;
        proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
        uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
        map $http_upgrade $connection_upgrade { default upgrade; '' ''; }
        upstream vitrine { server 127.0.0.1:%3$d; keepalive 32; }
        server {
          listen 127.0.0.1:%2$d ssl http2;
          ssl_certificate %1$s/cert.pem;
          ssl_certificate_key %1$s/key.pem;
          location = %4$s {
            root %1$s;
            default_type text/html;
            add_header Cache-Control no-cache;
          }
          location / {
            proxy_pass http://vitrine;
            proxy_http_version 1.1;
            proxy_set_header Host $host:%2$d;
            proxy_set_header X-Forwarded-For $remote_addr;
            proxy_set_header Upgrade $http_upgrade;
            proxy_set_header Connection $connection_upgrade;
            proxy_read_timeout 90s;
          }
        }
      }
      """;

  private final Path folder;
  private final int port;

  private HttpsFront(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** Before what listens on this port. */
  public static HttpsFront start(Lab lab, int vitrine) throws IOException {
    Path folder = Files.createDirectories(lab.folder().resolve("front"));
    int port = Lab.freePort();
    certify(lab, folder);
    Path conf =
        Files.writeString(
            folder.resolve("nginx.conf"), NGINX.formatted(folder, port, vitrine, ONE_FILE));
    lab.start(
        "front", Core.SERVER, List.of("nginx", "-p", folder.toString(), "-c", conf.toString()));
    return new HttpsFront(folder, port);
  }

  private static void certify(Lab lab, Path folder) throws IOException {
    lab.run(
        Core.CLIENT,
        List.of(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-subj",
            "/CN=localhost",
            "-days",
            "2",
            "-keyout",
            folder.resolve("key.pem").toString(),
            "-out",
            folder.resolve("cert.pem").toString()));
  }

  public String address(String path) {
    return "https://localhost:" + port + path;
  }

  /** A page of so many bytes that nothing compresses, with a pane at its end. */
  public String oneFile(long bytes) throws IOException {
    byte[] noise = new byte[(int) (bytes * 3 / 4)];
    new SecureRandom().nextBytes(noise);
    Files.writeString(
        folder.resolve(ONE_FILE.substring(1)),
        """
        <!doctype html><html lang="en"><title>One file</title><body><!-- %s -->
        <ol><li class="pane">Final inspection, 340 of 500</li></ol>
        """
            .formatted(Base64.getEncoder().encodeToString(noise)));
    return address(ONE_FILE);
  }
}
