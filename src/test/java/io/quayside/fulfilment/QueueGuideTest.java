package io.quayside.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.quayside.order.message.CarrierStatus;
import io.quayside.order.message.GoodsReceived;
import io.quayside.order.message.GoodsShipped;
import io.quayside.order.message.OrderFromSupplier;
import io.quayside.order.message.PostToAccounting;
import io.quayside.order.message.Posted;
import io.quayside.order.message.ReserveStock;
import io.quayside.order.message.ShipByCarrier;
import io.quayside.order.message.ShipGoods;
import io.quayside.order.message.StockReserved;
import io.quayside.order.message.SupplierStatus;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** src/docs/queues.md, the schemas and the records say the same, to the letter. */
class QueueGuideTest {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  static Stream<Arguments> queues() {
    return Stream.of(
        Arguments.of("inventory.reserve", ReserveStock.class),
        Arguments.of("inventory.reserved", StockReserved.class),
        Arguments.of("inventory.ship", ShipGoods.class),
        Arguments.of("inventory.shipped", GoodsShipped.class),
        Arguments.of("inventory.received", GoodsReceived.class),
        Arguments.of("supplier.order", OrderFromSupplier.class),
        Arguments.of("supplier.status", SupplierStatus.class),
        Arguments.of("accounting.post", PostToAccounting.class),
        Arguments.of("accounting.posted", Posted.class),
        Arguments.of("carrier.ship", ShipByCarrier.class),
        Arguments.of("carrier.status", CarrierStatus.class));
  }

  @ParameterizedTest
  @MethodSource("queues")
  void theExampleIsReadWholeAndWrittenAgainAsItStands(String queue, Class<?> type)
      throws IOException {
    JsonNode example = example(queue);
    Object read = JSON.treeToValue(example, type);
    assertThat(withoutEmptyLists(JSON.valueToTree(read))).isEqualTo(withoutEmptyLists(example));
  }

  @ParameterizedTest
  @MethodSource("queues")
  void theExampleIsValidByItsSchema(String queue, Class<?> type) throws IOException {
    assertThat(schema(queue).validate(example(queue))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("queues")
  void theSchemaNamesTheFieldsOfTheRecordsAndNoOthers(String queue, Class<?> type)
      throws IOException {
    JsonNode schema = JSON.readTree(Files.readString(schemaFile(queue)));
    for (Class<?> message : messages(type)) {
      JsonNode described =
          message == type ? schema : schema.path("$defs").path(message.getSimpleName());
      assertThat(names(described.path("properties")))
          .as(queue + " " + message.getSimpleName())
          .containsExactlyElementsOf(fields(message));
    }
  }

  @ParameterizedTest
  @MethodSource("queues")
  void theGuideHasARowForEachField(String queue, Class<?> type) throws IOException {
    Set<String> expected = new LinkedHashSet<>();
    for (Class<?> message : messages(type)) {
      expected.addAll(fields(message));
    }
    Set<String> rows = new LinkedHashSet<>();
    Matcher row = Pattern.compile("(?m)^\\| `(\\w+)` \\|").matcher(section(queue));
    while (row.find()) {
      rows.add(row.group(1));
    }
    assertThat(rows).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("queues")
  void anExampleWithoutAMandatoryFieldIsNotValid(String queue, Class<?> type) throws IOException {
    JsonNode schema = JSON.readTree(Files.readString(schemaFile(queue)));
    String mandatory = schema.path("required").path(0).asText();
    JsonNode example = example(queue);
    ((com.fasterxml.jackson.databind.node.ObjectNode) example).remove(mandatory);
    assertThat(schema(queue).validate(example)).isNotEmpty();
  }

  private static JsonSchema schema(String queue) {
    return SCHEMAS.getSchema(SchemaLocation.of(schemaFile(queue).toUri().toString()));
  }

  private static Path schemaFile(String queue) {
    return Path.of("mappings/queues/" + queue + ".schema.json").toAbsolutePath();
  }

  private static JsonNode example(String queue) throws IOException {
    Matcher fence = Pattern.compile("(?s)```json\n(.*?)```").matcher(section(queue));
    assertThat(fence.find()).as("an example of " + queue).isTrue();
    return JSON.readTree(fence.group(1));
  }

  private static String section(String queue) throws IOException {
    String guide = Files.readString(Path.of("src/docs/queues.md"));
    int start = guide.indexOf("\n## " + queue + "\n");
    assertThat(start).as("a section on " + queue).isPositive();
    int end = guide.indexOf("\n## ", start + 4);
    return guide.substring(start, end < 0 ? guide.length() : end);
  }

  /** The record and those of the queue's own that it is made of; canonical ones are elsewhere. */
  private static List<Class<?>> messages(Class<?> type) {
    List<Class<?>> found = new ArrayList<>();
    collect(type, found);
    return found;
  }

  private static void collect(Type type, List<Class<?>> found) {
    if (type instanceof ParameterizedType list) {
      Arrays.stream(list.getActualTypeArguments()).forEach(each -> collect(each, found));
    } else if (type instanceof Class<?> known
        && known.isRecord()
        && known.getPackageName().endsWith(".message")
        && !found.contains(known)) {
      found.add(known);
      for (RecordComponent component : known.getRecordComponents()) {
        collect(component.getGenericType(), found);
      }
    }
  }

  private static List<String> fields(Class<?> message) {
    return Arrays.stream(message.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  private static List<String> names(JsonNode properties) {
    List<String> names = new ArrayList<>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** An empty list and no list say the same. */
  private static JsonNode withoutEmptyLists(JsonNode node) {
    for (var fields = node.fields(); node.isObject() && fields.hasNext(); ) {
      JsonNode value = withoutEmptyLists(fields.next().getValue());
      if (value.isArray() && value.isEmpty()) {
        fields.remove();
      }
    }
    if (node.isArray()) {
      node.forEach(QueueGuideTest::withoutEmptyLists);
    }
    return node;
  }
}
