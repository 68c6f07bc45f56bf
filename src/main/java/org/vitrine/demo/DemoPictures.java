package org.vitrine.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/**
 * What people at the demo plant photograph, drawn; without a letter, since a server may have no
 * fonts.
 */
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

  private static byte[] jpeg(Consumer<Graphics2D> draw) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D picture = image.createGraphics();
    picture.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    picture.setPaint(
        new GradientPaint(0, 0, new Color(0x6d7f8d), WIDTH, HEIGHT, new Color(0xb9c6cf)));
    picture.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    draw.accept(picture);
    picture.dispose();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "jpeg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A round dial whose hand stands a little beyond the green. */
  private static void gauge(Graphics2D picture, double scale) {
    picture.translate(WIDTH / 2.0, HEIGHT / 2.0);
    picture.scale(scale, scale);
    fill(picture, new Color(0x2b333b), new Ellipse2D.Double(-330, -330, 660, 660));
    fill(picture, new Color(0xf6f4ee), new Ellipse2D.Double(-295, -295, 590, 590));
    stroke(
        picture,
        new Color(0x2e8b63),
        40,
        new Arc2D.Double(-235, -235, 470, 470, 225, -190, Arc2D.OPEN));
    stroke(
        picture,
        new Color(0xb3261e),
        40,
        new Arc2D.Double(-235, -235, 470, 470, 35, -80, Arc2D.OPEN));
    for (int tick = 0; tick <= 27; tick++) {
      double angle = Math.toRadians(225 - 10 * tick);
      double inner = tick % 3 == 0 ? 190 : 205;
      stroke(picture, new Color(0x2b333b), 5, ray(angle, inner, 215));
    }
    stroke(picture, new Color(0x15202b), 12, ray(Math.toRadians(22), -50, 200));
    fill(picture, new Color(0x15202b), new Ellipse2D.Double(-24, -24, 48, 48));
  }

  private static Line2D ray(double angle, double from, double to) {
    return new Line2D.Double(
        from * Math.cos(angle),
        -from * Math.sin(angle),
        to * Math.cos(angle),
        -to * Math.sin(angle));
  }

  /** Two copper pipes, and the ring where they meet, with pores. */
  private static void joint(Graphics2D picture) {
    picture.setPaint(new GradientPaint(0, 360, new Color(0xf0b98a), 0, 600, new Color(0x9a5a2c)));
    picture.fill(new Rectangle2D.Double(0, 380, WIDTH, 200));
    picture.setPaint(new GradientPaint(0, 330, new Color(0xe9cda6), 0, 630, new Color(0x7d6a50)));
    picture.fill(new RoundRectangle2D.Double(520, 330, 240, 300, 90, 90));
    for (double[] pore :
        new double[][] {{585, 400, 26}, {640, 470, 18}, {690, 540, 30}, {600, 560, 14}}) {
      fill(picture, new Color(0x3a2a1c), new Ellipse2D.Double(pore[0], pore[1], pore[2], pore[2]));
    }
    stroke(picture, new Color(0xb3261e), 8, new Ellipse2D.Double(490, 300, 300, 360));
  }

  /** A box with a corner that gave in. */
  private static void carton(Graphics2D picture) {
    fill(
        picture,
        new Color(0xa87b4f),
        polygon(260, 300, 760, 220, 1040, 330, 1040, 760, 540, 860, 260, 740));
    fill(picture, new Color(0xc79a6b), polygon(260, 300, 760, 220, 1040, 330, 560, 420));
    fill(picture, new Color(0x8a6038), polygon(560, 420, 1040, 330, 1040, 760, 540, 860));
    fill(picture, new Color(0x5d3f22), polygon(260, 300, 400, 330, 360, 430, 300, 470, 260, 420));
    stroke(picture, new Color(0x3f2a15), 6, polygon(300, 330, 340, 390, 300, 430, 360, 440));
    stroke(picture, new Color(0xe8dcc8), 26, new Line2D.Double(660, 400, 650, 840));
  }

  /** A label with bars and empty lines. */
  private static void label(Graphics2D picture) {
    fill(picture, new Color(0xfafafa), new RoundRectangle2D.Double(240, 220, 800, 520, 30, 30));
    for (int line = 0; line < 3; line++) {
      fill(
          picture,
          new Color(0x9aa6b0),
          new Rectangle2D.Double(300, 280 + 60 * line, 380 - 70 * line, 26));
    }
    for (int bar = 0, x = 300; x < 960; bar++) {
      int width = 4 + (bar * 7) % 12;
      fill(picture, new Color(0x15202b), new Rectangle2D.Double(x, 500, width, 170));
      x += width + 6 + (bar * 5) % 9;
    }
  }

  private static Path2D polygon(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int at = 2; at < points.length; at += 2) {
      path.lineTo(points[at], points[at + 1]);
    }
    path.closePath();
    return path;
  }

  private static void fill(Graphics2D picture, Color colour, Shape shape) {
    picture.setPaint(colour);
    picture.fill(shape);
  }

  private static void stroke(Graphics2D picture, Color colour, float width, Shape shape) {
    picture.setPaint(colour);
    picture.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    picture.draw(shape);
  }
}
