package org.vitrine.photos;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Files that people send, and those that only somebody with bad intentions would make. */
final class PhotoFiles {
  private static final int BLOCK = 1 << 16;

  /** 32 by 32 pixels, red above blue, as Chromium writes it: with a profile of its colours. */
  private static final String LOSSY_WEBP =
      """
      UklGRjoCAABXRUJQVlA4WAoAAAAgAAAAHwAAHwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAA
      EAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAA
      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKA
      AAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0
      AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWi
      AAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQA
      AAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbA
      BlACAASQBuAGMALgAgADIAMAAxADZWUDggTAAAAPADAJ0BKiAAIAA+tUicS6ckIqG36ADgFolkAL9ngfoH4q/gAAzN
      bQQA/uy9j+rS/UMc//1vtiuv4oZnX/Z+T/6cs/+aUyREhvfgAAA=""";

  private PhotoFiles() {}

  /** Its corners differ: red and green above, blue and white below. */
  static BufferedImage corners(int width, int height) {
    return corners(width, height, BufferedImage.TYPE_3BYTE_BGR);
  }

  static BufferedImage corners(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D graphics = image.createGraphics();
    Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
    for (int i = 0; i < colours.length; i++) {
      graphics.setColor(colours[i]);
      graphics.fillRect(i % 2 * width / 2, i / 2 * height / 2, (width + 1) / 2, (height + 1) / 2);
    }
    graphics.dispose();
    return image;
  }

  static byte[] jpeg(BufferedImage image) {
    return written("jpeg", image, false);
  }

  static byte[] progressiveJpeg(BufferedImage image) {
    return written("jpeg", image, true);
  }

  static byte[] png(BufferedImage image) {
    return written("png", image, false);
  }

  static byte[] gif(BufferedImage image) {
    return written("gif", image, false);
  }

  private static byte[] written(String format, BufferedImage image, boolean isProgressive) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (isProgressive) {
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** A JPEG in cyan, magenta, yellow and black, of which there is none. */
  static byte[] inks() {
    WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(inks, null, null), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** A JPEG with one more segment at its beginning. */
  static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
    ByteBuffer file = ByteBuffer.allocate(jpeg.length + content.length + 4);
    file.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker);
    file.putShort((short) (content.length + 2)).put(content).put(jpeg, 2, jpeg.length - 2);
    return file.array();
  }

  static byte[] withExif(byte[] jpeg, int orientation) {
    return withSegment(jpeg, 0xE1, join(latin("Exif\0\0"), exif(orientation)));
  }

  /** What a camera writes: how it was held, and where. */
  static byte[] exif(int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put(latin("II")).putShort((short) 42).putInt(8);
    tiff.putShort((short) 2);
    entry(tiff, 0x0112, 3, 1, orientation);
    entry(tiff, 0x8825, 4, 1, 38);
    tiff.putInt(0);
    tiff.putShort((short) 4);
    entry(tiff, 1, 2, 2, 'N');
    entry(tiff, 2, 5, 3, 100);
    entry(tiff, 3, 2, 2, 'E');
    entry(tiff, 4, 5, 3, 124);
    tiff.putInt(0);
    tiff.position(100);
    for (int number : new int[] {23, 1, 1, 1, 30, 1, 113, 1, 7, 1, 12, 1}) {
      tiff.putInt(number);
    }
    return tiff.array();
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  /** A PNG of zeros, whatever its size: each line a filter's number and its pixels. */
  static byte[] plainPng(int width, int height, int bitDepth, int colourType, byte[]... chunks) {
    int samples = new int[] {1, 0, 3, 1, 2, 0, 4}[colourType];
    long line = 1 + ((long) width * samples * bitDepth + 7) / 8;
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) bitDepth).put((byte) colourType);
    byte[] palette =
        colourType == 3 ? chunk("PLTE", new byte[] {0, 0, 0, 90, 90, 90}) : new byte[0];
    return join(
        latin(PngParts.SIGNATURE),
        chunk("IHDR", header.array()),
        join(chunks),
        palette,
        chunk("IDAT", deflatedZeros(line * height)),
        chunk("IEND", new byte[0]));
  }

  static byte[] deflatedZeros(long count) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, best, BLOCK)) {
      byte[] zeros = new byte[BLOCK];
      for (long left = count; left > 0; left -= BLOCK) {
        out.write(zeros, 0, (int) Math.min(left, BLOCK));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      best.end();
    }
    return bytes.toByteArray();
  }

  static byte[] chunk(String type, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(latin(type));
    crc.update(content);
    return ByteBuffer.allocate(content.length + 12)
        .putInt(content.length)
        .put(latin(type))
        .put(content)
        .putInt((int) crc.getValue())
        .array();
  }

  /** A lossless WebP of one colour: a pixel takes no bit at all. */
  static byte[] plainWebp(int width, int height) {
    BitWriter bits = new BitWriter();
    bits.write(0x2F, 8).write(width - 1, 14).write(height - 1, 14).write(0, 4);
    bits.write(0, 3); // No transform, no cache of colours, one group of codes.
    for (int code : new int[] {90, 200, 30, 255}) {
      bits.write(1, 1).write(0, 1).write(1, 1).write(code, 8);
    }
    bits.write(1, 1).write(0, 1).write(0, 1).write(0, 1); // Nothing is repeated from a distance.
    return riff(riffChunk("VP8L", bits.bytes()));
  }

  static byte[] lossyWebp() {
    return Base64.getMimeDecoder().decode(LOSSY_WEBP);
  }

  static byte[] riff(byte[]... chunks) {
    byte[] all = join(chunks);
    return join(latin("RIFF"), littleEndian(all.length + 4), latin("WEBP"), all);
  }

  static byte[] riffChunk(String type, byte[] content) {
    return join(latin(type), littleEndian(content.length), content, new byte[content.length % 2]);
  }

  private static byte[] littleEndian(int number) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }

  /** Lowest bit first. */
  private static final class BitWriter {
    private final byte[] bytes = new byte[64];
    private int at;

    BitWriter write(int value, int count) {
      for (int i = 0; i < count; i++, at++) {
        bytes[at / 8] |= (byte) ((value >> i & 1) << at % 8);
      }
      return this;
    }

    byte[] bytes() {
      return Arrays.copyOf(bytes, at / 8 + 8);
    }
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] cut(byte[] file, int length) {
    return Arrays.copyOf(file, length);
  }
}
