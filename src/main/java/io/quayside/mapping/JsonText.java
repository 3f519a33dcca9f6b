package io.quayside.mapping;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import java.io.IOException;
import java.io.Writer;

/** Values in a JSON template are escaped by themselves, as in XML: {@code "name": "${name}"}. */
final class JsonText extends CommonMarkupOutputFormat<JsonText.Written> {
  static final JsonText INSTANCE = new JsonText();

  private JsonText() {}

  /** Text that is JSON already. */
  static final class Written extends CommonTemplateMarkupOutputModel<Written> {
    private Written(String plain, String json) {
      super(plain, json);
    }

    @Override
    public JsonText getOutputFormat() {
      return INSTANCE;
    }
  }

  @Override
  public String getName() {
    return "JsonText";
  }

  @Override
  public String getMimeType() {
    return "application/json";
  }

  @Override
  public void output(String text, Writer out) throws IOException {
    out.write(escapePlainText(text));
  }

  @Override
  public String escapePlainText(String plain) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(plain));
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return false;
  }

  @Override
  protected Written newTemplateMarkupOutputModel(String plain, String json) {
    return new Written(plain, json);
  }
}
