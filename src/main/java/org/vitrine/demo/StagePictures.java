package org.vitrine.demo;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.function.Consumer;

/**
 * What people of the demo plant photograph where all is well, drawn: a stage's work, each twice.
 */
final class StagePictures {
  /** Of each there are so many, from 0. */
  static final int VARIANTS = 2;

  private static final int WIDTH = 960;
  private static final int HEIGHT = 720;
  private static final int FLOOR = 560;
  private static final Color STEEL = new Color(0xc3ccd3);
  private static final Color SHADOW = new Color(0x2b333b);
  private static final Color COPPER = new Color(0xd98e5a);
  private static final Color COPPER_SHADE = new Color(0x8a4f29);
  private static final Color WHITE = new Color(0xf4f5f2);
  private static final Color WHITE_SHADE = new Color(0xb7bfc4);
  private static final Color CARTON = new Color(0xc79a6b);
  private static final Color CARTON_SHADE = new Color(0x94693f);

  private StagePictures() {}

  /** A picture by its name, such as {@code coil-1}. */
  static byte[] named(String name) {
    int dash = name.lastIndexOf('-');
    int variant = Integer.parseInt(name.substring(dash + 1));
    Consumer<PhotoCanvas> drawing =
        switch (name.substring(0, dash)) {
          case "crate" -> photo -> crate(photo, variant);
          case "coil" -> photo -> coil(photo, variant);
          case "panels" -> photo -> panels(photo, variant);
          case "tank" -> photo -> tank(photo, variant);
          case "joint" -> photo -> joint(photo, variant);
          case "unit" -> photo -> unit(photo, variant);
          case "dial" -> photo -> dial(photo, variant);
          case "pallet" -> photo -> pallet(photo, variant);
          default -> throw new IllegalArgumentException("There is no picture " + name);
        };
    Color dark = variant == 0 ? new Color(0x56646f) : new Color(0x5f6b5c);
    Color light = variant == 0 ? new Color(0xaab8c2) : new Color(0xb9bfae);
    return PhotoCanvas.jpeg(
        WIDTH,
        HEIGHT,
        dark,
        light,
        photo -> {
          hall(photo);
          drawing.accept(photo);
        });
  }

  private static Rectangle2D box(double x, double y, double width, double height) {
    return new Rectangle2D.Double(x, y, width, height);
  }

  /** A floor, and lamps far behind. */
  private static void hall(PhotoCanvas photo) {
    for (int lamp = 0; lamp < 4; lamp++) {
      photo.fill(new Color(0xe8eee9), box(90 + 230 * lamp, 60 + 8 * lamp, 130, 10));
    }
    photo.shade(new Color(0x77828a), new Color(0x4c555c), box(0, FLOOR, WIDTH, HEIGHT - FLOOR));
  }

  /** A wooden crate with the label of whoever sent it. */
  private static void crate(PhotoCanvas photo, int variant) {
    for (int board = 0; board < 5; board++) {
      photo.shade(new Color(0xd9b684), new Color(0xb08a57), box(210, 210 + 74 * board, 540, 68));
    }
    photo.fill(new Color(0x9c7747), box(250, 205, 44, 375));
    photo.fill(new Color(0x9c7747), box(666, 205, 44, 375));
    photo.moveTo(variant == 0 ? 380 : 430, 290);
    photo.turn(variant == 0 ? -2 : 3);
    photo.fill(WHITE, box(0, 0, 210, 150));
    for (int bar = 0, x = 18; x < 186; bar++) {
      int width = 3 + (bar * 7 + variant) % 7;
      photo.fill(SHADOW, box(x, 78, width, 54));
      x += width + 3 + (bar * 5) % 6;
    }
    photo.fill(new Color(0x8a949c), box(18, 22, 130, 12));
    photo.fill(new Color(0x8a949c), box(18, 46, 90, 12));
  }

  /** Fins of aluminium, and the copper bows in which their pipes turn back. */
  private static void coil(PhotoCanvas photo, int variant) {
    int rows = 6 + 2 * variant;
    double pitch = 380.0 / rows;
    photo.shade(new Color(0xe3e9ec), new Color(0x9aa7af), box(150, 170, 580, 400));
    for (int fin = 0; fin < 116; fin++) {
      photo.fill(new Color(0x88959d), box(152 + 5 * fin, 170, 1.6, 400));
    }
    for (int row = 0; row < rows; row++) {
      double y = 182 + pitch * row;
      photo.stroke(
          row % 2 == 0 ? COPPER : COPPER_SHADE,
          15,
          new Arc2D.Double(700, y, pitch * 1.1, pitch, 90, -180, Arc2D.OPEN));
    }
    photo.shade(STEEL, SHADOW, box(132, 156, 20, 430));
    photo.shade(STEEL, SHADOW, box(726, 156, 12, 430));
  }

  /** Coated panels on their hooks, on the way out of the oven. */
  private static void panels(PhotoCanvas photo, int variant) {
    photo.shade(STEEL, SHADOW, box(0, 108, WIDTH, 22));
    int panels = 3 + variant;
    double width = 800.0 / panels;
    for (int panel = 0; panel < panels; panel++) {
      double x = 90 + width * panel;
      photo.stroke(SHADOW, 6, new Line2D.Double(x + width / 3, 130, x + width / 3, 200));
      photo.shade(WHITE, WHITE_SHADE, box(x, 196, width - 34, 370));
      for (int slot = 0; slot < 7; slot++) {
        photo.fill(
            new Color(0x8f9aa1),
            new RoundRectangle2D.Double(x + 26, 250 + 22 * slot, width - 86, 9, 9, 9));
      }
    }
  }

  /** A tank that stands on its end, with the seam of its weld. */
  private static void tank(PhotoCanvas photo, int variant) {
    for (int one = 0; one <= variant; one++) {
      double x = 330 - 170 * variant + 340 * one;
      photo.round(
          new Color(0xdfe6ea),
          new Color(0x6f7c85),
          new RoundRectangle2D.Double(x, 120, 300, 480, 150, 120));
      photo.stroke(new Color(0x59656d), 5, new Arc2D.Double(x, 200, 300, 46, 180, 180, Arc2D.OPEN));
      photo.stroke(new Color(0x59656d), 5, new Arc2D.Double(x, 480, 300, 46, 180, 180, Arc2D.OPEN));
      photo.shade(COPPER, COPPER_SHADE, box(x + 130, 92, 40, 40));
    }
  }

  /** Two pipes, and the clean ring of solder where they meet. */
  private static void joint(PhotoCanvas photo, int variant) {
    photo.moveTo(WIDTH / 2.0, HEIGHT / 2.0);
    photo.turn(variant == 0 ? -6 : 38);
    photo.shade(COPPER, COPPER_SHADE, box(-700, -70, 1400, 140));
    photo.shade(new Color(0xf0b98a), COPPER_SHADE, box(-70, -92, 700, 184));
    photo.shade(
        new Color(0xf3ead2),
        new Color(0x8d7d5e),
        new RoundRectangle2D.Double(-112, -98, 64, 196, 46, 60));
  }

  /** An outdoor unit on its bench, the fan behind its grille. */
  private static void unit(PhotoCanvas photo, int variant) {
    photo.shade(new Color(0x3f6f8f), new Color(0x27495f), box(80, 556, 800, 44));
    photo.shade(WHITE, WHITE_SHADE, new RoundRectangle2D.Double(190, 170, 580, 388, 24, 24));
    double x = variant == 0 ? 380 : 460;
    photo.fill(SHADOW, new Ellipse2D.Double(x - 150, 214, 300, 300));
    photo.moveTo(x, 364);
    for (int blade = 0; blade < 3; blade++) {
      photo.turn(120);
      photo.fill(new Color(0x6b757c), new Ellipse2D.Double(10, -34, 128, 68));
    }
    for (int ring = 1; ring <= 6; ring++) {
      double reach = 24.0 * ring;
      photo.stroke(
          new Color(0xd5dbde), 3, new Ellipse2D.Double(-reach, -reach, 2 * reach, 2 * reach));
    }
    photo.fill(new Color(0xd5dbde), new Ellipse2D.Double(-26, -26, 52, 52));
  }

  /** A round dial, its hand within the green. */
  private static void dial(PhotoCanvas photo, int variant) {
    photo.shade(STEEL, SHADOW, box(440, 540, 80, 180));
    photo.moveTo(WIDTH / 2.0, 340);
    disc(photo, SHADOW, 262);
    disc(photo, WHITE, 234);
    photo.stroke(new Color(0x2e8b63), 30, arc(188, 200, -150));
    photo.stroke(new Color(0xb3261e), 30, arc(188, 30, -75));
    for (int tick = 0; tick <= 24; tick++) {
      photo.stroke(SHADOW, tick % 4 == 0 ? 6 : 3, ray(225 - 11.25 * tick, 150, 168));
    }
    photo.stroke(SHADOW, 11, ray(variant == 0 ? 118 : 84, -46, 156));
    disc(photo, SHADOW, 20);
  }

  private static void disc(PhotoCanvas photo, Color colour, double radius) {
    photo.fill(colour, new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
  }

  private static Shape arc(double radius, double from, double degrees) {
    return new Arc2D.Double(-radius, -radius, 2 * radius, 2 * radius, from, degrees, Arc2D.OPEN);
  }

  private static Line2D ray(double degrees, double from, double to) {
    double angle = Math.toRadians(degrees);
    return new Line2D.Double(
        from * Math.cos(angle),
        -from * Math.sin(angle),
        to * Math.cos(angle),
        -to * Math.sin(angle));
  }

  /** Cartons on a pallet, with a strap around each row. */
  private static void pallet(PhotoCanvas photo, int variant) {
    photo.shade(new Color(0xb08a57), new Color(0x7b5c33), box(170, 590, 620, 40));
    int columns = 3 + variant;
    double width = 600.0 / columns;
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < columns; column++) {
        double x = 180 + width * column;
        double y = 455 - 140 * row;
        photo.shade(CARTON, CARTON_SHADE, box(x, y, width - 4, 136));
        photo.fill(new Color(0xe9dcc6), box(x + width / 2 - 12, y, 20, 136));
        photo.fill(WHITE, box(x + 16, y + 70, width / 4, 44));
      }
      photo.fill(new Color(0x33658a), box(180, 515 - 140 * row, 596, 7));
    }
  }
}
