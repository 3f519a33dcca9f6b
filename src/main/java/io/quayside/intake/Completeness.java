package io.quayside.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Whether a file that may still be written is whole by its content: every ISA has its IEA, every
 * UNB its UNZ, the JSON value and the XML root are closed. A file of another kind is never known to
 * be.
 */
final class Completeness {

  private static final JsonFactory JSON = new JsonFactory();

  private Completeness() {}

  static boolean complete(byte[] bytes) {
    return switch (Recognition.of(bytes).format()) {
      case X12 -> x12(bytes);
      case EDIFACT -> edifact(bytes);
      case JSON -> json(bytes);
      case XML -> xml(bytes);
      default -> false;
    };
  }

  /** Counts ISA and IEA segments; the last one must be an IEA with its terminator. */
  private static boolean x12(byte[] bytes) {
    int start = indexOf(bytes, "ISA", 0);
    if (start < 0 || bytes.length < start + 106) {
      return false;
    }
    byte separator = bytes[start + 3];
    int terminator = terminator(bytes, start, separator);
    if (terminator < 0) {
      return false;
    }
    byte end = bytes[terminator];
    int open = 0;
    boolean closed = false;
    int at = start;
    while (at < bytes.length) {
      int next = at;
      while (next < bytes.length && bytes[next] != end) {
        next++;
      }
      if (next == bytes.length) {
        return false;
      }
      if (startsWith(bytes, at, "ISA", separator)) {
        open++;
        closed = false;
      } else if (startsWith(bytes, at, "IEA", separator)) {
        open--;
        closed = true;
      } else {
        closed = false;
      }
      at = skipBlanks(bytes, next + 1);
    }
    return closed && open == 0;
  }

  /** After sixteen elements, the last of which is one character long, comes the terminator. */
  private static int terminator(byte[] bytes, int start, byte separator) {
    int seen = 0;
    for (int i = start; i < bytes.length - 2 && i < start + 400; i++) {
      if (bytes[i] == separator && ++seen == 16) {
        return i + 2;
      }
    }
    return -1;
  }

  private static boolean edifact(byte[] bytes) {
    int start = skipBlanks(bytes, 0);
    boolean una = startsWith(bytes, start, "UNA");
    byte release = una && bytes.length > start + 8 ? bytes[start + 6] : (byte) '?';
    byte end = una && bytes.length > start + 8 ? bytes[start + 8] : (byte) '\'';
    int at = una ? skipBlanks(bytes, start + 9) : start;
    boolean closed = false;
    while (at < bytes.length) {
      int next = at;
      while (next < bytes.length && bytes[next] != end) {
        next += bytes[next] == release && release != ' ' ? 2 : 1;
      }
      if (next >= bytes.length) {
        return false;
      }
      closed = startsWith(bytes, at, "UNZ");
      at = skipBlanks(bytes, next + 1);
    }
    return closed;
  }

  private static boolean json(byte[] bytes) {
    try (JsonParser parser = JSON.createParser(bytes)) {
      while (parser.nextToken() != null) {
        parser.skipChildren();
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean xml(byte[] bytes) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      while (reader.hasNext()) {
        reader.next();
      }
      reader.close();
      return true;
    } catch (XMLStreamException | RuntimeException e) {
      return false;
    }
  }

  private static boolean startsWith(byte[] bytes, int at, String tag, byte separator) {
    return startsWith(bytes, at, tag)
        && at + tag.length() < bytes.length
        && bytes[at + tag.length()] == separator;
  }

  private static boolean startsWith(byte[] bytes, int at, String tag) {
    if (at + tag.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < tag.length(); i++) {
      if (bytes[at + i] != tag.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int indexOf(byte[] bytes, String tag, int from) {
    for (int i = from; i <= bytes.length - tag.length() && i < from + 4096; i++) {
      if (startsWith(bytes, i, tag)) {
        return i;
      }
    }
    return -1;
  }

  private static int skipBlanks(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && (bytes[at] <= ' ' && bytes[at] >= 0)) {
      at++;
    }
    return at;
  }
}
