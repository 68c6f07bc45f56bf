package org.vitrine.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/**
 * What a photo of the demo plant is drawn on; without a letter, since a server may have no fonts.
 */
final class PhotoCanvas {
  private final Graphics2D picture;

  private PhotoCanvas(Graphics2D picture) {
    this.picture = picture;
  }

  /** A picture as a camera would send it, on a ground that is lit from above. */
  static byte[] jpeg(
      int width, int height, Color dark, Color light, Consumer<PhotoCanvas> drawing) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D picture = image.createGraphics();
    picture.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    picture.setPaint(new GradientPaint(0, 0, dark, width, height, light));
    picture.fill(new Rectangle2D.Double(0, 0, width, height));
    drawing.accept(new PhotoCanvas(picture));
    picture.dispose();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "jpeg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void moveTo(double x, double y) {
    picture.translate(x, y);
  }

  void scale(double by) {
    picture.scale(by, by);
  }

  void turn(double degrees) {
    picture.rotate(Math.toRadians(degrees));
  }

  void fill(Color colour, Shape shape) {
    picture.setPaint(colour);
    picture.fill(shape);
  }

  /** Light above, dark below. */
  void shade(Color above, Color below, Shape shape) {
    Rectangle2D box = shape.getBounds2D();
    picture.setPaint(
        new GradientPaint(0, (float) box.getMinY(), above, 0, (float) box.getMaxY(), below));
    picture.fill(shape);
  }

  /** Something round that stands: light in the middle, dark at both sides. */
  void round(Color middle, Color side, Shape shape) {
    Rectangle2D box = shape.getBounds2D();
    picture.setPaint(
        new GradientPaint(
            (float) box.getCenterX(), 0, middle, (float) box.getMaxX(), 0, side, true));
    picture.fill(shape);
  }

  void stroke(Color colour, float width, Shape shape) {
    picture.setPaint(colour);
    picture.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    picture.draw(shape);
  }

  static Path2D polygon(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int at = 2; at < points.length; at += 2) {
      path.lineTo(points[at], points[at + 1]);
    }
    path.closePath();
    return path;
  }
}
