package io.quayside.mapping;

import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.PathGlobMatcher;
import freemarker.cache.TemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.core.XMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.quayside.edi.OutSegment;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Writes a document by a FreeMarker template of {@code mappings/} that yields segment elements, in
 * the words that mappings read: {@code <BAK BAK01="00" BAK02="AC"/>}. No delimiter is ever written
 * by a template. Safe for threads.
 *
 * <p>Values are escaped by themselves; a template reaches data only: no classes, no methods of the
 * Java API, no files but those in {@code mappings/}. An undefined value is an error: write {@code
 * ${x!}} where it may be absent.
 */
public final class Outbound {
  private final Configuration templates;
  private final OutboundDocuments documents;

  public Outbound(ConfigFiles files) {
    documents = new OutboundDocuments(files);
    templates = new Configuration(Configuration.VERSION_2_3_33);
    templates.setTemplateLoader(new FileLoader(files));
    templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
    templates.setLocalizedLookup(false);
    templates.setOutputFormat(XMLOutputFormat.INSTANCE);
    templates.setTemplateConfigurations(
        new ConditionalTemplateConfigurationFactory(new PathGlobMatcher("json/**"), json()));
    templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    templates.setAPIBuiltinEnabled(false);
    templates.setNumberFormat("c");
    templates.setBooleanFormat("c");
    templates.setLogTemplateExceptions(false);
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
  }

  /**
   * Renders a document.
   *
   * @param template path below {@code mappings/}, for example {@code x12/order-to-855.ftl}
   * @param model maps, lists, strings, numbers, booleans
   * @return the segments between ST and SE, in order
   * @throws MappingException with template and line when the template or what it yields is wrong
   */
  public List<OutSegment> render(String template, Map<String, Object> model) {
    return SegmentXml.read(write(template, model), "mappings/" + template);
  }

  /**
   * Writes a document in JSON. A template may end a list with a comma; what is stored is strict.
   *
   * @param schema path below {@code mappings/} of the JSON Schema that it must hold
   * @throws MappingException when what the template yields is no JSON or breaks its schema
   */
  public byte[] json(String template, String schema, Map<String, Object> model) {
    return documents.json(write(template, model), "mappings/" + template, "mappings/" + schema);
  }

  /**
   * Writes a document in XML, UTF-8.
   *
   * @throws MappingException when what the template yields is not well-formed
   */
  public byte[] xml(String template, Map<String, Object> model) {
    return documents.xml(write(template, model), "mappings/" + template);
  }

  /**
   * Writes a text for people, for example {@code email/confirmation.ftlh} as HTML.
   *
   * @throws MappingException with template and line when it is wrong
   */
  public String write(String template, Map<String, Object> model) {
    StringWriter text = new StringWriter();
    try {
      load(template).process(model, text);
    } catch (TemplateException | IOException e) {
      throw new MappingException("mappings/" + template + " failed: " + e.getMessage(), e);
    }
    return text.toString();
  }

  private static TemplateConfiguration json() {
    TemplateConfiguration json = new TemplateConfiguration();
    json.setOutputFormat(JsonText.INSTANCE);
    return json;
  }

  /** Parses a template without running it. */
  Template load(String template) {
    try {
      return templates.getTemplate(template);
    } catch (IOException e) {
      throw new MappingException("mappings/" + template + " does not load: " + e.getMessage(), e);
    }
  }

  private record FileLoader(ConfigFiles files) implements TemplateLoader {
    @Override
    public Object findTemplateSource(String name) {
      String path = "mappings/" + name;
      return files.list(path).contains(path) ? path : null;
    }

    @Override
    public long getLastModified(Object source) {
      return 0;
    }

    @Override
    public Reader getReader(Object source, String encoding) throws IOException {
      return new InputStreamReader(
          files.open((String) source).orElseThrow(() -> new IOException("gone: " + source)),
          StandardCharsets.UTF_8);
    }

    @Override
    public void closeTemplateSource(Object source) {
      // The reader is closed by FreeMarker; a path needs no closing.
    }
  }
}
