package org.vitrine.calendars;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import net.fortuna.ical4j.data.CalendarParser;
import net.fortuna.ical4j.data.CalendarParserFactory;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import org.vitrine.platform.Rejection;

/**
 * The usual parser, which reads what stands inside of each other by calls inside of each other,
 * stopped at a depth that no calendar has. It is counted by what the parser itself takes for a
 * beginning: lines may be folded, and not every line that looks like an end is one.
 */
public final class ShallowParser implements CalendarParser {
  private static final int DEEPEST = 10;

  private final CalendarParser parser = CalendarParserFactory.getInstance().get();

  @Override
  public void parse(InputStream in, ContentHandler handler) throws IOException, ParserException {
    parser.parse(in, new Counting(handler));
  }

  @Override
  public void parse(Reader in, ContentHandler handler) throws IOException, ParserException {
    parser.parse(in, new Counting(handler));
  }

  private static final class Counting implements ContentHandler {
    private final ContentHandler handler;
    private int depth;

    Counting(ContentHandler handler) {
      this.handler = handler;
    }

    @Override
    public void startComponent(String name) {
      depth++;
      if (depth > DEEPEST) {
        throw new Rejection.Invalid(
            "", "The file is nested more than %d levels deep".formatted(DEEPEST));
      }
      handler.startComponent(name);
    }

    @Override
    public void endComponent(String name) {
      depth--;
      handler.endComponent(name);
    }

    @Override
    public void startCalendar() {
      handler.startCalendar();
    }

    @Override
    public void endCalendar() throws IOException {
      handler.endCalendar();
    }

    @Override
    public void startProperty(String name) {
      handler.startProperty(name);
    }

    @Override
    public void propertyValue(String value) {
      handler.propertyValue(value);
    }

    @Override
    public void endProperty(String name) {
      handler.endProperty(name);
    }

    @Override
    public void parameter(String name, String value) {
      handler.parameter(name, value);
    }
  }
}
