package org.vitrine.demo;

import java.awt.Color;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.function.Consumer;

/** What people of the demo plant and its customers photograph when something is wrong, drawn. */
final class DemoPictures {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 960;

  private DemoPictures() {}

  /** A picture by its name, as a camera would send it. */
  static byte[] named(String name) {
    return jpeg(
        switch (name) {
          case "gauge" -> picture -> gauge(picture, 1);
          case "gauge-close" -> picture -> gauge(picture, 1.6);
          case "joint" -> DemoPictures::joint;
          case "carton" -> DemoPictures::carton;
          case "label" -> DemoPictures::label;
          default -> throw new IllegalArgumentException("There is no picture " + name);
        });
  }

  private static byte[] jpeg(Consumer<PhotoCanvas> drawing) {
    return PhotoCanvas.jpeg(WIDTH, HEIGHT, new Color(0x6d7f8d), new Color(0xb9c6cf), drawing);
  }

  /** A round dial whose hand stands a little beyond the green. */
  private static void gauge(PhotoCanvas picture, double scale) {
    picture.moveTo(WIDTH / 2.0, HEIGHT / 2.0);
    picture.scale(scale);
    picture.fill(new Color(0x2b333b), new Ellipse2D.Double(-330, -330, 660, 660));
    picture.fill(new Color(0xf6f4ee), new Ellipse2D.Double(-295, -295, 590, 590));
    picture.stroke(
        new Color(0x2e8b63), 40, new Arc2D.Double(-235, -235, 470, 470, 225, -190, Arc2D.OPEN));
    picture.stroke(
        new Color(0xb3261e), 40, new Arc2D.Double(-235, -235, 470, 470, 35, -80, Arc2D.OPEN));
    for (int tick = 0; tick <= 27; tick++) {
      double angle = Math.toRadians(225 - 10 * tick);
      double inner = tick % 3 == 0 ? 190 : 205;
      picture.stroke(new Color(0x2b333b), 5, ray(angle, inner, 215));
    }
    picture.stroke(new Color(0x15202b), 12, ray(Math.toRadians(22), -50, 200));
    picture.fill(new Color(0x15202b), new Ellipse2D.Double(-24, -24, 48, 48));
  }

  private static Line2D ray(double angle, double from, double to) {
    return new Line2D.Double(
        from * Math.cos(angle),
        -from * Math.sin(angle),
        to * Math.cos(angle),
        -to * Math.sin(angle));
  }

  /** Two copper pipes, and the ring where they meet, with pores. */
  private static void joint(PhotoCanvas picture) {
    picture.shade(
        new Color(0xf0b98a), new Color(0x9a5a2c), new Rectangle2D.Double(0, 380, WIDTH, 200));
    picture.shade(
        new Color(0xe9cda6),
        new Color(0x7d6a50),
        new RoundRectangle2D.Double(520, 330, 240, 300, 90, 90));
    for (double[] pore :
        new double[][] {{585, 400, 26}, {640, 470, 18}, {690, 540, 30}, {600, 560, 14}}) {
      picture.fill(new Color(0x3a2a1c), new Ellipse2D.Double(pore[0], pore[1], pore[2], pore[2]));
    }
    picture.stroke(new Color(0xb3261e), 8, new Ellipse2D.Double(490, 300, 300, 360));
  }

  /** A box with a corner that gave in. */
  private static void carton(PhotoCanvas picture) {
    picture.fill(
        new Color(0xa87b4f),
        PhotoCanvas.polygon(260, 300, 760, 220, 1040, 330, 1040, 760, 540, 860, 260, 740));
    picture.fill(new Color(0xc79a6b), PhotoCanvas.polygon(260, 300, 760, 220, 1040, 330, 560, 420));
    picture.fill(
        new Color(0x8a6038), PhotoCanvas.polygon(560, 420, 1040, 330, 1040, 760, 540, 860));
    picture.fill(
        new Color(0x5d3f22), PhotoCanvas.polygon(260, 300, 400, 330, 360, 430, 300, 470, 260, 420));
    picture.stroke(
        new Color(0x3f2a15), 6, PhotoCanvas.polygon(300, 330, 340, 390, 300, 430, 360, 440));
    picture.stroke(new Color(0xe8dcc8), 26, new Line2D.Double(660, 400, 650, 840));
  }

  /** A label with bars and empty lines. */
  private static void label(PhotoCanvas picture) {
    picture.fill(new Color(0xfafafa), new RoundRectangle2D.Double(240, 220, 800, 520, 30, 30));
    for (int line = 0; line < 3; line++) {
      picture.fill(
          new Color(0x9aa6b0), new Rectangle2D.Double(300, 280 + 60 * line, 380 - 70 * line, 26));
    }
    for (int bar = 0, x = 300; x < 960; bar++) {
      int width = 4 + (bar * 7) % 12;
      picture.fill(new Color(0x15202b), new Rectangle2D.Double(x, 500, width, 170));
      x += width + 6 + (bar * 5) % 9;
    }
  }
}
