package org.vitrine.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.vitrine.platform.Rejection;

/** The elements of an array. */
final class JsonArray implements JsonSequence {
  private final Supplier<InputStream> text;

  JsonArray(Supplier<InputStream> text) {
    this.text = text;
  }

  @Override
  public int count(int most) {
    try (JsonParser parser = Json.parser(text.get())) {
      parser.nextToken();
      int count = 0;
      while (count <= most && parser.nextToken() != JsonToken.END_ARRAY) {
        parser.skipChildren();
        count++;
      }
      if (count <= most && parser.nextToken() != null) {
        throw new Rejection.Invalid("", "Not valid JSON: unexpected content after the array");
      }
      return count;
    } catch (IOException e) {
      throw JsonFaults.asRejection(e);
    }
  }

  @Override
  public <T> Iterable<Supplier<T>> as(Class<T> type) {
    return () -> new Elements<>(type);
  }

  private final class Elements<T> implements Iterator<Supplier<T>> {
    private final ObjectReader reader;
    private final JsonParser parser;
    private final JsonStreamContext array;
    private boolean isAtNext;

    private Elements(Class<T> type) {
      this.reader = Json.oneOfMany(type);
      try {
        this.parser = Json.parser(text.get());
        parser.nextToken();
        this.array = parser.getParsingContext();
      } catch (IOException e) {
        throw JsonFaults.asRejection(e);
      }
    }

    @Override
    public boolean hasNext() {
      try {
        if (!isAtNext) {
          leaveElement();
          parser.nextToken();
          isAtNext = true;
        }
        return parser.currentToken() != JsonToken.END_ARRAY;
      } catch (IOException e) {
        throw JsonFaults.asRejection(e);
      }
    }

    /** What was refused was read as far as its fault, and what nobody asked for not at all. */
    private void leaveElement() throws IOException {
      while (parser.getParsingContext() != array) {
        parser.nextToken();
      }
    }

    @Override
    public Supplier<T> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      isAtNext = false;
      return () -> Json.read(parser, reader);
    }
  }
}
