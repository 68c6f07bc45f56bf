package org.vitrine.photos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.vitrine.platform.Rejection;

/** Converts each file of a folder twice at once, and says what came of it. */
final class PhotoProcess {
  static final String ANSWER = "answer ";

  private PhotoProcess() {}

  public static void main(String[] args) throws Exception {
    ConversionLimiter limiter = new ConversionLimiter();
    try (Stream<Path> files = Files.list(Path.of(args[0]));
        ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Path file : files.sorted().toList()) {
        List<Future<String>> answers =
            Stream.generate(() -> senders.submit(() -> limiter.run(() -> answer(file))))
                .limit(2)
                .toList();
        String first = answers.getFirst().get();
        for (Future<String> answer : answers) {
          if (!answer.get().equals(first)) {
            throw new IllegalStateException(file + ": " + first + " and " + answer.get());
          }
        }
        System.out.println(ANSWER + file.getFileName() + " " + first);
      }
    }
  }

  private static String answer(Path file) {
    try {
      ConvertedPhoto photo = PhotoConverter.convert(Files.readAllBytes(file));
      return photo.width() + "x" + photo.height();
    } catch (Rejection refused) {
      return refused.getClass().getSimpleName();
    } catch (IOException e) {
      return e.toString();
    }
  }
}
