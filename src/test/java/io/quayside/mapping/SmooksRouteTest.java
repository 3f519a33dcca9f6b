package io.quayside.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quayside.edi.TransactionSet;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.smooks.SmooksConstants;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The face of the mapping in routes: the {@code smooks:} endpoint runs the merged file. */
class SmooksRouteTest {
  private static final String ACME = "partners/acme/850-to-order.xml";

  private final OrderMapping mapping =
      new OrderMapping(Samples.FILES, new OrderSchema(Samples.FILES));
  private CamelContext camel;
  private ProducerTemplate producer;

  @BeforeEach
  void start() throws Exception {
    camel = new DefaultCamelContext();
    camel.getRegistry().bind(MappingResources.BEAN, new MappingResources(Samples.FILES));
    camel.getRegistry().bind("orderMapping", mapping);
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:map")
                .toD("${header.endpoint}")
                .removeHeader("CamelSmooksExecutionContext")
                .bean("orderMapping", "complete");
          }
        });
    camel.start();
    producer = camel.createProducerTemplate();
  }

  @AfterEach
  void stop() {
    camel.stop();
    mapping.close();
  }

  @Test
  void theEndpointGivesTheSameOrderAsPlainJava() {
    TransactionSet set =
        Samples.read("rich.edi").interchanges().get(0).groups().get(0).sets().get(0);

    for (String overlay : new String[] {null, ACME}) {
      Exchange done =
          producer.request(
              "direct:map",
              exchange -> {
                exchange
                    .getMessage()
                    .setBody(mapping.source(DocumentSource.of(set), Samples.MAPPING, overlay));
                exchange
                    .getMessage()
                    .setHeader("endpoint", mapping.endpoint(Samples.MAPPING, overlay));
              });
      assertThat(done.getException()).isNull();
      assertThat(done.getMessage().getBody()).isEqualTo(mapping.map(set, Samples.MAPPING, overlay));
      assertThat(done.getMessage().getHeaders())
          .doesNotContainKey(SmooksConstants.SMOOKS_EXECUTION_CONTEXT);
    }
  }

  @Test
  void xmlIsNeverParsedByTheEndpoint() {
    byte[] xml = "<x12-850><BEG BEG03=\"1\"/></x12-850>".getBytes(StandardCharsets.UTF_8);
    Map<String, Object> headers = Map.of("endpoint", mapping.endpoint(Samples.MAPPING, null));

    assertThatThrownBy(() -> producer.requestBodyAndHeaders("direct:map", xml, headers))
        .hasRootCauseMessage("a mapping takes a document that was read, nothing else");
  }
}
