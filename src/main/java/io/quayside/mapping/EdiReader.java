package io.quayside.mapping;

import io.quayside.edi.SetXml;
import org.smooks.api.ExecutionContext;
import org.smooks.api.io.Source;
import org.smooks.api.resource.reader.SmooksXMLReader;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.DTDHandler;
import org.xml.sax.EntityResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Feeds Smooks with a set that the {@code edi} package has read: one element per segment and loop,
 * the data as attributes. It parses no XML: anything but a set is refused.
 *
 * <pre>{@code <reader class="io.quayside.mapping.EdiReader"/>}</pre>
 */
public final class EdiReader implements SmooksXMLReader {
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
    if (!(executionContext.get(Source.SOURCE_TYPED_KEY) instanceof SetSource source)) {
      throw new SAXException(
          "a mapping of EDI takes a transaction set that was read, nothing else");
    }
    Reading reading = new Reading(source.set());
    executionContext.getBeanContext().addBean(Reading.BEAN, reading);
    Announcing events = new Announcing(reading);
    events.setContentHandler(contentHandler);
    reading.begin();
    try {
      new SetXml().write(source.set(), events);
    } finally {
      reading.end();
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

  /** Tells the run which segment follows, then Smooks. */
  private static final class Announcing extends XMLFilterImpl {
    private final Reading reading;

    Announcing(Reading reading) {
      this.reading = reading;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes)
        throws SAXException {
      String at = attributes.getValue("_at");
      if (at != null) {
        reading.enter(Integer.parseInt(at), attributes);
      }
      super.startElement(uri, localName, qName, attributes);
    }
  }
}
