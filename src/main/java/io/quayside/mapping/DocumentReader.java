package io.quayside.mapping;

import java.util.ArrayDeque;
import java.util.Deque;
import org.smooks.api.ExecutionContext;
import org.smooks.api.io.Source;
import org.smooks.api.resource.reader.SmooksXMLReader;
import org.xml.sax.ContentHandler;
import org.xml.sax.DTDHandler;
import org.xml.sax.EntityResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Gives Smooks a document that was read before, as elements with attributes; or, where the mapping
 * is compiled, what its bindings make of the document. It parses no XML: anything but our own
 * source is refused.
 *
 * <pre>{@code <reader class="io.quayside.mapping.DocumentReader"/>}</pre>
 */
public final class DocumentReader implements SmooksXMLReader {
  private static final String NO_NAMESPACE = "";
  private static final String CDATA = "CDATA";
  private static final String DONE = "mapped";

  private ContentHandler contentHandler;
  private ErrorHandler errorHandler;
  private DTDHandler dtdHandler;
  private EntityResolver entityResolver;
  private ExecutionContext executionContext;

  @Override
  public void setExecutionContext(ExecutionContext executionContext) {
    this.executionContext = executionContext;
  }

  @Override
  public void parse(InputSource input) throws SAXException {
    if (!(executionContext.get(Source.SOURCE_TYPED_KEY) instanceof SmooksSource source)) {
      throw new SAXException("a mapping takes a document that was read, nothing else");
    }
    Reading reading = source.reading();
    executionContext.getBeanContext().addBean(Reading.BEAN, reading);
    contentHandler.startDocument();
    if (source.compiled() == null) {
      visit(source.document(), reading);
    } else {
      CompiledMapping mapping = source.compiled();
      executionContext
          .getBeanContext()
          .addBean(mapping.result(), mapping.run(source.document(), reading, null));
      contentHandler.startElement(NO_NAMESPACE, DONE, DONE, new AttributesImpl());
      contentHandler.endElement(NO_NAMESPACE, DONE, DONE);
    }
    contentHandler.endDocument();
  }

  private void visit(DocumentSource document, Reading reading) throws SAXException {
    reading.begin();
    try {
      document.read(new Visiting(reading));
    } catch (VisitorFailed e) {
      throw e.cause;
    } finally {
      reading.end();
    }
  }

  /** Tells the run which element follows, then Smooks. */
  private final class Visiting implements DocumentSource.Handler {
    private final Reading reading;
    private final Deque<String> open = new ArrayDeque<>();

    Visiting(Reading reading) {
      this.reading = reading;
    }

    @Override
    public void start(DocumentElement element) {
      reading.enter(element);
      AttributesImpl attributes = new AttributesImpl();
      element.attributes(
          (name, value) ->
              attributes.addAttribute(NO_NAMESPACE, name.name(), name.name(), CDATA, value));
      open.push(element.name());
      try {
        contentHandler.startElement(NO_NAMESPACE, element.name(), element.name(), attributes);
      } catch (SAXException e) {
        throw new VisitorFailed(e);
      }
    }

    @Override
    public void end() {
      String name = open.pop();
      try {
        contentHandler.endElement(NO_NAMESPACE, name, name);
      } catch (SAXException e) {
        throw new VisitorFailed(e);
      }
      reading.leave();
    }
  }

  private static final class VisitorFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final SAXException cause;

    VisitorFailed(SAXException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  /** A reader of addresses this is not. */
  @Override
  public void parse(String systemId) throws SAXException {
    throw new SAXException("a mapping reads no address: " + systemId);
  }

  @Override
  public void setContentHandler(ContentHandler handler) {
    contentHandler = handler;
  }

  @Override
  public ContentHandler getContentHandler() {
    return contentHandler;
  }

  @Override
  public void setErrorHandler(ErrorHandler handler) {
    errorHandler = handler;
  }

  @Override
  public ErrorHandler getErrorHandler() {
    return errorHandler;
  }

  @Override
  public void setDTDHandler(DTDHandler handler) {
    dtdHandler = handler;
  }

  @Override
  public DTDHandler getDTDHandler() {
    return dtdHandler;
  }

  @Override
  public void setEntityResolver(EntityResolver resolver) {
    entityResolver = resolver;
  }

  @Override
  public EntityResolver getEntityResolver() {
    return entityResolver;
  }

  /** No feature changes what we send. */
  @Override
  public void setFeature(String name, boolean value) {}

  @Override
  public boolean getFeature(String name) {
    return false;
  }

  /** No property changes what we send. */
  @Override
  public void setProperty(String name, Object value) {}

  @Override
  public Object getProperty(String name) {
    return null;
  }
}
