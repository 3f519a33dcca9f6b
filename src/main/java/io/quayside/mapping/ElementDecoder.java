package io.quayside.mapping;

import jakarta.annotation.Resource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.smooks.api.converter.TypeConverter;
import org.smooks.api.converter.TypeConverterDescriptor;
import org.smooks.api.converter.TypeConverterFactory;
import org.smooks.api.resource.config.Configurable;
import org.smooks.engine.converter.DefaultTypeConverterDescriptor;

/** The face of {@link Decoder} to Smooks; {@link MappingFile} tells it what to decode and where. */
@Resource(name = "Element")
public final class ElementDecoder implements TypeConverterFactory<String, Object>, Configurable {
  static final String KIND = "kind";
  static final String OWNER = "owner";
  static final String ATTRIBUTES = "attributes";
  static final String CODE = "code ";

  private Properties properties = new Properties();
  private Decoder decoder;
  private AttributeName[] attributes = {};

  @Override
  public void setConfiguration(Properties configuration) {
    properties = configuration;
    Map<String, String> words = new HashMap<>();
    for (String name : configuration.stringPropertyNames()) {
      if (name.startsWith(CODE)) {
        words.put(name.substring(CODE.length()), configuration.getProperty(name));
      }
    }
    decoder = Decoder.of(configuration.getProperty(KIND), words);
    String owner = configuration.getProperty(OWNER);
    attributes =
        Arrays.stream(configuration.getProperty(ATTRIBUTES).split(" "))
            .map(name -> AttributeName.of(owner, name))
            .toArray(AttributeName[]::new);
  }

  @Override
  public Properties getConfiguration() {
    return properties;
  }

  @Override
  public TypeConverter<String, Object> createTypeConverter() {
    return this::decode;
  }

  @Override
  public TypeConverterDescriptor<Class<String>, Class<Object>> getTypeConverterDescriptor() {
    return new DefaultTypeConverterDescriptor<>(String.class, Object.class);
  }

  private Object decode(String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    Reading reading = Reading.current();
    reading.take(attributes);
    return decoder.decode(value, reading);
  }
}
