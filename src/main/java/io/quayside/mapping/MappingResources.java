package io.quayside.mapping;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceResolverSupport;
import org.apache.camel.support.ResourceSupport;

/**
 * Lets the {@code smooks:} endpoint load a mapping with its overlay merged in.
 *
 * <pre>smooks:mapping:x12/850-to-order.xml,partners/acme/850-to-order.xml</pre>
 */
final class MappingResources extends ResourceResolverSupport {
  static final String SCHEME = "mapping";

  /** The name that Camel looks the resolver up by. */
  static final String BEAN = "resource-loader-" + SCHEME;

  private final ConfigFiles files;

  MappingResources(ConfigFiles files) {
    super(SCHEME);
    this.files = files;
  }

  @Override
  protected Resource createResource(String location, String remaining) {
    String[] names = remaining.split(",", 2);
    MappingFile file = MappingFile.load(files, names[0], names.length == 2 ? names[1] : null);
    byte[] bytes = file.toBytes();
    return new ResourceSupport(SCHEME, location) {
      @Override
      public boolean exists() {
        return true;
      }

      @Override
      public InputStream getInputStream() {
        return new ByteArrayInputStream(bytes);
      }
    };
  }
}
