package org.vitrine.bench.lab;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A phone on a mobile network: Chromium, with the latency and the bandwidth that it emulates. */
public final class Phone implements AutoCloseable {
  public static final int LATENCY_MILLIS = 150;
  public static final int KILOBITS_A_SECOND = 1_600;
  private static final int WIDTH = 390;
  private static final int HEIGHT = 844;

  /** What a visit leaves behind is written in the meantime. */
  private static final int BETWEEN_VISITS_MILLIS = 1_500;

  private static final int PATIENCE_SECONDS = 30;

  /** Notes when an element is first painted, and what had come over the network by then. */
  private static final String STOPWATCH =
      """
      window.painted = new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error('Nothing was painted within %d s')), %d * 1000);
        const look = () => {
          const pane = document.querySelector('%s');
          if (!pane || pane.getBoundingClientRect().height === 0) {
            requestAnimationFrame(look);
            return;
          }
          requestAnimationFrame(() => setTimeout(() => {
            const millis = performance.now();
            const loaded = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
              .filter(({responseEnd, transferSize}) => responseEnd > 0 && responseEnd <= millis && transferSize > 0);
            resolve([millis, loaded.length, loaded.reduce((sum, {transferSize}) => sum + transferSize, 0)]);
          }));
        };
        look();
      });
      """;

  private final Playwright playwright;
  private final Browser browser;

  public Phone() {
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(installed())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  private static Path installed() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no Chromium"));
  }

  /**
   * What somebody waited for.
   *
   * @param millis from the beginning of the navigation until it was painted
   * @param requests that had been answered over the network by then
   * @param bytes that these brought
   */
  public record Visit(double millis, int requests, long bytes) {}

  /** Opens an address again and again with a browser that has nothing of it at first. */
  public List<Visit> visits(String address, String cookie, String wanted, int times) {
    try (BrowserContext context = browser.newContext(options())) {
      String[] pair = cookie.split("=", 2);
      context.addCookies(List.of(new Cookie(pair[0], pair[1]).setUrl(URI.create(address).resolve("/").toString())));
      context.addInitScript(STOPWATCH.formatted(PATIENCE_SECONDS, PATIENCE_SECONDS, wanted));
      Page page = context.newPage();
      slow(context.newCDPSession(page));
      List<Visit> visits = new ArrayList<>();
      for (int visit = 0; visit < times; visit++) {
        page.navigate(address);
        visits.add(visit(page.evaluate("window.painted")));
        page.waitForTimeout(BETWEEN_VISITS_MILLIS);
      }
      return visits;
    }
  }

  private static Browser.NewContextOptions options() {
    return new Browser.NewContextOptions()
        .setViewportSize(WIDTH, HEIGHT)
        .setIsMobile(true)
        .setIgnoreHTTPSErrors(true);
  }

  private static void slow(CDPSession session) {
    JsonObject conditions = new JsonObject();
    conditions.addProperty("offline", false);
    conditions.addProperty("latency", LATENCY_MILLIS);
    conditions.addProperty("downloadThroughput", KILOBITS_A_SECOND * 1_000 / 8);
    conditions.addProperty("uploadThroughput", KILOBITS_A_SECOND * 1_000 / 8);
    session.send("Network.enable");
    session.send("Network.emulateNetworkConditions", conditions);
  }

  private static Visit visit(Object painted) {
    List<?> values = (List<?>) painted;
    return new Visit(number(values, 0), (int) number(values, 1), (long) number(values, 2));
  }

  private static double number(List<?> values, int index) {
    return ((Number) values.get(index)).doubleValue();
  }

  @Override
  public void close() {
    playwright.close();
  }
}
