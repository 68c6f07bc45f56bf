package org.vitrine.walls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vitrine.platform.web.Endpoint;

/** The table of who gets what, as {@code matrix/*.txt} has it. */
record Matrix(List<Question> questions) {
  private static final Path TABLES = Path.of("src/test/resources/org/vitrine/walls/matrix");
  private static final Pattern ACCESS =
      Pattern.compile("/api/(me|sessions?|sign-in|glass-session)\\b");
  private static final Map<String, List<Asker>> GROUPS =
      Map.of(
          "contacts",
          List.of(Asker.CUSTOMER, Asker.DISTRIBUTOR, Asker.ELSEWHERE, Asker.NOWHERE),
          "staff",
          List.of(
              Asker.OPERATOR, Asker.ACCOUNT_MANAGER, Asker.QUALITY_MANAGER, Asker.ADMINISTRATOR),
          "keys",
          List.of(Asker.KEY_REPORTS, Asker.KEY_ORDERS, Asker.KEY_READ),
          "others",
          Stream.of(Asker.values()).filter(asker -> asker != Asker.STATION).toList());
  private static final Answers NOTHING = new Answers("403", "403", "403");

  /**
   * What is asked, and what each is answered.
   *
   * @param path with placeholders and a query; for a WATCH and for EVENTS the topic
   */
  record Question(String method, String path, String body, Map<Asker, Answers> answers) {
    boolean isWatch() {
      return method.equals("WATCH");
    }

    boolean isEvents() {
      return method.equals("EVENTS");
    }

    /** Whether an answer may end the session in which it was asked, or others of its person. */
    boolean endsSessions() {
      return !method.equals("GET") && ACCESS.matcher(path).find();
    }

    boolean asks(Endpoint endpoint) {
      String route =
          isWatch() ? "/live" : isEvents() ? "/live/events" : path.replaceFirst("\\?.*", "");
      String verb = isWatch() || isEvents() ? "GET" : method;
      return verb.equals(endpoint.method().name())
          && route.matches(endpoint.path().replaceAll(":[a-z]+", "\\\\{[a-z-]+\\\\}"));
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** The answers for what is one's own, another company's, and guessed. */
  record Answers(String own, String foreign, String guessed) {
    String to(Whose whose) {
      return switch (whose) {
        case OWN -> own;
        case FOREIGN -> foreign;
        case GUESSED -> guessed;
      };
    }
  }

  static Matrix read() {
    return read(TABLES);
  }

  static Matrix read(Path tables) {
    List<Question> questions = new ArrayList<>();
    lines(tables).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(
            line -> {
              if (line.startsWith("  ")) {
                answer(questions.getLast(), line.trim());
              } else {
                String[] parts = line.split(" ", 3);
                questions.add(
                    new Question(
                        parts[0],
                        parts[1],
                        parts.length > 2 ? parts[2] : "",
                        new EnumMap<>(Asker.class)));
              }
            });
    questions.forEach(question -> question.answers().putIfAbsent(Asker.STATION, NOTHING));
    return new Matrix(questions);
  }

  /** One table a feature, one after the other. */
  private static List<String> lines(Path folder) {
    try (Stream<Path> tables = Files.list(folder)) {
      List<String> lines = new ArrayList<>();
      for (Path table : tables.filter(file -> file.toString().endsWith(".txt")).sorted().toList()) {
        lines.addAll(Files.readAllLines(table));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(Question question, String line) {
    String[] sides = line.split(": ");
    String[] said = sides[1].split(" ");
    Answers answers =
        said.length == 1
            ? new Answers(said[0], said[0], said[0])
            : new Answers(said[0], said[1], said[2]);
    for (String name : sides[0].split(" ")) {
      for (Asker asker : GROUPS.getOrDefault(name, List.of())) {
        question.answers().putIfAbsent(asker, answers);
      }
      if (name.equals("others") && !question.isWatch() && !question.isEvents()) {
        question.answers().putIfAbsent(Asker.STATION, answers);
      }
      if (!GROUPS.containsKey(name)) {
        question.answers().put(Asker.of(name), answers);
      }
    }
  }
}
